import { RowFault, shorten } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { readTitle, readYear } from '../values.ts';
import type { ImportBuilder } from '../import-builder.ts';
import type { FileFormat } from '../types.ts';

/** A film that was left before this share of it was only looked into; after it, it was not finished. */
const minPercent = 50;

function read(cells: Cells, _role: string, builder: ImportBuilder): RecordParts {
  const title = readTitle(cells.text('title', 'full_title'), 'title');
  builder.checkProfile(cells.text('friendly_name', 'user'), cells.column('friendly_name', 'user'), title);
  refuseOtherWorks(cells.text('media_type'), 'media_type', title);
  const percent = Number(cells.text('percent_complete') || 100);
  const isSeen =
    cells.text('watched_status') === '1' || (cells.text('watched_status') === '' && percent >= 85);
  if (!isSeen && percent < minPercent)
    throw new RowFault('short-play', 'percent_complete', 'short-play', shorten(title));
  if (!isSeen) throw new RowFault('in-progress', 'watched_status', 'in-progress', shorten(title));
  return {
    film: {
      title,
      year: readYear(cells.text('year'), 'year'),
      refs: listRefs({ url: cells.text('guid') }),
    },
    status: 'watched',
    days: [cells.day('date', 'stopped', 'started')],
  };
}

/** Tautulli: the history of a Plex server, with moments in seconds. */
export const tautulli: FileFormat = createRecordFormat({
  id: 'tautulli',
  columns: {
    title: ['title', 'full_title'],
    year: 'year',
    url: 'guid',
    kind: 'media_type',
    watchedOn: ['date', 'stopped', 'started'],
    watched: 'watched_status',
  },
  notes: {
    files: 'The history (CSV)',
    read: 'Films that were seen, with their days; one user if you choose one',
    left: 'Episodes, music, clips; films that were not finished; other users',
  },
  findRole: ({ header }) =>
    hasColumns(header, 'media_type', 'watched_status') && hasColumns(header, 'date') ? 'history' : null,
  read,
});
