// Runs inside a page of the extension: writes a long log into the database in one transaction.
import { emptyChecksum, toggleChecksum } from '../../lib/text/checksum.ts';
import { createConnection } from '../../lib/watchlog/store/connection.ts';
import type { DatabaseOptions } from '../../lib/watchlog/store/database.ts';
import { checksumRow } from '../../lib/watchlog/store/commit.ts';
import { createEmptyCounts, logStores, type LogState } from '../../lib/watchlog/store/schema.ts';
import { runTransaction } from '../../lib/watchlog/store/transaction.ts';
import { makeLongLog, type LongLogOptions } from './long-log.ts';

/**
 * Writes the log into an empty database that the extension has opened before. Afterwards the background must check the log
 * (`getLogHealth`) before it writes, which makes the first backup. Throws if the log is not empty.
 */
export async function fillLog(options: LongLogOptions, database: DatabaseOptions = {}): Promise<void> {
  const log = makeLongLog(options);
  const connection = createConnection(database);
  await connection.use(({ db }) =>
    runTransaction(db, async (tx) => {
      const meta = tx.objectStore('meta');
      const before = await meta.get('state');
      if (before === undefined || before.sequence > 0) throw new Error('The log is not empty.');
      const counts = createEmptyCounts();
      let checksum = emptyChecksum;
      for (const store of logStores) {
        const rows = tx.objectStore(store);
        for (const row of log[store]) {
          rows.put(row as never).catch(() => undefined);
          checksum = toggleChecksum(checksum, checksumRow(store, row));
        }
        counts[store] = { rows: log[store].length, live: log[store].length };
      }
      const state: LogState = { ...before, sequence: 1, counts, checksum, unsaved: null };
      await meta.put(state);
    }),
  );
  connection.close();
}
