import { createConnection } from '../store/connection.ts';
import type { DatabaseOptions } from '../store/database.ts';
import type { LogDatabase } from '../store/schema.ts';

/** Read-only access to the log, for pages. */
export interface LogReader {
  /** Runs a query on the database. Throws `LogError` if it cannot be opened. */
  read: <T>(query: (db: LogDatabase) => Promise<T>) => Promise<T>;
  close: () => void;
}

/** Opens the log for reading: at the first query, and again after the browser or an upgrade has closed it. */
export function openLogForReading(options: DatabaseOptions = {}): LogReader {
  const connection = createConnection(options);
  return { read: (query) => connection.use(({ db }) => query(db)), close: connection.close };
}
