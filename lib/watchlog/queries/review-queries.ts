import type { FilmRef } from '../../films/types.ts';
import type { StoredReview } from '../../films/review-types.ts';
import { findFilmByRefs } from './queries.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { FollowedSiteRow } from '../types.ts';

/** The reviews the user has kept for each of many films, given by their refs, in their order. */
export async function listKeptReviews(
  db: LogDatabase,
  films: readonly (readonly FilmRef[])[],
): Promise<StoredReview[][]> {
  if ((await db.count('keptReviews')) === 0) return films.map(() => []);
  return Promise.all(
    films.map(async (refs) => {
      const film = refs.length === 0 ? null : await findFilmByRefs(db, refs);
      const rows = film === null ? [] : await db.getAllFromIndex('keptReviews', 'byFilm', film.id);
      return rows.filter(({ deleted }) => deleted === null).map(({ review }) => review);
    }),
  );
}

/** The sites the user follows, including paused ones, in the order in which they were first followed. */
export async function listFollowedSites(db: LogDatabase): Promise<FollowedSiteRow[]> {
  const rows = await db.getAll('followedSites');
  // Ids grow with time, and a store lists its rows by id.
  return rows.filter(({ deleted }) => deleted === null);
}
