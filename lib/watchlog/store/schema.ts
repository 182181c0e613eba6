import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { LogRows, LogStore, MissingData, RowChange, Stamp } from '../types.ts';

/** The database's name. */
export const logDatabaseName = 'marquee-log';

/** The stores with rows, in backup order: films before the rows that refer to them. */
export const logStores = [
  'films',
  'ratings',
  'entries',
  'watchlist',
  'corrections',
  'keptReviews',
  'imports',
  'followedSites',
  'lists',
  'listItems',
] as const satisfies readonly LogStore[];

/** Identifies one row. */
export interface RowKey {
  store: LogStore;
  id: string;
}

/** The number of rows in a store including tombstones, and the number without them. */
export interface StoreCount {
  rows: number;
  live: number;
}

export type StoreCounts = Record<LogStore, StoreCount>;

/** The only row in the store `meta`, written with each commit. */
export interface LogState {
  id: 'state';
  /** Identifies this log; the integrity marker has the same value. */
  installId: string;
  /** Identifies this device in stamps. */
  device: string;
  /**
   * The schema version under which counts and checksum were made; older than the database's after an upgrade.
   */
  schema: number;
  /** Increases by one with each commit. */
  sequence: number;
  /** The newest stamp given or seen on this device. */
  lastStamp: Stamp | null;
  counts: StoreCounts;
  /** Checksum of the set of all rows (`checksumRow`). */
  checksum: string;
  /**
   * Rows changed since the last commit known to be in the journal; null if there are too many and a new
   * backup is due.
   */
  unsaved: RowKey[] | null;
  /** The first commit whose rows `unsaved` lists; absent in states of versions up to 0.2.0. */
  unsavedFrom?: number;
  /**
   * The newest commit outside the database that a rebuild has taken into account: integrity markers up to it no longer
   * say what must be here. Absent in a log that was never rebuilt.
   */
  supersedes?: number;
  /** The newest commit of which the user accepts that only a witness knows it. */
  acceptedWitness?: number;
  /** What the last restore lacked, until the user dismisses it; absent if nothing. */
  missing?: MissingData;
}

/** A row that a migration or a restore could not read, stored unchanged. */
export interface QuarantinedRow {
  store: string;
  row: unknown;
  reason: string;
  /** Whether the state still counts it as a row of its store, so that it does not look lost. */
  counted: boolean;
  /** Milliseconds since 1970. */
  foundAt: number;
}

interface Indexes {
  films: { byRef: string };
  ratings: { byFilm: string };
  entries: { byFilm: string; byDay: string };
  watchlist: { byFilm: string };
  corrections: { byKey: string; byFilm: string };
  keptReviews: { byFilm: string; byUrl: string };
  imports: object;
  followedSites: { byUrl: string };
  lists: object;
  listItems: { byFilm: string; byPlace: string };
}

type RowStores = {
  [S in LogStore]: {
    key: string;
    value: LogRows[S];
    indexes: Indexes[S] & { byDeletion: string; byImport: string };
  };
};

/** The database schema in `idb`'s terms. */
export interface LogSchema extends DBSchema, RowStores {
  meta: { key: 'state'; value: LogState };
  quarantine: { key: number; value: QuarantinedRow };
}

/**
 * The row type of a store. The same as `LogRows[S]`, in a form that the compiler can follow through `idb`.
 */
export type RowOf<S extends LogStore> = LogSchema[S]['value'];

export type LogDatabase = IDBPDatabase<LogSchema>;

/** Rows by store. */
export type RowLists = { [S in LogStore]: RowOf<S>[] };

/** The changes of a commit, by store and id. */
export type ChangeMaps = { [S in LogStore]: Map<string, RowChange<RowOf<S>>> };

/** A write transaction over all stores. */
export type LogTransaction = IDBPTransaction<LogSchema, (LogStore | 'meta' | 'quarantine')[], 'readwrite'>;

/** The stores whose rows refer to a film by `filmId`. */
export const filmStores = [
  'ratings',
  'entries',
  'watchlist',
  'corrections',
  'keptReviews',
  'listItems',
] as const satisfies LogStore[];

type ListedStore = (typeof logStores)[number];

/** A record with one value per store, made by `make`. */
export function mapStores<Value>(make: (store: ListedStore) => Value): Record<ListedStore, Value> {
  // The compiler rejects this below if `logStores` lacks a store.
  return Object.fromEntries(logStores.map((store) => [store, make(store)])) as Record<ListedStore, Value>;
}

/** Empty lists, one per store. */
export const createRowLists = (): RowLists => mapStores(() => []);

/** Zero counts, one per store. */
export const createEmptyCounts = (): StoreCounts => mapStores(() => ({ rows: 0, live: 0 }));
