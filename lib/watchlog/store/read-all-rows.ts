import { iterateRows } from './iterate-rows.ts';
import { createRowLists, logStores, type LogDatabase, type RowLists, type RowOf } from './schema.ts';
import type { LogStore } from '../types.ts';

/** Every row of the log by store, including tombstones, read in one transaction. */
export async function readAllRows(db: LogDatabase): Promise<RowLists> {
  const lists = createRowLists();
  const tx = db.transaction([...logStores]);
  const read = <S extends LogStore>(store: S): Promise<void> =>
    iterateRows<RowOf<S>>(tx.objectStore(store), {}, (row) => lists[store].push(row));
  for (const store of logStores) await read(store);
  return lists;
}
