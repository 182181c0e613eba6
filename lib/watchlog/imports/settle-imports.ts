import { hasLiveRows } from '../films/film-rows.ts';
import type { Commit } from '../store/commit.ts';
import { logStores, type RowLists, type RowOf } from '../store/schema.ts';
import type { LogStore } from '../types.ts';

/** The stores with rows that an import makes, films last: a film goes with the last row that refers to it. */
const madeStores = logStores.filter((store) => store !== 'imports' && store !== 'films');

/**
 * Whether a row is as it was made. One that was edited, or brought back from the trash, has a later stamp. Joins of films,
 * which are nobody's doing, change its film.
 */
const isUntouched = ({ stamps }: RowOf<LogStore>): boolean =>
  new Set(Object.entries(stamps).flatMap(([field, stamp]) => (field === 'filmId' ? [] : [stamp]))).size === 1;

async function isUndone(commit: Commit, importId: string | null): Promise<boolean> {
  const row = importId === null ? null : await commit.find('imports', importId);
  return row !== null && row.undoneAt !== null;
}

async function dropUntouched<S extends LogStore>(
  commit: Commit,
  store: S,
  ids: Iterable<string>,
): Promise<void> {
  for (const id of ids) {
    const row = await commit.find(store, id);
    if (row === null || row.deleted !== null || !isUntouched(row)) continue;
    if (!(await isUndone(commit, row.importId))) continue;
    if (store === 'films' && (await hasLiveRows(commit, id))) continue;
    await commit.save(store, { ...row, deleted: commit.stamp });
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
