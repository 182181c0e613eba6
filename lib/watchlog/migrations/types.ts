import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** One step of the schema. Its names and shapes are frozen: it never reads today's types. */
export interface Migration {
  /** The version that it leads to; one more than the migration before. */
  version: number;
  /** Makes and removes stores and indexes. Runs inside the upgrade's transaction. */
  changeStores: (db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], 'versionchange'>) => void;
  /**
   * One row in the new shape, by store; those whose rows do not change are left out. Also run over the rows of older
   * backups. Throws where the row cannot be read: it is then put into the quarantine.
   */
  changeRow?: Partial<Record<string, (row: unknown) => unknown>>;
}
