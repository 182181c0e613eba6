import type { Film, FilmRef } from '../../films/types.ts';
import { parseRef } from '../../films/parse-ref.ts';
import type { Command, Commit } from '../store/commit.ts';
import { isTotalOverruled, meanOfCriteria } from './criteria.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { findRowOfFilm } from './rows-of-film.ts';
import type { FilmInput, RatingRow, RatingValue, WatchlistRow } from '../types.ts';
import { limits } from '../../text/log-limits.ts';
import { checkCriteria, checkRating } from '../store/validate.ts';

/** Sets the rating of an entry; does nothing if it is gone, or is one of another film. */
async function rateEntry(
  commit: Commit,
  id: string,
  filmId: string,
  rating: RatingValue | null,
): Promise<void> {
  const row = await commit.find('entries', id);
  if (row === null || row.deleted !== null || row.filmId !== filmId) return;
  await commit.save('entries', { ...row, rating });
}

/**
 * Sets the user's rating of a film, and its criteria if given; null removes the rating. `entry` is the id of the entry that
 * the rating is given for, which gets it too. Throws `LogError`.
 */
export function rateFilm(request: {
  film: FilmInput;
  value: RatingValue | null;
  criteria?: Record<string, RatingValue>;
  entry?: string;
}): Command {
  return async (commit) => {
    const value = checkRating(request.value);
    const filmId = await ensureFilm(commit, request.film);
    if (request.entry !== undefined) await rateEntry(commit, request.entry, filmId, value);
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

/**
 * Sets the user's ratings of a film by criterion. The total is their mean, unless the user has set a
 * different total. Throws `LogError`.
 */
export function rateCriteria(request: { film: FilmInput; criteria: Record<string, RatingValue> }): Command {
  return async (commit) => {
    const criteria = checkCriteria(request.criteria);
    const filmId = await ensureFilm(commit, request.film);
    const known = await findRowOfFilm(commit, 'ratings', filmId);
    const live = known?.deleted === null ? known : null;
    const isOverruled = live !== null && isTotalOverruled(live.value, live.criteria);
    const value = isOverruled ? live.value : meanOfCriteria(criteria);
    return rateFilm({ film: request.film, value, criteria })(commit);
  };
}

/** Sets whether a film is liked. Throws `LogError` if the film has no title. */
export function setLiked(request: { film: FilmInput; liked: boolean }): Command {
  return async (commit) => {
    const filmId = await ensureFilm(commit, request.film);
    const row = await commit.find('films', filmId);
    if (row !== null) await commit.save('films', { ...row, liked: request.liked });
    return filmId;
  };
}

/**
 * Adds a film to the watchlist or removes it. Throws `LogError` if the film has no title or the reason is too
 * long.
 */
export function setWatchlist(request: {
  film: FilmInput;
  listed: boolean;
  priority?: WatchlistRow['priority'];
  reason?: string;
}): Command {
  return async (commit) => {
    if ((request.reason?.length ?? 0) > limits.note)
      throw new LogError('too-long', 'The reason is too long.');
    const filmId = await ensureFilm(commit, request.film);
    const known = await findRowOfFilm(commit, 'watchlist', filmId);
    const wasListed = known?.deleted === null;
    if (!wasListed && !request.listed) return filmId;
    const row: WatchlistRow = {
      ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId }),
      priority: request.priority ?? known?.priority ?? 0,
      reason: request.reason ?? known?.reason ?? '',
      addedAt: wasListed ? known.addedAt : commit.now,
      deleted: request.listed ? null : commit.stamp,
    };
    await commit.save('watchlist', row);
    return filmId;
  };
}

/**
 * Stores the user's choice of the film that each key means; null means no film. Returns the film's id. Throws
 * `LogError` `bad-value` if there are no keys, too many, or one is not a ref.
 */
export function correctMatch(request: { keys: FilmRef[]; film: Film | null }): Command {
  return async (commit) => {
    const keys = [...new Set(request.keys)];
    const areRefs = keys.every((key) => key.length <= limits.ref && parseRef(key) !== null);
    if (keys.length === 0 || keys.length > limits.keys || !areRefs) {
      throw new LogError('bad-value', 'A correction needs valid refs as keys.');
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
