import type { Film, FilmRef } from '../films/types.ts';
import type { LogErrorCode } from './errors.ts';
import type { StoredReview } from '../films/review-types.ts';

/**
 * A hybrid logical clock stamp as text that sorts by time: `milliseconds-counter-device`, each part with a
 * fixed width in base 36 (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
export type Stamp = string;

/** A half-star rating as an integer, 1 (½) to 10 (5 stars). */
export type RatingValue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the day in the user's own calendar, without a time zone. */
export type PartialDate = string;

/** The fields of every row in the log. */
interface LogRow {
  /** Created on this device; sorts by creation and is globally unique. */
  id: string;
  /** The stamp of each field's last change. */
  stamps: Record<string, Stamp>;
  /** Stamp of the deletion, or null. A deleted row stays as a tombstone. */
  deleted: Stamp | null;
  /** The import that created it, or null. */
  importId: string | null;
  /** Whether the row was emptied permanently; the empty tombstone stays, so that no row is missing. */
  purged?: true;
}

/** A film in the log. `refs` is a multi-entry index: any of them finds the row. */
export interface FilmRow extends LogRow, Film {
  liked: boolean;
  /**
   * The user's tags for the film, watched or not, such as its lists. Tags of one entry are in its entry.
   */
  tags: string[];
}

/** The user's rating of a film; one live row per film. */
export interface RatingRow extends LogRow {
  filmId: string;
  value: RatingValue | null;
  criteria: Record<string, RatingValue>;
  /** Milliseconds since 1970. */
  ratedAt: number;
}

/** One entry: an act of watching a film. */
export interface WatchEntry extends LogRow {
  filmId: string;
  /** Null: watched at an unknown time. */
  watchedOn: PartialDate | null;
  rewatch: boolean;
  finished: boolean;
  rating: RatingValue | null;
  tags: string[];
  note: string;
  review: string;
  reviewHasSpoilers: boolean;
  place: string;
  company: string;
  /** Milliseconds since 1970. */
  loggedAt: number;
  origin: 'popup' | 'log' | 'import' | 'menu' | 'command';
  /** The entry's id in the service it was imported from, such as `trakt:9001`; absent if it has none. */
  sourceId?: string;
  /**
   * The sort key of the diary: `watchedOn`, or '' if that is unknown. Set by each save; absent in a deleted
   * row.
   */
  diaryKey?: string;
}

/** Fields of an entry that may be given or changed; omitted fields keep their default or their value. */
export type EntryFields = Partial<
  Pick<
    WatchEntry,
    | 'watchedOn'
    | 'rewatch'
    | 'finished'
    | 'rating'
    | 'tags'
    | 'note'
    | 'review'
    | 'reviewHasSpoilers'
    | 'place'
    | 'company'
  >
>;

export interface WatchlistRow extends LogRow {
  filmId: string;
  priority: 0 | 1 | 2 | 3;
  reason: string;
  addedAt: number;
}

/** The user's choice of the film that a ref means; null: no film. */
export interface CorrectionRow extends LogRow {
  /** `title:her:2013`, `title:her` or another ref as the page gave it. */
  key: FilmRef;
  filmId: string | null;
}

export interface KeptReviewRow extends LogRow {
  filmId: string;
  url: string;
  review: StoredReview;
}

/** The previous values of the fields that an import changed in an existing row. */
export interface ImportChange {
  store: LogStore;
  id: string;
  before: Record<string, unknown>;
}

/** Tags that an import added to a film. */
export interface ImportTags {
  filmId: string;
  tags: string[];
}

/**
 * One import, for its report and its undo. Each chunk is a row of the same kind that records what it created
 * and changed and has the import's id as `importId`; the import itself has null there.
 */
export interface ImportRow extends LogRow {
  fileNames: string[];
  format: string;
  startedAt: number;
  finishedAt: number | null;
  undoneAt: number | null;
  counts: Record<string, number>;
  /** In a chunk: the ids of the rows that it created, by store. */
  made?: Partial<Record<LogStore, string[]>>;
  /** In a chunk: the previous values of what it changed. */
  changes?: ImportChange[];
  /** In a chunk: the tags that it added to films, new or existing. */
  tagged?: ImportTags[];
}

export interface FollowedSiteRow extends LogRow {
  url: string;
  name: string;
  feed: { kind: 'wordpress' | 'rss' | 'atom' | 'json'; url: string };
  paused: boolean;
}

/** The stores of `marquee-log`, by name. */
export interface LogRows {
  films: FilmRow;
  ratings: RatingRow;
  entries: WatchEntry;
  watchlist: WatchlistRow;
  corrections: CorrectionRow;
  keptReviews: KeptReviewRow;
  imports: ImportRow;
  followedSites: FollowedSiteRow;
}

export type LogStore = keyof LogRows;

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
