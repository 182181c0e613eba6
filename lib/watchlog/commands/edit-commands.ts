import type { Command, Commit } from '../store/commit.ts';
import {
  filmTrashStores,
  maxRowsPerEdit,
  type EntryEdit,
  type FilmEdit,
  type FilmTrashStore,
} from './edit-types.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { findEntry, findRowOfFilm } from './rows-of-film.ts';
import type { RowOf } from '../store/schema.ts';
import { addTags, removeTags } from '../../text/tags.ts';
import type { WatchEntry, FilmRow, FilmInput, RatingValue } from '../types.ts';
import { limits } from '../../text/log-limits.ts';
import { checkEntryFields, checkRating, checkTags } from '../store/validate.ts';

/** The ids, each once. Throws `LogError` `bad-value` if there are none or too many. */
export function checkIds<T>(ids: readonly T[]): T[] {
  if (ids.length === 0 || ids.length > maxRowsPerEdit) {
    throw new LogError('bad-value', `An edit needs 1 to ${maxRowsPerEdit} rows.`);
  }
  return [...new Set(ids)];
}

/**
 * Moves an entry to another film; returns the film's id. Throws `LogError` `not-found` if there is no entry
 * with that id.
 */
export function reassignEntry(request: { id: string; film: FilmInput }): Command {
  return async (commit) => {
    if ((await findEntry(commit, request.id)) === null)
      throw new LogError('not-found', 'There is no such entry.');
    const filmId = await ensureFilm(commit, request.film);
    // Naming the film may have joined two films, including the entry's own, so its row is read again.
    const row = await findEntry(commit, request.id);
    if (row !== null) await commit.save('entries', { ...row, filmId });
    return filmId;
  };
}

/**
 * Applies one edit to many entries in one commit, which one undo reverts. Skips missing entries. Returns the
 * film's id if all are of one film. Throws `LogError` if a field is invalid or there are too many ids.
 */
export function editEntries(request: { ids: string[]; edit: EntryEdit }): Command {
  const { edit } = request;
  return async (commit) => {
    const ids = checkIds(request.ids);
    const fields = checkEntryFields({ ...edit.set });
    const add = checkTags(edit.addTags ?? []);
    const remove = checkTags(edit.removeTags ?? []);
    const rows = await Promise.all(ids.map((id) => findEntry(commit, id)));
    const films = new Set<string>();
    for (const row of rows) {
      if (row === null) continue;
      films.add(row.filmId);
      const tags = checkTags(removeTags(addTags(row.tags, add), remove));
      const edited: WatchEntry = { ...row, ...fields, tags };
      await commit.save('entries', edit.isDeleted ? { ...row, deleted: commit.stamp } : edited);
    }
    const [only = null] = films;
    return films.size === 1 ? only : null;
  };
}

async function rateRow(commit: Commit, filmId: string, value: RatingValue | null): Promise<void> {
  const known = await findRowOfFilm(commit, 'ratings', filmId);
  if (known === null && value === null) return;
  const isSame = known?.deleted === null && known.value === value;
  await commit.save('ratings', {
    ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId, criteria: {} }),
    value,
    ratedAt: isSame ? known.ratedAt : commit.now,
    deleted: null,
  });
}

async function listRow(commit: Commit, filmId: string, { listed, priority }: FilmEdit): Promise<void> {
  const known = await findRowOfFilm(commit, 'watchlist', filmId);
  const wasListed = known?.deleted === null;
  const isListed = listed ?? wasListed;
  if (!wasListed && !isListed) return;
  await commit.save('watchlist', {
    ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId, reason: '' }),
    priority: priority ?? known?.priority ?? 0,
    addedAt: wasListed ? known.addedAt : commit.now,
    deleted: isListed ? null : commit.stamp,
  });
}

async function deleteRows<S extends FilmTrashStore>(commit: Commit, store: S, filmId: string): Promise<void> {
  const rows: RowOf<S>[] = await commit.tx
    .objectStore(store)
    .index('byFilm')
    .getAll(IDBKeyRange.only(filmId));
  for (const row of rows) {
    if (row.deleted === null) await commit.save(store, { ...row, deleted: commit.stamp });
  }
}

async function editFilm(commit: Commit, film: FilmRow, edit: FilmEdit): Promise<void> {
  if (edit.isDeleted) {
    for (const store of filmTrashStores) await deleteRows(commit, store, film.id);
    await commit.save('films', { ...film, deleted: commit.stamp });
    return;
  }
  if (edit.rating !== undefined) await rateRow(commit, film.id, edit.rating);
  if (edit.listed !== undefined || edit.priority !== undefined) await listRow(commit, film.id, edit);
  const { liked = film.liked, addTags: add, removeTags: remove } = edit;
  const isTagged = add !== undefined || remove !== undefined;
  const tags = isTagged
    ? checkTags(removeTags(addTags(film.tags, add ?? []), remove ?? []), limits.filmTags)
    : film.tags;
  await commit.save('films', { ...film, liked, tags });
}

/**
 * Applies one edit to many films in one commit, which one undo reverts. Skips missing films. Throws
 * `LogError` if the rating or a tag is invalid or there are too many ids.
 */
export function editFilms(request: { ids: string[]; edit: FilmEdit }): Command {
  return async (commit) => {
    const ids = checkIds(request.ids);
    if (request.edit.rating !== undefined) checkRating(request.edit.rating);
    const films = await Promise.all(ids.map((id) => commit.find('films', id)));
    const live = films.filter((film) => film !== null && film.deleted === null);
    for (const film of live) if (film !== null) await editFilm(commit, film, request.edit);
    return live.length === 1 ? (live[0]?.id ?? null) : null;
  };
}
