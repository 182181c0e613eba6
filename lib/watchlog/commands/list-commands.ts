import type { Command, Commit } from '../store/commit.ts';
import { cleanText } from '../../text/text.ts';
import { limits } from '../../text/log-limits.ts';
import { hasTag, removeTags } from '../../text/tags.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { listPlacesBetween } from '../store/list-places.ts';
import { rangeOfList } from '../store/list-key.ts';
import { checkText } from '../store/validate.ts';
import type { FilmInput, ListItemRow, ListRow } from '../types.ts';
import { checkIds } from './edit-commands.ts';
import { maxFilmsPerListing, maxRowsPerEdit } from './edit-types.ts';
import { findListItem } from './rows-of-film.ts';

/** What the user writes about a list. */
export type ListFields = Pick<ListRow, 'name' | 'description' | 'ranked'>;

/** A film for a list, with the user's note on it: one of the log by its id, or any film by what is known of it. */
export type ListedInput = ({ film: FilmInput } | { filmId: string }) & { note?: string };

/** The given fields as stored. Throws `LogError` `bad-value` for an empty name, and `too-long`. */
export function checkListFields(fields: Partial<ListFields>): Partial<ListFields> {
  const checked: Partial<ListFields> = {};
  if (fields.name !== undefined) {
    checked.name = cleanText(checkText(fields.name, limits.listName, 'name of the list'));
    if (checked.name === '') throw new LogError('bad-value', 'A list needs a name.');
  }
  if (fields.description !== undefined)
    checked.description = checkText(fields.description, limits.description, 'description').trim();
  if (fields.ranked !== undefined) checked.ranked = fields.ranked;
  return checked;
}

/** The list with that id. Throws `LogError` `not-found` if there is none. */
async function requireList(commit: Commit, id: string): Promise<ListRow> {
  const row = await commit.find('lists', id);
  if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such list.');
  return row;
}

/** The live items of a list, in order, as the commit has left them so far. */
async function readItems({ tx }: Commit, listId: string): Promise<ListItemRow[]> {
  return tx.objectStore('listItems').index('byPlace').getAll(rangeOfList(listId));
}

/** A new row for a list. */
export function createListRow(commit: Commit, fields: ListFields): ListRow {
  const id = commit.makeId();
  return { id, stamps: {}, deleted: null, importId: null, ...fields, createdAt: commit.now };
}

/** The id of a film's row, which is created if there is none; null if the row that is asked for is gone. */
async function findListed(commit: Commit, listed: ListedInput): Promise<string | null> {
  if ('film' in listed) return ensureFilm(commit, listed.film);
  const row = await commit.find('films', listed.filmId);
  return row === null || row.deleted !== null ? null : row.id;
}

/**
 * Adds films before an item, or at the end (null). Skips films that the list has, and rows that are gone. Returns the films'
 * ids.
 */
export async function insertFilms(
  commit: Commit,
  listId: string,
  films: ListedInput[],
  before: string | null,
): Promise<string[]> {
  const items = await readItems(commit, listId);
  const listed = new Set(items.map(({ filmId }) => filmId));
  const added: { filmId: string; note: string }[] = [];
  const filmIds: string[] = [];
  for (const one of films) {
    const { note = '' } = one;
    const filmId = await findListed(commit, one);
    if (filmId === null) continue;
    filmIds.push(filmId);
    if (listed.has(filmId)) continue;
    listed.add(filmId);
    added.push({ filmId, note: checkText(note, limits.note, 'note') });
  }
  const positions = await makeRoom(commit, items, before, added.length);
  for (const [at, { filmId, note }] of added.entries()) {
    await commit.save('listItems', {
      id: commit.makeId(),
      stamps: {},
      deleted: null,
      importId: null,
      listId,
      filmId,
      position: positions[at] ?? '',
      note,
      addedAt: commit.now,
    });
  }
  return filmIds;
}

/**
 * Positions for `count` items before an item (null: at the end). Items of two devices can have equal positions; then all
 * items of the list get new ones.
 */
async function makeRoom(
  commit: Commit,
  items: ListItemRow[],
  before: string | null,
  count: number,
): Promise<string[]> {
  const found = before === null ? items.length : items.findIndex(({ id }) => id === before);
  const at = found < 0 ? items.length : found;
  const between = listPlacesBetween(items[at - 1]?.position ?? null, items[at]?.position ?? null, count);
  if (between !== null) return between;
  const all = listPlacesBetween(null, null, items.length + count) ?? [];
  for (const [index, item] of items.entries())
    await commit.save('listItems', { ...item, position: all[index < at ? index : index + count] ?? '' });
  return all.slice(at, at + count);
}

/** Films of the log need no search for their rows, so that more of them fit into one commit. */
function checkCount(films: ListedInput[]): void {
  const isTooMany =
    films.length > maxFilmsPerListing || films.filter((one) => 'film' in one).length > maxRowsPerEdit;
  if (isTooMany) throw new LogError('bad-value', 'Too many films at once.');
}

const onlyOne = (ids: string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);

/**
 * Creates a list with films in their order, and passes its id to `onCreated`. Throws `LogError` if the name is empty, a text
 * is too long or there are too many films at once; more are added with `addToList`.
 */
export function createList(
  request: ListFields & { films: ListedInput[] },
  onCreated: (id: string) => void = () => undefined,
): Command {
  return async (commit) => {
    const { films, ...fields } = request;
    checkCount(films);
    const row = createListRow(commit, { ...fields, ...checkListFields(fields) });
    await commit.save('lists', row);
    const { id } = row;
    const filmIds = await insertFilms(commit, id, films, null);
    onCreated(id);
    return onlyOne(filmIds);
  };
}

/** Changes the name, the description or the ranking of a list. Throws `LogError`. */
export function changeList(request: { id: string; changes: Partial<ListFields> }): Command {
  return async (commit) => {
    const row = await requireList(commit, request.id);
    await commit.save('lists', { ...row, ...checkListFields(request.changes) });
    return null;
  };
}

/**
 * Moves a list to the trash. Its items stay as they are, so that a restored list is whole. Throws `LogError` `not-found`.
 */
export function deleteList(request: { id: string }): Command {
  return async (commit) => {
    const row = await requireList(commit, request.id);
    await commit.save('lists', { ...row, deleted: commit.stamp });
    return null;
  };
}

/**
 * Adds films to a list, before one of its items or at the end (null). Films that the list has stay where they are. Returns
 * the film's id if there is one. Throws `LogError`.
 */
export function addToList(request: { listId: string; films: ListedInput[]; before: string | null }): Command {
  return async (commit) => {
    checkCount(request.films);
    await requireList(commit, request.listId);
    return onlyOne(await insertFilms(commit, request.listId, request.films, request.before));
  };
}

/** Takes a film off a list, or puts it at its end. Throws `LogError`. */
export function setOnList(request: { listId: string; film: FilmInput; listed: boolean }): Command {
  return async (commit) => {
    const { listId, film, listed } = request;
    if (listed) return addToList({ listId, films: [{ film }], before: null })(commit);
    await requireList(commit, listId);
    const filmId = await ensureFilm(commit, film);
    const item = await findListItem(commit, listId, filmId);
    if (item !== null) await commit.save('listItems', { ...item, deleted: commit.stamp });
    return filmId;
  };
}

async function requireItem(commit: Commit, id: string): Promise<ListItemRow> {
  const row = await commit.find('listItems', id);
  if (row === null || row.deleted !== null) throw new LogError('not-found', 'That film is not on the list.');
  return row;
}

/** Changes the note on a film of a list. Throws `LogError`. */
export function changeListItem(request: { id: string; note: string }): Command {
  return async (commit) => {
    const row = await requireItem(commit, request.id);
    await commit.save('listItems', { ...row, note: checkText(request.note, limits.note, 'note') });
    return row.filmId;
  };
}

/** Moves an item before another item of its list, or to the end (null). Throws `LogError` `not-found`. */
export function moveListItem(request: { id: string; before: string | null }): Command {
  return async (commit) => {
    const row = await requireItem(commit, request.id);
    if (request.before === row.id) return row.filmId;
    const others = (await readItems(commit, row.listId)).filter(({ id }) => id !== row.id);
    const [position] = await makeRoom(commit, others, request.before, 1);
    await commit.save('listItems', { ...row, position: position ?? row.position });
    return row.filmId;
  };
}

/** Removes items from their lists in one commit; skips those that are gone. Throws `LogError` for too many at once. */
export function removeFromList(request: { ids: string[] }): Command {
  return async (commit) => {
    const filmIds: string[] = [];
    for (const id of checkIds(request.ids)) {
      const row = await commit.find('listItems', id);
      if (row === null || row.deleted !== null) continue;
      filmIds.push(row.filmId);
      await commit.save('listItems', { ...row, deleted: commit.stamp });
    }
    return onlyOne(filmIds);
  };
}

/**
 * Makes a list of all films that have a tag, in the order in which they came into the log, and removes the tag from them.
 * Passes the list's id to `onCreated`. Throws `LogError` `not-found` if no film has the tag.
 */
export function turnTagIntoList(
  request: { tag: string },
  onCreated: (id: string) => void = () => undefined,
): Command {
  return async (commit) => {
    const rows = await commit.tx.objectStore('films').getAll();
    const tagged = rows.filter((row) => row.deleted === null && hasTag(row.tags, request.tag));
    if (tagged.length === 0) throw new LogError('not-found', 'No film has that tag.');
    const fields = { name: request.tag, description: '', ranked: false, films: [] };
    let listId = '';
    await createList(fields, (id) => (listId = id))(commit);
    const positions = listPlacesBetween(null, null, tagged.length) ?? [];
    for (const [at, film] of tagged.entries()) {
      await commit.save('listItems', {
        id: commit.makeId(),
        stamps: {},
        deleted: null,
        importId: null,
        listId,
        filmId: film.id,
        position: positions[at] ?? '',
        note: '',
        addedAt: commit.now,
      });
      await commit.save('films', { ...film, tags: removeTags(film.tags, [request.tag]) });
    }
    onCreated(listId);
    return null;
  };
}
