import * as v from 'valibot';
import { listChangedFields, type Command, type Commit } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { parseRow } from '../store/row-schemas.ts';
import { reviveFilm } from './rows-of-film.ts';
import { filmStores, logStores, type RowOf } from '../store/schema.ts';
import type { LogStore, RowChange, WriteChanges } from '../types.ts';

/** Whether a film has live rows in other stores. */
async function hasLiveRows({ tx }: Commit, filmId: string): Promise<boolean> {
  for (const store of filmStores) {
    const rows = await tx.objectStore(store).index('byFilm').getAll(filmId);
    if (rows.some((row) => row.deleted === null)) return true;
  }
  return false;
}

function copyField<Row, K extends keyof Row>(to: Row, from: Row, field: K): void {
  to[field] = from[field];
}

/** Restores the fields that the write changed, except those that have changed since. */
function restoreFields<Row extends object>(now: Row, before: Row, after: Row): Row {
  const restored = { ...now };
  const newer = new Set(listChangedFields(after, now));
  const written = new Set(listChangedFields(before, after));
  for (const field in after) {
    if (written.has(field) && !newer.has(field)) copyField(restored, before, field);
  }
  return restored;
}

async function undoRow<S extends LogStore>(
  commit: Commit,
  store: S,
  change: RowChange<RowOf<S>>,
): Promise<void> {
  const { before, after } = change;
  const now = await commit.find(store, after.id);
  // A purged row is empty: an undo must not bring it back.
  if (now === null || ('purged' in now && now.purged)) return;
  const isUnchanged = listChangedFields(after, now).length === 0;
  if (before === null && !isUnchanged) return;
  const undone = before === null ? { ...now, deleted: commit.stamp } : restoreFields(now, before, after);
  if (store === 'films' && undone.deleted !== null && (await hasLiveRows(commit, undone.id)))
    undone.deleted = null;
  await commit.save(store, undone);
  if (undone.deleted === null && 'filmId' in undone && typeof undone.filmId === 'string') {
    await reviveFilm(commit, undone.filmId);
  }
}

const changesSchema = v.array(v.object({ before: v.unknown(), after: v.unknown() }));

/** Checks the changes of one store, which an older version may have stored. Throws `LogError` `bad-value`. */
function checkChanges<S extends LogStore>(store: S, value: unknown): RowChange<RowOf<S>>[] {
  const refuse = (): never => {
    throw new LogError('bad-value', 'These are not the changes of a write.');
  };
  const changes = v.safeParse(changesSchema, value);
  if (!changes.success) return refuse();
  return changes.output.map(({ before, after }) => ({
    before: before === null ? null : (parseRow(store, before) ?? refuse()),
    after: parseRow(store, after) ?? refuse(),
  }));
}

async function undoStore<S extends LogStore>(commit: Commit, store: S, rows: WriteChanges): Promise<void> {
  for (const change of checkChanges(store, rows[store] ?? [])) await undoRow(commit, store, change);
}

/** The film that all changed rows are about; null if there are several or none. */
function findFilmOf(rows: WriteChanges): string | null {
  const ids = filmStores.flatMap((store) => (rows[store] ?? []).map(({ after }) => after.filmId));
  const films = new Set(ids.length > 0 ? ids : (rows.films ?? []).map(({ after }) => after.id));
  const [only] = films;
  return films.size === 1 && only !== undefined ? only : null;
}

/**
 * Reverts one write: restores every field it changed, unless the field has changed since, and turns rows it
 * created into tombstones. Uses new stamps, so that the undo also wins in other copies of the log and can
 * itself be undone.
 */
export function undoWrite(changes: WriteChanges): Command {
  return async (commit) => {
    // Films last: a film is deleted only if no other live row refers to it.
    for (const store of [...logStores].reverse()) await undoStore(commit, store, changes);
    return findFilmOf(changes);
  };
}
