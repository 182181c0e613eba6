// Runs inside a page of the extension: writes the rows of the newest import into another database with the same stores and
// indexes, and nothing else.
import { deleteDB } from 'idb';
import { openDatabase } from '../../lib/watchlog/store/database.ts';
import { logStores, mapStores, type LogDatabase, type RowLists } from '../../lib/watchlog/store/schema.ts';
import { runTransaction } from '../../lib/watchlog/store/transaction.ts';

const benchName = 'marquee-bench-puts';

async function readRows(): Promise<RowLists> {
  const { db } = await openDatabase();
  const rows = mapStores(() => []) as RowLists;
  for (const store of logStores) rows[store] = (await db.getAll(store)) as never;
  db.close();
  return rows;
}

const putAll = (db: LogDatabase, rows: RowLists, isWanted: (row: { importId: string | null }) => boolean) =>
  runTransaction(db, async (tx) => {
    await Promise.resolve();
    let count = 0;
    for (const store of logStores) {
      for (const row of rows[store]) {
        if (!isWanted(row)) continue;
        count += 1;
        tx.objectStore(store)
          .put(row as never)
          .catch(() => undefined);
      }
    }
    return count;
  });

/** The time that the puts of the newest import's rows take in one transaction, and their number. */
export async function timePuts(): Promise<{ ms: number; rows: number }> {
  const rows = await readRows();
  const newest = rows.imports
    .filter(({ importId }) => importId === null)
    .sort((a, b) => b.startedAt - a.startedAt)[0];
  const isNew = ({ importId }: { importId: string | null }): boolean => importId === newest?.id;
  const { db } = await openDatabase({ name: benchName, buckets: null });
  try {
    await putAll(db, rows, (row) => !isNew(row));
    const start = performance.now();
    const count = await putAll(db, rows, isNew);
    return { ms: performance.now() - start, rows: count };
  } finally {
    db.close();
    await deleteDB(benchName);
  }
}
