import { findDateOrder, readDay, readNumericDay } from '../dates.ts';
import { quote, RowFault } from '../faults.ts';
import { createStory } from '../story.ts';
import { foldColumn, readTable, type TableRow } from '../table.ts';
import { readTitle } from '../values.ts';
import type { DateOrder, FileFormat, Reading, ReadOptions, SourceFile } from '../types.ts';
import { findPart, listSeriesNames } from './netflix-titles.ts';

/** The two columns in the languages that Netflix writes them in. */
const titleNames = [
  'title',
  'titel',
  'titre',
  'título',
  'titulo',
  'titolo',
  'tytuł',
  'tittel',
  'název',
  'タイトル',
];
const dateNames = ['date', 'datum', 'fecha', 'data', 'dato', 'dátum', '日付'];

function isHistory({ header }: SourceFile): boolean {
  const [title = '', date = '', ...more] = header.map(foldColumn);
  return titleNames.includes(title) && dateNames.includes(date) && more.every((name) => name === '');
}

const cellsOf = ({ cells }: TableRow): [title: string, date: string] => [
  cells[0]?.trim() ?? '',
  cells[1]?.trim() ?? '',
];

interface Names {
  title: string | null;
  date: string | null;
}

function readWatchedOn(
  raw: string,
  column: string | null,
  order: DateOrder | null,
  findDay: (ms: number) => string,
): string | null {
  if (raw === '') return null;
  if (/^\d{4}-\d{2}-\d{2}/.test(raw)) return readDay(raw, column, findDay)?.day ?? null;
  return readNumericDay(raw, column, order);
}

function readFile(file: SourceFile, options: ReadOptions, story: ReturnType<typeof createStory>): void {
  const { header, rows } = readTable(file);
  const names: Names = { title: header[0] ?? null, date: header[1] ?? null };
  // The order of day and month is the account's: it is one for the whole file.
  const order = options.dateOrder ?? findDateOrder(rows.map((row) => cellsOf(row)[1]));
  const series = listSeriesNames(rows.map((row) => cellsOf(row)[0]));
  story.eachRow(rows, (row) => {
    const [raw, date] = cellsOf(row);
    const part = findPart(raw, series);
    if (part !== null) throw new RowFault(part, names.title, `${quote(raw)} is no film.`);
    const title = readTitle(raw, names.title);
    const watchedOn = readWatchedOn(date, names.date, order, story.findDay);
    story.claim(`${title}\n${watchedOn}`, null, 'this film is watched on this day before.');
    const film = story.film({ title, year: null, refs: [] });
    story.addEntry({ film, watchedOn, from: row.from });
  });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const story = createStory('netflix', options);
  for (const file of files) readFile(file, options, story);
  return story.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Netflix: the viewing history of a profile. It names titles and days, and no ids. */
export const netflix: FileFormat = {
  id: 'netflix',
  name: 'Netflix',
  recognise: (files) => files.filter(isHistory),
  read: readFiles,
};
