import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { LogRows, LogStore, RowChange, Stamp } from '../types.ts';

/** The database's name. */
export const logDatabaseName = 'marquee-log';

/** The stores that hold rows, in the order in which backups hold them: films before what refers to them. */
export const logStores = [
  'films',
  'ratings',
  'entries',
  'watchlist',
  'corrections',
  'keptReviews',
  'imports',
  'followedSites',
] as const satisfies readonly LogStore[];

/** Names one row. */
export interface RowKey {
  store: LogStore;
  id: string;
}

/** How many rows a store has, tombstones among them, and how many of them are not deleted. */
export interface StoreCount {
  rows: number;
  live: number;
}

export type StoreCounts = Record<LogStore, StoreCount>;

/** The one row of the store `meta`, written with each commit. */
export interface LogState {
  id: 'state';
  /** Names this log; the integrity marker bears the same. */
  installId: string;
  /** Names this device in stamps. */
  device: string;
  /** Version of the schema that counts and checksum were made under; older than the database's after an upgrade. */
  schema: number;
  /** Grows by one with each commit. */
  sequence: number;
  /** The newest stamp given or seen here. */
  lastStamp: Stamp | null;
  counts: StoreCounts;
  /** Checksum of the set of all rows (`checksumRow`). */
  checksum: string;
  /** Rows changed since the last commit that is known to be in the journal; null: too many, a new backup is due. */
  unsaved: RowKey[] | null;
}

/** A row that a migration or a restore could not read, kept as it was found. */
export interface QuarantinedRow {
  store: string;
  row: unknown;
  reason: string;
  /** Whether the state still counts it among the rows of its store, so that it is not taken for lost. */
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
}

type RowStores = {
  [S in LogStore]: {
    key: string;
    value: LogRows[S];
    indexes: Indexes[S] & { byDeletion: string; byImport: string };
  };
};

/** The database in `idb`'s terms. */
export interface LogSchema extends DBSchema, RowStores {
  meta: { key: 'state'; value: LogState };
  quarantine: { key: number; value: QuarantinedRow };
}

/** A store's row. The same as `LogRows[S]`, in a form the compiler follows through `idb`. */
export type RowOf<S extends LogStore> = LogSchema[S]['value'];

export type LogDatabase = IDBPDatabase<LogSchema>;

/** Rows by store. */
export type RowLists = { [S in LogStore]: RowOf<S>[] };

/** What a commit changed, by store and id. */
export type ChangeMaps = { [S in LogStore]: Map<string, RowChange<RowOf<S>>> };

/** A transaction over everything. */
export type LogTransaction = IDBPTransaction<LogSchema, (LogStore | 'meta' | 'quarantine')[], 'readwrite'>;

/** The stores that say something of a film by `filmId`. */
export const filmStores = [
  'ratings',
  'entries',
  'watchlist',
  'corrections',
  'keptReviews',
] as const satisfies LogStore[];

type ListedStore = (typeof logStores)[number];

/** One value for each store, made by `make`. */
export function mapStores<Value>(make: (store: ListedStore) => Value): Record<ListedStore, Value> {
  // A store that `logStores` lacked would be missing in the lists below, which the compiler refuses.
  return Object.fromEntries(logStores.map((store) => [store, make(store)])) as Record<ListedStore, Value>;
}

/** Empty lists, one a store. */
export const createRowLists = (): RowLists => mapStores(() => []);

/** Counts of zero, one a store. */
export const createEmptyCounts = (): StoreCounts => mapStores(() => ({ rows: 0, live: 0 }));
