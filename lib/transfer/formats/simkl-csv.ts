import { RowFault, shorten } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts, RecordStatus } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { pointScale, readTitle, readYear } from '../values.ts';
import type { FileFormat } from '../types.ts';

const statuses = new Map<string, RecordStatus>([
  ['completed', 'watched'],
  ['plantowatch', 'planned'],
  ['watching', 'in-progress'],
  ['hold', 'in-progress'],
  ['dropped', 'dropped'],
  ['notinteresting', 'dropped'],
]);

/** Whether an anime is a series: the number of its last episode says so, but a film has "e1", too. */
const hasEpisodes = (last: string): boolean => /^s\d+e\d+$/i.test(last) || Number(/\d+$/.exec(last)?.[0]) > 1;

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('Title'), 'Title');
  const type = cells.text('Type').toLowerCase();
  if (type !== 'anime') refuseOtherWorks(type, 'Type', title);
  else if (hasEpisodes(cells.text('LastEpWatched')))
    throw new RowFault('anime', 'Type', 'other-type', shorten(title), type);
  const status =
    statuses.get(
      cells
        .text('Watchlist')
        .toLowerCase()
        .replace(/[\s_-]/g, ''),
    ) ?? null;
  const day = cells.day('WatchedDate');
  return {
    film: {
      title,
      year: readYear(cells.text('Year'), 'Year'),
      refs: listRefs({ imdb: cells.text('IMDB', 'IMDB_ID'), tmdb: cells.text('TMDB', 'TMDB_ID') }),
    },
    status: status ?? (day === null ? null : 'watched'),
    days: [day],
    rating: cells.rating(pointScale, 'Rating'),
    note: cells.text('Memo'),
  };
}

/** Simkl: the CSV backup, and the CSV form for its import. Both look like Letterboxd's form, but rate with ten points. */
export const simklCsv: FileFormat = createRecordFormat({
  id: 'simkl-csv',
  columns: {
    title: 'Title',
    year: 'Year',
    kind: 'Type',
    imdb: ['IMDB', 'IMDB_ID'],
    tmdb: ['TMDB', 'TMDB_ID'],
    status: 'Watchlist',
    watchedOn: 'WatchedDate',
    rating: 'Rating',
    note: 'Memo',
  },
  scale: pointScale,
  notes: {
    files: 'The backup and the form for imports (CSV)',
    read: 'The last day of each film, ratings, memos, plan to watch, dropped films',
    left: 'Series and anime series; films in progress or on hold',
  },
  findRole: ({ header }) =>
    hasColumns(header, 'Title', 'Watchlist', 'LastEpWatched', 'WatchedDate') ? 'films' : null,
  read,
});
