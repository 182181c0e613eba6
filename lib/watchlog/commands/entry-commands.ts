import type { Command } from '../store/commit.ts';
import { createEntryFields } from '../entry-fields.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import type { EntryFields, WatchEntry, FilmInput } from '../types.ts';
import { leaveWatchlist } from './leave-watchlist.ts';
import { checkEntryFields } from '../store/validate.ts';

const origins: readonly WatchEntry['origin'][] = ['popup', 'log', 'import', 'menu', 'command'];

/**
 * Logs one entry of a film, which takes the film off the watchlist unless `keepsWatchlist`. Defaults: watched at an unknown
 * time, finished, no rewatch, no rating, no texts. Throws `LogError` if a field is invalid.
 */
export function logEntry(request: {
  film: FilmInput;
  entry: EntryFields;
  origin: WatchEntry['origin'];
  keepsWatchlist?: boolean;
}): Command {
  return async (commit) => {
    const fields = checkEntryFields(request.entry);
    if (!origins.includes(request.origin))
      throw new LogError('bad-value', 'The origin of the entry is unknown.');
    const filmId = await ensureFilm(commit, request.film);
    const row: WatchEntry = {
      id: commit.makeId(),
      stamps: {},
      deleted: null,
      importId: null,
      filmId,
      ...createEntryFields(),
      loggedAt: commit.now,
      origin: request.origin,
      ...fields,
    };
    await commit.save('entries', row);
    if (!request.keepsWatchlist) await leaveWatchlist(commit, filmId);
    return filmId;
  };
}

/**
 * Changes fields of an entry. Throws `LogError`: `not-found` if there is no entry with that id, otherwise as
 * `logEntry`.
 */
export function changeEntry(request: { id: string; changes: EntryFields }): Command {
  return async (commit) => {
    const fields = checkEntryFields(request.changes);
    const row = await commit.find('entries', request.id);
    if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such entry.');
    await commit.save('entries', { ...row, ...fields });
    return row.filmId;
  };
}

/** Moves an entry to the trash. Throws `LogError` `not-found` if there is no entry with that id. */
export function deleteEntry(request: { id: string }): Command {
  return async (commit) => {
    const row = await commit.find('entries', request.id);
    if (row === null) throw new LogError('not-found', 'There is no such entry.');
    if (row.deleted === null) await commit.save('entries', { ...row, deleted: commit.stamp });
    return row.filmId;
  };
}
