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

function listRows({ text, name }: SourceFile): RawCells[] {
  return parseCsv(text, { delimiter: '\t', escapeChar: '"' })
    .filter(({ cells }) => cells.length > 4)
    .map(({ row: number, cells }) => ({
      from: { file: name, row: number },
      text: (column) => cells[columns.indexOf(column)]?.trim() ?? '',
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
    left: 'Episodes and music; plays of less than ten minutes',
  },
  findRole: ({ text }) => (row.test(text) ? 'playback' : null),
  listRows: (file, role) => [{ role, rows: listRows(file) }],
  read,
});
