import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { Command, Commit } from '../store/commit.ts';
import { listChangedFields } from '../store/stamp-row.ts';
import { LogError } from '../errors.ts';
import { parseRow } from '../store/row-schemas.ts';
import { reviveFilm } from './rows-of-film.ts';
import { hasLiveRows } from '../films/film-rows.ts';
import { filmStores, logStores, type RowOf } from '../store/schema.ts';
import type { LogStore, RowChange, WriteChanges } from '../types.ts';

function copyField<Row, K extends keyof Row>(to: Row, from: Row, field: K): void {
  to[field] = from[field];
}

/** What became of one changed row: reverted, already as it was before the write, or kept because it has changed since. */
type RowOutcome = 'reverted' | 'as-before' | 'kept';

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

/** Whether a row is as it was before the write in every field that the write changed. */
function isAsBefore<Row extends RowOf<LogStore>>({ before, after }: RowChange<Row>, now: Row): boolean {
  if (before === null) return now.deleted !== null;
  const differs = new Set(listChangedFields(before, now));
  return !listChangedFields(before, after).some((field) => differs.has(field));
}

async function undoRow<S extends LogStore>(
  commit: Commit,
  store: S,
  change: RowChange<RowOf<S>>,
): Promise<RowOutcome> {
  const { before, after } = change;
  const now = await commit.find(store, after.id);
  // A purged row is empty: an undo must not bring it back.
  if (now === null || ('purged' in now && now.purged)) return 'kept';
  if (isAsBefore(change, now)) return 'as-before';
  const isUnchanged = listChangedFields(after, now).length === 0;
  if (before === null && !isUnchanged) return 'kept';
  const undone = before === null ? { ...now, deleted: commit.stamp } : restoreFields(now, before, after);
  if (store === 'films' && undone.deleted !== null && (await hasLiveRows(commit, undone.id)))
    undone.deleted = null;
  // A join that is undone is a split: the films are not joined again by themselves.
  if ('merged' in now && now.merged && 'merged' in undone) undone.merged ??= null;
  await commit.save(store, undone);
  if (undone.deleted === null && 'filmId' in undone && typeof undone.filmId === 'string') {
    await reviveFilm(commit, undone.filmId);
  }
  return listChangedFields(now, undone).length > 0 ? 'reverted' : 'kept';
}

const changesSchema = lazySchema(() => v.array(v.object({ before: v.unknown(), after: v.unknown() })));

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

async function undoStore<S extends LogStore>(
  commit: Commit,
  store: S,
  rows: WriteChanges,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const change of checkChanges(store, rows[store] ?? []))
    outcomes.push(await undoRow(commit, store, change));
  return outcomes;
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
 * itself be undone. Throws `LogError` `changed-since` if all that it would revert has changed since.
 */
export function undoWrite(changes: WriteChanges): Command {
  return async (commit) => {
    // Films last: a film is deleted only if no other live row refers to it.
    const outcomes: RowOutcome[] = [];
    for (const store of [...logStores].reverse()) outcomes.push(...(await undoStore(commit, store, changes)));
    if (outcomes.includes('kept') && !outcomes.includes('reverted'))
      throw new LogError('changed-since', 'All that this write changed has changed since.');
    return findFilmOf(changes);
  };
}
