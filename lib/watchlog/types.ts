import type { Film, FilmRef } from '../films/types.ts';
import type { LogErrorCode } from './errors.ts';
import type { StoredReview } from '../films/review-types.ts';

/**
 * A hybrid logical clock stamp as text that sorts by time: `milliseconds-counter-device`, each part of fixed
 * width in base 36 (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
export type Stamp = string;

/** A half-star rating as an integer, 1 (½) to 10 (5 stars). */
export type RatingValue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the day in the user's own calendar, without a time zone. */
export type PartialDate = string;

/** What every row of the log has. */
interface LogRow {
  /** Made on this device, sorts by creation, unique everywhere. */
  id: string;
  /** The stamp of each field's last change. */
  stamps: Record<string, Stamp>;
  /** Stamp of the deletion, or null. A deleted row stays as a tombstone. */
  deleted: Stamp | null;
  /** The import it came with, or null. */
  importId: string | null;
  /** Emptied for ever: a tombstone that holds nothing any more, and stays so that no row is missed. */
  purged?: true;
}

/** A film the user has touched. `refs` is a multi-entry index: any of them finds the row. */
export interface FilmRow extends LogRow, Film {
  liked: boolean;
  /** The user's words for the film, seen or not: the lists it is on. Those for one evening stand in the viewing. */
  tags: string[];
}

/** The user's present rating of a film; one live row a film. */
export interface RatingRow extends LogRow {
  filmId: string;
  value: RatingValue | null;
  criteria: Record<string, RatingValue>;
  /** Milliseconds since 1970. */
  ratedAt: number;
}

/** One viewing. */
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
  /** The viewing's own id in the service it was brought from, such as `trakt:9001`; absent where it has none. */
  sourceId?: string;
  /** What the diary is sorted by: `watchedOn`, or '' where that is unknown. Absent once deleted; set by each save. */
  diaryKey?: string;
}

/** Fields of a viewing that may be given or changed; what is left out keeps its default or its value. */
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

/** The user's word on which film a name means; null: none of them. */
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

/** A row that was there and that an import changed: the fields it changed as they were. */
export interface ImportChange {
  store: LogStore;
  id: string;
  before: Record<string, unknown>;
}

/** Tags that an import put on a film. */
export interface ImportTags {
  filmId: string;
  tags: string[];
}

/**
 * One import, for its report and its undo. What it made and changed stands in rows of the same kind, one a chunk, that
 * bear the import's id as their `importId`; the import itself bears null there.
 */
export interface ImportRow extends LogRow {
  fileNames: string[];
  format: string;
  startedAt: number;
  finishedAt: number | null;
  undoneAt: number | null;
  counts: Record<string, number>;
  /** In a chunk: the ids of the rows that it made, by store. */
  made?: Partial<Record<LogStore, string[]>>;
  /** In a chunk: what it changed. */
  changes?: ImportChange[];
  /** In a chunk: the tags that it put on films, of its own or of before. */
  tagged?: ImportTags[];
}

export interface FollowedSiteRow extends LogRow {
  url: string;
  name: string;
  feed: { kind: 'wordpress' | 'rss' | 'atom'; url: string };
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

/** What is told of a film to whoever writes about it; found by its refs, or made. */
export type FilmInput = Pick<Film, 'refs' | 'title' | 'year'> & Partial<Film>;

/** Names one write for its undo. What it changed stays in the background. */
export type UndoToken = string;

/** What a page is told about a write that is durable. */
export interface WriteReceipt {
  /** The film that was written about; null where the write was about none, or about several. */
  filmId: string | null;
  /** Grows with each commit that changed something. */
  sequence: number;
  /** Takes the write back. It is good for one undo and for a limited time. */
  undo: UndoToken;
}

/** A row as it was before a write (null: there was none) and after it. */
export interface RowChange<Row> {
  before: Row | null;
  after: Row;
}

/** What one write changed, by store: its undo needs no more. */
export type WriteChanges = { [S in LogStore]?: RowChange<LogRows[S]>[] };

/** The answer of the log to a write that is durable. */
export interface CommitReceipt extends Omit<WriteReceipt, 'undo'> {
  changes: WriteChanges;
}

/** What is the user's own of one film. */
export interface OwnRecord {
  filmId: string;
  /** The present rating, else the one given at the last rated viewing; null where there is none. */
  rating: RatingValue | null;
  /** Whether `rating` is the present one: that of a viewing is not taken back but in the diary. */
  isRated: boolean;
  criteria: Record<string, RatingValue>;
  /** Number of viewings, finished or not. */
  watchedCount: number;
  finished: boolean;
  lastWatchedOn: PartialDate | null;
  onWatchlist: boolean;
  liked: boolean;
}

/** Why the copy beside the database could not be written. */
export type BackupFault = 'storage-full' | 'failed';

/**
 * How the log is. `damaged`: fewer rows than promised; writes are refused until restored or accepted. `backupFault`
 * says why the copy beside the database cannot be kept at present; writes are durable nevertheless.
 */
export type LogHealth =
  | { state: 'ok'; backupFault?: BackupFault }
  | { state: 'damaged'; promisedRows: number; foundRows: number; backups: BackupSummary[] }
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
