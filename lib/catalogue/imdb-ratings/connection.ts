import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The one connection to a database, opened when it is needed. */
export interface Connection<Schema extends DBSchema> {
  /** Opens the database at the first call, and again after the browser has closed it. Rejects if it cannot be opened. */
  open(): Promise<IDBPDatabase<Schema>>;
  /** Closes the database, so that it can be deleted or reopened. */
  close(): Promise<void>;
}

/** Creates a connection to the first version of a database, whose stores `upgrade` makes. */
export function createConnection<Schema extends DBSchema>(
  name: string,
  upgrade: (db: IDBPDatabase<Schema>) => void,
): Connection<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  return {
    open() {
      opening ??= openDB<Schema>(name, 1, {
        upgrade,
        blocking: (_version, _blocked, event) => {
          (event.target as IDBDatabase).close();
          opening = null;
        },
        terminated: () => (opening = null),
      });
      opening.catch(() => (opening = null));
      return opening;
    },
    async close() {
      const db = await opening;
      opening = null;
      db?.close();
    },
  };
}
