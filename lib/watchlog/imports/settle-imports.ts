import { hasLiveRows } from '../films/film-rows.ts';
import type { Commit } from '../store/commit.ts';
import { orderStamps } from '../store/hybrid-clock.ts';
import { logStores, type RowLists, type RowOf } from '../store/schema.ts';
import type { LogStore, Stamp } from '../types.ts';

/** The stores with rows that an import makes, films last: a film goes with the last row that refers to it. */
const madeStores = logStores.filter((store) => store !== 'imports' && store !== 'films');

/**
 * Whether a row is as it was made. One that was edited, or brought back from the trash, has a later stamp. Joins of films,
 * which are nobody's doing, change its film.
 */
const isUntouched = ({ stamps }: RowOf<LogStore>): boolean =>
  new Set(Object.entries(stamps).flatMap(([field, stamp]) => (field === 'filmId' ? [] : [stamp]))).size === 1;

/** The stamp of the undo that a row is left of; null if its import was not undone, or the undo left the row as it was. */
async function findUndo(commit: Commit, { id, importId }: RowOf<LogStore>): Promise<Stamp | null> {
  const parent = importId === null ? null : await commit.find('imports', importId);
  if (parent === null || parent.undoneAt === null || parent.kept?.includes(id)) return null;
  return parent.stamps.undoneAt ?? null;
}

async function dropUntouched<S extends LogStore>(
  commit: Commit,
  store: S,
  ids: Iterable<string>,
): Promise<void> {
  for (const id of ids) {
    const row = await commit.find(store, id);
    if (row === null || row.deleted !== null || !isUntouched(row)) continue;
    const undo = await findUndo(commit, row);
    // A deletion that is earlier than what it deletes is undone by every other copy of the row.
    if (undo === null || orderStamps(undo, row.stamps.deleted) <= 0) continue;
    if (store === 'films' && (await hasLiveRows(commit, id))) continue;
    // As the undo would have: what was edited since, and has not come yet, is later.
    await commit.merge(store, { ...row, deleted: undo, stamps: { ...row.stamps, deleted: undo } });
  }
}

/**
 * Deletes what is left of imports that were undone on another device before all of their rows had come there. `rows` have
 * just come from another copy of the log.
 */
export async function settleImports(commit: Commit, rows: RowLists): Promise<void> {
  const undone = rows.imports.filter(({ importId, undoneAt }) => importId === null && undoneAt !== null);
  const listIds = async (store: LogStore): Promise<Set<string>> => {
    const index = commit.tx.objectStore(store).index('byImport');
    const known = await Promise.all(undone.map(({ id }) => index.getAllKeys(id)));
    const came: RowOf<LogStore>[] = rows[store];
    return new Set([...came.flatMap(({ id, importId }) => (importId === null ? [] : [id])), ...known.flat()]);
  };
  for (const store of [...madeStores, 'films' as const])
    await dropUntouched(commit, store, await listIds(store));
}
