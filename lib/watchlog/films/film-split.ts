import type { Commit } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import type { RowOf } from '../store/schema.ts';
import type { FilmRow, FilmRowKey, MergedFilm, Stamp } from '../types.ts';

/** How often a film may have been joined to another in turn. */
const maxJoins = 100;

/** The film in which a joined film is now, over all later joins; null if it is not in the log any more. */
export async function findJoinedFilm(
  find: (id: string) => Promise<FilmRow | null>,
  film: FilmRow,
): Promise<FilmRow | null> {
  let at: FilmRow | null = film;
  for (let joins = 0; at !== null && joins < maxJoins; joins += 1) {
    if (at.deleted === null) return at;
    at = at.merged ? await find(at.merged.into) : null;
  }
  return null;
}

type FilmStore = FilmRowKey['store'];

const isUnchanged = (row: { stamps: Record<string, Stamp> }, field: string, stamp: Stamp): boolean =>
  row.stamps[field] === stamp;

/** The row of the film that was kept as it was before the join, except for what has changed since. */
function restoreKept(kept: FilmRow, { refs, before, into, stamps }: MergedFilm, joinedAt: Stamp): FilmRow {
  const old = new Map(Object.entries(before));
  const was = old.get('refs');
  const ownRefs = new Set(Array.isArray(was) ? was : kept.refs);
  const restored: FilmRow = {
    ...kept,
    refs: kept.refs.filter((ref) => ownRefs.has(ref) || !refs.includes(ref)),
  };
  // What a later film took over from this one has other stamps.
  if (kept.id !== into) return restored;
  for (const [field, value] of old) {
    if (field === 'refs' || field === 'deleted' || !isUnchanged(kept, field, stamps?.[field] ?? joinedAt))
      continue;
    Object.defineProperty(restored, field, { value, enumerable: true, configurable: true, writable: true });
  }
  return restored;
}

/** Whether the film has a live row where it has only one: its rating, its watchlist item, its item in a list. */
async function isTaken(commit: Commit, store: FilmRowKey['store'], row: RowOf<FilmStore>): Promise<boolean> {
  if (store !== 'ratings' && store !== 'watchlist' && store !== 'listItems') return false;
  const { filmId } = row;
  const rows: RowOf<FilmStore>[] = await commit.tx
    .objectStore(store)
    .index('byFilm')
    .getAll(filmId ?? '');
  const isSameList = (other: RowOf<FilmStore>): boolean =>
    !('listId' in row && 'listId' in other) || row.listId === other.listId;
  return rows.some((other) => other.deleted === null && isSameList(other));
}

async function moveBack<S extends FilmRowKey['store']>(
  commit: Commit,
  { store, id }: { store: S; id: string },
  from: string,
  to: string,
): Promise<void> {
  const row = await commit.find(store, id);
  // A row that was moved to yet another film since stays there.
  if (row === null || row.filmId !== from) return;
  const moved: RowOf<S> = { ...row, filmId: to };
  await commit.save(store, moved);
}

async function restoreDropped<S extends FilmRowKey['store']>(
  commit: Commit,
  { store, id }: { store: S; id: string },
  joinedAt: Stamp,
): Promise<void> {
  const row = await commit.find(store, id);
  if (row === null || row.deleted !== joinedAt || row.purged || row.filmId === null) return;
  if (await isTaken(commit, store, row)) return;
  const restored: RowOf<S> = { ...row, deleted: null };
  await commit.save(store, restored);
}

/**
 * Splits a film that was joined to another off again: it gets its refs and its rows back, and the other is as it was,
 * except for what has changed since. Returns the film that was split off. Throws `LogError` `not-found` if the film was not
 * joined, or the film with which it was joined is not in the log any more.
 */
export async function splitJoined(commit: Commit, id: string): Promise<FilmRow> {
  const other = await commit.find('films', id);
  const merged = other?.merged;
  if (!other || !merged) throw new LogError('not-found', 'This film was not joined to another.');
  const kept = await findJoinedFilm((each) => commit.find('films', each), other);
  if (kept === null || kept.id === id) throw new LogError('not-found', 'The joined film is not in the log.');
  const joinedAt = other.stamps.merged ?? '';
  for (const key of merged.rows) await moveBack(commit, key, kept.id, id);
  for (const key of merged.dropped) await restoreDropped(commit, key, other.deleted ?? joinedAt);
  await commit.save('films', restoreKept(kept, merged, joinedAt));
  const restored: FilmRow = { ...other, refs: merged.refs, deleted: null, merged: null };
  await commit.save('films', restored);
  return restored;
}
