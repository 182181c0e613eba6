import { findDateOrder } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { readLooseDay } from '../../tables/loose-dates.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { foldColumn, hasColumns, readTable, type TableRow } from '../../tables/table.ts';
import { readTitle } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';
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

/** The columns that are read. */
interface Columns {
  title: string;
  date: string;
  /** The column that marks trailers and the like; only the table that Netflix sends on request has it. */
  extra: string | null;
}

/** The columns of a viewing history, in either of its forms; null when the table is not one. */
function findColumns(header: string[]): Columns | null {
  if (hasColumns(header, 'Title', 'Start Time', 'Duration')) {
    return { title: 'Title', date: 'Start Time', extra: 'Supplemental Video Type' };
  }
  const [title = '', date = '', ...more] = header;
  const isHistory = titleNames.includes(foldColumn(title)) && dateNames.includes(foldColumn(date));
  return isHistory && more.every((name) => name === '') ? { title, date, extra: null } : null;
}

/** The table that Netflix sends on request has moments in UTC, without a zone. */
function readWatchedOn(row: TableRow, { date, extra }: Columns, plan: Parameters<typeof readLooseDay>[2]) {
  const raw = row.text(date);
  const isMoment = extra !== null && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(raw);
  return readLooseDay(isMoment ? `${raw}Z` : raw, row.column(date), plan);
}

function readFile(file: SourceFile, options: ReadOptions, builder: ImportBuilder): void {
  const { header, rows } = readTable(file);
  const columns = findColumns(header);
  if (columns === null) return;
  const { title, date, extra } = columns;
  // The account sets the order of day and month, so the whole file has one.
  const order = options.dateOrder ?? findDateOrder(rows.map((row) => row.text(date)));
  const series = listSeriesNames(rows.map((row) => row.text(title)));
  builder.eachRow(rows, (row) => {
    const raw = row.text(title);
    const kind = extra === null ? '' : row.text(extra);
    if (kind !== '')
      throw new RowFault('special', row.column(extra ?? ''), 'other-type', shorten(raw), shorten(kind));
    const part = findPart(raw, series);
    if (part !== null) throw new RowFault(part, row.column(title), 'not-a-film', shorten(raw));
    const name = readTitle(raw, row.column(title));
    const watched = readWatchedOn(row, columns, { order, findDay: builder.findDay });
    builder.rejectDuplicate(`${name}\n${watched?.day}`, null, 'same-day');
    const film = builder.film({ title: name, year: null, refs: [] });
    builder.addEntry({
      film,
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      from: row.from,
    });
  });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('netflix', options);
  for (const file of files) readFile(file, options, builder);
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Netflix: the viewing history of a profile. It has titles and days, but no ids. */
export const netflix: FileFormat = {
  id: 'netflix',
  recognise: (files) => files.filter(({ header }) => findColumns(header) !== null),
  read: readFiles,
};
