import type { Film } from '../films/types.ts';
import type { LogErrorCode } from './errors.ts';
import type { LogRows, LogStore, PartialDate, RatingValue } from './row-types.ts';

// The rows of the log, and what is said about the log.

export type * from './row-types.ts';

/** A film to write about; found by its refs, or created. */
export type FilmInput = Pick<Film, 'refs' | 'title' | 'year'> & Partial<Film>;

/** Identifies one write for its undo. The changes stay in the background. */
export type UndoToken = string;

/** What a page receives about a durable write. */
export interface WriteReceipt {
  /** The film that was written about; null if there was none or several. */
  filmId: string | null;
  /** Increases with each commit that changed something. */
  sequence: number;
  /** Undoes the write. Valid for one undo and for a limited time. */
  undo: UndoToken;
  /** Why the write is in the database but in no backup yet; absent if it is in both. Each later write tries again. */
  notBackedUp?: BackupFault;
}

/** What a page receives about an entry that it logged. */
export interface LogReceipt extends WriteReceipt {
  /** The id of the new entry. */
  entryId: string;
  /** Whether the film was on the watchlist and is no longer. */
  leftWatchlist: boolean;
}

/** A row before a write (null: it did not exist) and after it. */
export interface RowChange<Row> {
  before: Row | null;
  after: Row;
}

/** What one write changed, by store; enough for its undo. */
export type WriteChanges = { [S in LogStore]?: RowChange<LogRows[S]>[] };

/** The log's answer to a durable write. */
export interface CommitReceipt extends Omit<WriteReceipt, 'undo'> {
  changes: WriteChanges;
}

/** The user's data about one film. */
export interface OwnRecord {
  filmId: string;
  /** The film's own rating, otherwise that of the last rated entry; null if there is none. */
  rating: RatingValue | null;
  /** Whether `rating` is the film's own; a rating in an entry can be removed only there. */
  isRated: boolean;
  criteria: Record<string, RatingValue>;
  /** Number of entries, finished or not. */
  watchedCount: number;
  finished: boolean;
  lastWatchedOn: PartialDate | null;
  onWatchlist: boolean;
  liked: boolean;
}

/**
 * The reason why the copy outside the database could not be written. `storage-broken`: the extension's storage area
 * cannot be used, and the copy is in a second database.
 */
export type BackupFault = 'storage-full' | 'failed' | 'storage-broken';

/** What is known of the log from a place that the loss of both its copies does not reach. */
export interface Witness {
  /** `file`: a file with the whole log was saved then. `log`: the log was seen whole then. */
  kind: 'file' | 'log';
  /** Milliseconds since 1970. */
  at: number;
  installId: string;
  /** The newest commit at that time. */
  sequence: number;
  /** Rows including tombstones. */
  rows: number;
  films: number;
  ratings: number;
  entries: number;
}

/** A log that is older than a witness says. */
export interface OldLog {
  /** When the newest change in the log was made, in milliseconds since 1970; null if there is none. */
  changedAt: number | null;
  witness: Witness;
}

/** What a restore could not bring back although it was acknowledged. */
export interface MissingData {
  /** Rows that are not there, by store, including tombstones. */
  rows: { store: LogStore; count: number }[];
  /** Writes whose records cannot be read. */
  commits: number;
  /** The time, in milliseconds since 1970, after which they were made; null if it is not known. */
  since: number | null;
  /** The time before which they were made, likewise. */
  until: number | null;
}

/**
 * The state of the log. `incomplete`: it can be written, but the last restore lacked something, until the user
 * dismisses that. `damaged`: fewer rows than promised; writes are rejected until the user restores a
 * backup or accepts the loss; `witness`: both copies are gone, and only this says that there was a log. `older`: both
 * copies are older than a witness, until the user dismisses that. `backupFault`: why the copy outside the database cannot be written at present;
 * writes are still durable.
 */
export type LogHealth =
  | { state: 'ok'; backupFault?: BackupFault; older?: OldLog }
  | { state: 'incomplete'; missing: MissingData; backupFault?: BackupFault }
  | { state: 'damaged'; promisedRows: number; foundRows: number; backups: BackupSummary[]; witness?: Witness }
  | { state: 'unreadable'; code: LogErrorCode; backups: BackupSummary[] }
  | { state: 'newer'; version: number };

export interface BackupSummary {
  id: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  films: number;
  ratings: number;
  entries: number;
}
