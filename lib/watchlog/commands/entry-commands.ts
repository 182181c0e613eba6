import type { Command } from '../store/commit.ts';
import { createEntryFields } from '../entry-fields.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import type { EntryFields, WatchEntry, FilmInput } from '../types.ts';
import { checkEntryFields } from '../store/validate.ts';

const origins: readonly WatchEntry['origin'][] = ['popup', 'log', 'import', 'menu', 'command'];

/**
 * One viewing of a film. What is left out: watched at an unknown time, finished, no rewatch, no rating, no words.
 * Throws `LogError` where a field is none.
 */
export function logEntry(request: {
  film: FilmInput;
  entry: EntryFields;
  origin: WatchEntry['origin'];
}): Command {
  return async (commit) => {
    const fields = checkEntryFields(request.entry);
    if (!origins.includes(request.origin))
      throw new LogError('bad-value', 'A viewing comes from somewhere known.');
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
    return filmId;
  };
}

/** Changes fields of a viewing. Throws `LogError`: `not-found` where there is none of that id, else as `logEntry`. */
export function changeEntry(request: { id: string; changes: EntryFields }): Command {
  return async (commit) => {
    const fields = checkEntryFields(request.changes);
    const row = await commit.find('entries', request.id);
    if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such viewing.');
    await commit.save('entries', { ...row, ...fields });
    return row.filmId;
  };
}

/** Puts a viewing in the trash. Throws `LogError` `not-found` where there is none of that id. */
export function deleteEntry(request: { id: string }): Command {
  return async (commit) => {
    const row = await commit.find('entries', request.id);
    if (row === null) throw new LogError('not-found', 'There is no such viewing.');
    if (row.deleted === null) await commit.save('entries', { ...row, deleted: commit.stamp });
    return row.filmId;
  };
}
