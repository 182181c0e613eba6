import { parseCsv } from '../../tables/csv.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { Cells, RawCells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { parseTitleText } from '../tables/title-text.ts';
import { readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

/** The columns, which the file does not name. */
const columns = ['time', 'user', 'item', 'type', 'name', 'method', 'client', 'device', 'seconds'];
/** A film that was left before this was only looked into, in seconds. */
const minSeconds = 10 * 60;
/** "2024-03-05 20:11:12.1234567": the server's own time. */
const row = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?\t[^\t\n]*\t[^\t\n]*\t(?:Movie|Episode|Audio|\w+)\t/;

/** Plays of one film by one user that begin so soon after each other are one viewing. */
const maxGapMs = 48 * 3_600_000;

interface Play {
  number: number;
  values: Record<string, string>;
}

const isShort = ({ values: { seconds = '' } }: Play): boolean =>
  seconds !== '' && Number(seconds) < minSeconds;
/** The server's own time is compared only with itself, so its zone does not matter. */
const timeOf = ({ values: { time = '' } }: Play): number =>
  Date.parse(`${time.slice(0, 19).replace(' ', 'T')}Z`);

/** The plays that another play of the same film by the same user continues. */
function listContinued(plays: Play[]): Set<Play> {
  const last = new Map<string, Play>();
  const continued = new Set<Play>();
  const proper = plays.filter((play) => !isShort(play)).toSorted((a, b) => timeOf(a) - timeOf(b));
  for (const play of proper) {
    const key = `${play.values['user']}\n${play.values['item']}`;
    const before = last.get(key);
    if (before && timeOf(play) - timeOf(before) <= maxGapMs) continued.add(before);
    last.set(key, play);
  }
  return continued;
}

function listRows({ text, name }: SourceFile): RawCells[] {
  const plays = parseCsv(text, { delimiter: '\t', escapeChar: '"' })
    .filter(({ cells }) => cells.length > 4)
    .map(({ row: number, cells }): Play => {
      const values = columns.map((column, at) => [column, cells[at]?.trim() ?? '']);
      return { number, values: Object.fromEntries(values) as Play['values'] };
    });
  const continued = listContinued(plays);
  return plays.map((play) => ({
    from: { file: name, row: play.number },
    text: (column) => (column === 'continued' ? String(continued.has(play)) : (play.values[column] ?? '')),
  }));
}

function read(cells: Cells, _role: string, builder: ImportBuilder): RecordParts {
  const title = readTitle(cells.text('name'), 'name');
  // Users are known by numbers only.
  builder.checkProfile(cells.text('user'), 'user', title);
  refuseOtherWorks(cells.text('type'), 'type', title);
  const seconds = cells.text('seconds');
  if (seconds !== '' && Number(seconds) < minSeconds)
    throw new RowFault('short-play', 'seconds', 'short-play', shorten(title));
  if (cells.isYes('continued')) throw new RowFault('duplicate', null, 'other-sitting');
  // The fraction has more digits than a moment can have.
  const day = cells.readDay(cells.text('time').replace(/[.,]\d+$/, ''), 'time');
  const { title: name, year } = parseTitleText(title);
  return {
    film: { title: name, year, refs: [] },
    status: 'watched',
    days: [day],
  };
}

/** Jellyfin and Emby: the backup of the plug-in Playback Reporting, a table without a header. */
export const jellyfin: FileFormat = createRecordFormat({
  id: 'jellyfin',
  notes: {
    files: 'The backup of Playback Reporting (TSV)',
    read: 'Films with the days on which they were played',
    left: 'Episodes and music; plays of less than ten minutes, and all but the last of one viewing',
  },
  findRole: ({ text }) => (row.test(text) ? 'playback' : null),
  listRows: (file, role) => [{ role, rows: listRows(file) }],
  read,
});
