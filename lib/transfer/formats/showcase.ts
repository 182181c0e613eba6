import { RowFault, shorten } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts, RecordStatus } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { finePointScale, listTags, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

const statuses: [RegExp, RecordStatus][] = [
  [/dropped/i, 'dropped'],
  [/plan/i, 'planned'],
  [/watching|on ?hold/i, 'in-progress'],
  [/watched/i, 'watched'],
];

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('title'), 'title');
  if (/^(?:0|false|no)$/i.test(cells.text('is_movie')))
    throw new RowFault('series', 'is_movie', 'series', shorten(title));
  const categories = cells.text('categories');
  const status = statuses.find(([words]) => words.test(categories))?.[1] ?? null;
  return {
    film: { title, year: cells.year('release_date'), refs: listRefs({ tmdb: cells.text('tmdb_id') }) },
    status,
    days: status === 'planned' ? [] : [cells.day('finish_date', 'start_date')],
    rating: cells.rating(finePointScale, 'rating'),
    review: cells.text('movie_review'),
    tags: listTags(cells.text('tags')),
  };
}

/** ShowCase: films and series. `tmdb_rating` is everybody's. */
export const showcase: FileFormat = createRecordFormat({
  id: 'showcase',
  columns: {
    title: 'title',
    releaseDate: 'release_date',
    tmdb: 'tmdb_id',
    status: 'categories',
    watchedOn: ['finish_date', 'start_date'],
    rating: 'rating',
    review: 'movie_review',
    tags: 'tags',
  },
  scale: finePointScale,
  notes: {
    files: 'The export (CSV)',
    read: 'Watched and dropped films with their days, ratings, reviews, plan to watch',
    left: 'Series; films being watched or on hold',
  },
  findRole: ({ header }) =>
    hasColumns(header, 'title', 'tmdb_id', 'is_movie', 'categories') ? 'films' : null,
  read,
});
