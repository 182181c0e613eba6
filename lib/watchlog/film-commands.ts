import type { Film, FilmRef } from '../films/types.ts';
import { parseRef } from '../films/title-key.ts';
import type { Command, Commit } from './commit.ts';
import { LogError } from './errors.ts';
import { ensureFilm } from './film-rows.ts';
import type { RowOf } from './schema.ts';
import type { FilmSeed, RatingRow, RatingValue, WatchlistRow } from './types.ts';
import { checkCriteria, checkRating, limits } from './validate.ts';

/** A store's row of a film that there is one of: the live one, else a deleted one, else null. */
async function findRowOfFilm<S extends 'ratings' | 'watchlist'>(
  { tx }: Commit,
  store: S,
  filmId: string,
): Promise<RowOf<S> | null> {
  const rows = await tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(filmId));
  return rows.find((row) => row.deleted === null) ?? rows.at(-1) ?? null;
}

/** The user's rating of a film, also by criterion where given; null takes the rating back. Throws `LogError`. */
export function rateFilm(request: {
  film: FilmSeed;
  value: RatingValue | null;
  criteria?: Record<string, RatingValue>;
}): Command {
  return async (commit) => {
    const value = checkRating(request.value);
    const filmId = await ensureFilm(commit, request.film);
    const known = await findRowOfFilm(commit, 'ratings', filmId);
    if (known === null && value === null && request.criteria === undefined) return filmId;
    const criteria =
      request.criteria === undefined ? (known?.criteria ?? {}) : checkCriteria(request.criteria);
    const isSame = known?.deleted === null && known.value === value;
    const row: RatingRow = {
      ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId }),
      value,
      criteria,
      ratedAt: isSame ? known.ratedAt : commit.now,
      deleted: null,
    };
    await commit.save('ratings', row);
    return filmId;
  };
}

/** Whether a film is liked. Throws `LogError` where the film has no title. */
export function setLiked(request: { film: FilmSeed; liked: boolean }): Command {
  return async (commit) => {
    const filmId = await ensureFilm(commit, request.film);
    const row = await commit.find('films', filmId);
    if (row !== null) await commit.save('films', { ...row, liked: request.liked });
    return filmId;
  };
}

/** Puts a film on the watchlist or takes it off. Throws `LogError` where the film has no title or the reason is too long. */
export function setWatchlist(request: {
  film: FilmSeed;
  listed: boolean;
  priority?: WatchlistRow['priority'];
  reason?: string;
}): Command {
  return async (commit) => {
    if ((request.reason?.length ?? 0) > limits.note)
      throw new LogError('too-long', 'The reason is too long.');
    const filmId = await ensureFilm(commit, request.film);
    const known = await findRowOfFilm(commit, 'watchlist', filmId);
    if (known === null && !request.listed) return filmId;
    const wasListed = known?.deleted === null;
    const row: WatchlistRow = {
      ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId }),
      priority: request.priority ?? known?.priority ?? 0,
      reason: request.reason ?? known?.reason ?? '',
      addedAt: wasListed && known !== null ? known.addedAt : commit.now,
      deleted: request.listed ? null : (known?.deleted ?? commit.stamp),
    };
    await commit.save('watchlist', row);
    return filmId;
  };
}

/**
 * Keeps the user's word on which film each of the keys means; null: none. Answers the film. Throws `LogError`
 * `bad-value` where there are no keys, too many, or one that is no ref.
 */
export function correctMatch(request: { keys: FilmRef[]; film: Film | null }): Command {
  return async (commit) => {
    const keys = [...new Set(request.keys)];
    const areRefs = keys.every((key) => key.length <= limits.ref && parseRef(key) !== null);
    if (keys.length === 0 || keys.length > limits.keys || !areRefs) {
      throw new LogError('bad-value', 'A correction needs refs to correct.');
    }
    const filmId = request.film === null ? null : await ensureFilm(commit, request.film);
    for (const key of keys) {
      const rows = await commit.tx.objectStore('corrections').index('byKey').getAll(key);
      const known = rows.find((row) => row.deleted === null) ?? rows.at(-1);
      const kept = known ?? { id: commit.makeId(), stamps: {}, importId: null, key };
      await commit.save('corrections', { ...kept, filmId, deleted: null });
    }
    return filmId;
  };
}
