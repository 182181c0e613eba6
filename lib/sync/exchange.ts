import type { RowLists } from '../watchlog/store/schema.ts';
import type { RowName, StoredRow } from './rows.ts';
import type { Manifest } from './manifest.ts';
import type { LogPosition } from './sync-store.ts';
import type { SyncProgress, SyncSetUp } from './sync-types.ts';

/** Rows from other devices, and how many there were beside them that cannot be read. */
export interface RowBatch {
  rows: RowLists;
  /** Damaged ones. */
  invalid: number;
  /** Those under another key; absent where there are none. */
  sealed?: number;
}

/** Rows from other devices, some at a time. */
export type Batches = AsyncIterable<RowBatch>;

/** What becomes of rows that come. */
export interface Receiver {
  /**
   * Looks at rows before any are written; null where that is not needed. They come again for `take`. What it throws ends
   * the pass, and nothing is written.
   */
  review: ((batches: Batches) => Promise<void>) | null;
  /** Writes rows. Once it resolves they count as read. */
  take: (batches: Batches) => Promise<void>;
}

/** Reads the rows of the log that are to be sent. */
export interface RowSource {
  /** The log as it is now. */
  position: () => Promise<LogPosition>;
  /** The rows with these names; those that are not there are left out. */
  read: (names: string[]) => Promise<StoredRow[]>;
  /** All rows after one in the order of stores and ids, films before those that refer to them; null: from the first on. */
  readAll: (after: RowName | null) => AsyncIterable<StoredRow[]>;
}

/** How rows get to a remote and from it. Throws `RemoteError` and `SyncError`. */
export interface Exchange {
  /** The manifest of the remote; null if there is none. */
  loadManifest: () => Promise<Manifest | 'newer' | null>;
  /** Asks whether such a remote is there at all, and writes nothing. */
  check: () => Promise<void>;
  /** Writes a manifest, over the one that is there. */
  createManifest: (manifest: Manifest) => Promise<void>;
  /** Deletes what a former generation has left, once everything is in the present one. */
  removeFormer: (generation: string) => Promise<void>;
  receive: (setUp: SyncSetUp, receiver: Receiver) => Promise<void>;
  /** Sends what changed here. Returns how many rows. */
  send: (setUp: SyncSetUp, source: RowSource) => Promise<number>;
  /** Deletes everything that Marquee wrote to the remote, of all devices, in these generations. */
  destroy: (generations: string[]) => Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether this device is to tell the others its name: once a day, and when the user has renamed it. */
export const isNameDue = (
  { toldAt, toldName }: Pick<SyncProgress, 'toldAt' | 'toldName'>,
  { deviceName }: Pick<SyncSetUp, 'deviceName'>,
  now: number,
): boolean => now - toldAt >= dayMs || (toldName ?? deviceName) !== deviceName;
