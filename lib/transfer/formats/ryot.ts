import { member, listOf } from '../json.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat, listJsonRows } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import { hundredScale, readTitle } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat } from '../types.ts';

const isExport = ({ json }: SourceFile): boolean =>
  listOf(member(json, 'metadata')).some((item) => member(item, 'lot') !== undefined);

/** The state of a film without a finished viewing, by the collections that it is in. */
function findStatus(collections: string[], states: string[]): RecordParts['status'] {
  if (collections.some((name) => /^completed$/i.test(name))) return 'watched';
  if (collections.some(isWatchlistName) && states.length === 0) return 'planned';
  if (states.includes('dropped')) return 'dropped';
  return states.length > 0 || collections.some((name) => /in progress|on a hold/i.test(name))
    ? 'in-progress'
    : null;
}

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('source_id', 'title'), 'source_id');
  refuseOtherWorks(cells.text('lot'), 'lot', title);
  const seen = cells.items('seen_history');
  const stateOf = (one: Cells): string =>
    one.text('state') || (Number(one.text('progress') || 100) < 100 ? 'in_progress' : 'completed');
  const done = seen.filter((one) => stateOf(one) === 'completed');
  const review = cells.items('reviews').find((one) => one.text('rating', 'review.text') !== '');
  const collections = cells.items('collections').map((one) => one.text('collection_name'));
  const source = cells.text('source').toLowerCase();
  const id = cells.text('identifier');
  const given = done.length > 0 ? done : seen.filter((one) => stateOf(one) === 'dropped');
  return {
    film: {
      title,
      year: null,
      refs: listRefs(source === 'tmdb' ? { tmdb: id } : source === 'imdb' ? { imdb: id } : {}),
    },
    status: done.length > 0 ? 'watched' : findStatus(collections, seen.map(stateOf)),
    days: given.map((one) => one.day('ended_on', 'started_on')),
    rating: review?.rating(hundredScale, 'rating') ?? null,
    ratedAt: review?.moment('review.date') ?? null,
    review: review?.text('review.text') ?? '',
  };
}

/** Ryot: the JSON of its export. Numbers are texts, and a rating has a hundred points. */
export const ryot: FileFormat = createRecordFormat({
  id: 'ryot',
  notes: {
    files: 'The export (JSON)',
    read: 'Viewings with their days, ratings, reviews, the watchlist',
    left: 'Shows, anime, books, games and podcasts; films in progress; workouts and measurements',
  },
  findRole: (file) => (isExport(file) ? 'metadata' : null),
  listRows: (file, role) => [{ role, rows: listJsonRows(file, member(file.json, 'metadata')) }],
  read,
});
