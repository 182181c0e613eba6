import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** One step of the schema. Its names and shapes are frozen: it must not use today's types. */
export interface Migration {
  /** The version that it leads to; one more than that of the previous migration. */
  version: number;
  /** Creates and removes stores and indexes. Runs inside the upgrade transaction. */
  changeStores: (db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], 'versionchange'>) => void;
  /** Converts the log's state, where it has counts of stores that the migration creates or removes. */
  changeState?: (state: object) => object;
  /**
   * Converts one row to the new shape, by store; stores whose rows do not change are omitted. Also applied to
   * the rows of older backups. Throws if the row cannot be read; it is then moved to the quarantine.
   */
  changeRow?: Partial<Record<string, (row: unknown) => unknown>>;
}
