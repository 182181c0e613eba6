import type { Film, FilmRef } from '../films/types.ts';
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
  /** In a film that was joined to another: where to, and what a split needs. Null after a split. */
  merged?: MergedFilm | null;
}

/** Identifies a row that refers to a film. */
export interface FilmRowKey {
  store: Exclude<LogStore, 'films' | 'imports' | 'followedSites' | 'lists'>;
  id: string;
}

/** What joining a film to another changed. The stamp of this field is that of the join. */
export interface MergedFilm {
  /** The film that was kept. */
  into: string;
  /** The joined film's refs. */
  refs: FilmRef[];
  /** The rows that it had. */
  rows: FilmRowKey[];
  /** The rows of both films that were deleted, because a film has only one of them. */
  dropped: FilmRowKey[];
  /** The previous values of the fields that the join changed in the film that was kept. */
  before: Record<string, unknown>;
  /** The stamps that the join gave them; absent in joins of versions up to 0.2.0, which gave their own. */
  stamps?: Record<string, Stamp>;
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
  /** The stamps that the import left in them; absent in imports of versions up to 0.2.0, which gave their own. */
  stamps?: Record<string, Stamp>;
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
  /** In a chunk: stamps that look later than it and came with rows of another copy, so that they are no edits since. */
  ahead?: Stamp[];
  /** In an import that was undone: the ids of the rows that the undo left, because they were edited. */
  kept?: string[];
}

export interface FollowedSiteRow extends LogRow {
  url: string;
  name: string;
  feed: { kind: 'wordpress' | 'rss' | 'atom' | 'json'; url: string };
  paused: boolean;
}

/** A list of the user's own. */
export interface ListRow extends LogRow {
  name: string;
  description: string;
  /** Whether its order is a ranking. */
  ranked: boolean;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** One film of a list; one live row for each film and list. */
export interface ListItemRow extends LogRow {
  listId: string;
  filmId: string;
  /** A text that sorts between those of its neighbours, so that a move changes one row (fractional indexing). */
  position: string;
  note: string;
  /** Milliseconds since 1970. */
  addedAt: number;
  /** The sort key of all items (`formatListKey`). Set by each save; absent in a deleted row. */
  listKey?: string;
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
  lists: ListRow;
  listItems: ListItemRow;
}

export type LogStore = keyof LogRows;
