import type { ReadDay } from '../../tables/dates.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { listIdRefs, pointScale, readTitle } from '../values.ts';
import { isUnknownMoment, type findTableRole } from './parts.ts';

function readDay(cells: Cells, ...names: string[]): ReadDay | null {
  const day = cells.day(...names);
  return isUnknownMoment(day?.at ?? null) ? null : day;
}

/**
 * A row of a table in Trakt's form (with an action), of ids alone, or of TraktRater. Ratings have ten points in all of
 * them, also where none is above five.
 */
function readTraktRow(cells: Cells, role: NonNullable<ReturnType<typeof findTableRole>>): RecordParts {
  const named = cells.text('title');
  refuseOtherWorks(cells.text('type'), 'type', named || cells.text('imdb_id', 'tmdb_id'));
  // TraktRater's tables of series have the same columns as those of films; only the file's name differs.
  const [, word] = /(?:^|[_-])(show|season|episode)s?\b/i.exec(cells.from.file) ?? [];
  if (role === 'rater' && word !== undefined) refuseOtherWorks(word, null, named);
  const refs = [
    ...listRefs({
      imdb: cells.text('imdb', 'imdb_id', 'ImdbId'),
      tmdb: cells.text('tmdb', 'tmdb_id', 'TmdbId'),
    }),
    ...listIdRefs({ trakt: cells.text('Slug', 'slug', 'trakt_slug') }),
  ];
  const film = {
    title: named === '' && refs.length > 0 ? '' : readTitle(named, 'title'),
    year: cells.year('year'),
    refs,
  };
  const ratedAt = cells.moment('rated_at', 'RatedAt');
  const addedAt = cells.moment('watchlisted_at', 'listed_at', 'ListedAt');
  const rating = cells.rating(pointScale, 'rating');
  const action = cells.text('action').toLowerCase();
  const day = readDay(cells, 'watched_at', 'WatchedAt');
  const plays = cells.count('plays');
  const isSeen =
    role === 'form' ? /history|watched/.test(action) : cells.text('watched_at', 'WatchedAt') !== '';
  const isPlanned = role === 'form' ? action === 'watchlist' : addedAt !== null;
  if (isSeen || plays > 0) return { film, status: 'watched', days: [day], plays, rating, ratedAt };
  return { film, status: isPlanned ? 'planned' : null, addedAt, rating, ratedAt };
}

/** How the tables are read. */
export const traktTables = {
  columns: {
    title: 'title',
    year: 'year',
    imdb: ['imdb', 'imdb_id', 'ImdbId'],
    tmdb: ['tmdb', 'tmdb_id', 'TmdbId'],
    kind: 'type',
    status: 'action',
    watchedOn: ['watched_at', 'WatchedAt'],
    plays: 'plays',
    rating: 'rating',
  },
  scale: pointScale,
  read: readTraktRow,
} as const;
