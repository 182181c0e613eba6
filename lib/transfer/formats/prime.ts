import { hasColumns } from '../../tables/table.ts';
import type { Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { parseTitleText } from '../tables/title-text.ts';
import { readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('Title'), 'Title');
  refuseOtherWorks(cells.text('Type') || (cells.text('Episode') === '' ? '' : 'episode'), 'Type', title);
  const { title: name, year } = parseTitleText(title);
  return {
    film: { title: name, year, refs: [] },
    status: 'watched',
    days: [cells.day('Date Watched')],
  };
}

/** Prime Video: the history that a script saves. Titles have the kind of copy behind them. */
export const prime: FileFormat = createRecordFormat({
  id: 'prime',
  columns: { title: 'Title', kind: 'Type', watchedOn: 'Date Watched' },
  notes: {
    files: 'The history saved by a script (CSV)',
    read: 'Films with their days, without the words about the copy behind the title',
    left: 'Series',
  },
  findRole: ({ header }) =>
    hasColumns(header, 'Date Watched', 'Type', 'Title', 'Episode') ? 'history' : null,
  read,
});
