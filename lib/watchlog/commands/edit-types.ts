import type { Film } from '../../films/types.ts';
import type { RowLists } from '../store/schema.ts';
import type { EntryFields, LogHealth, LogStore, RatingValue, Stamp, WatchlistRow } from '../types.ts';

/** The most rows one bulk edit, restore or purge may name: more are sent in several. */
export const maxRowsPerEdit = 1000;

/** Facts of a film that the user may put right; what is left out keeps its value. */
export type FilmChanges = Partial<
  Pick<
    Film,
    'title' | 'originalTitle' | 'year' | 'directors' | 'runtimeMinutes' | 'genres' | 'countries' | 'languages'
  >
>;

/** What happens to each of many viewings. Tags are added before others are removed. */
export interface EntryEdit {
  addTags?: string[];
  removeTags?: string[];
  /** Fields that all of them get. */
  set?: Omit<EntryFields, 'tags'>;
  /** Puts them in the trash. */
  isDeleted?: true;
}

/** What happens to each of many films. */
export interface FilmEdit {
  /** Added at the end, before others are removed. */
  addTags?: string[];
  removeTags?: string[];
  /** Null takes the ratings back. */
  rating?: RatingValue | null;
  liked?: boolean;
  listed?: boolean;
  priority?: WatchlistRow['priority'];
  /** Deletes the films with all that is said of them. */
  isDeleted?: true;
}

/** The stores of which the trash shows rows. */
export const trashStores = ['entries', 'ratings', 'watchlist', 'keptReviews'] as const satisfies LogStore[];

export type TrashStore = (typeof trashStores)[number];

/** Names one row of the trash. */
export interface TrashKey {
  store: TrashStore;
  id: string;
}

/** One row of the trash. Rows that went at one time bear one stamp. */
export interface TrashItem extends TrashKey {
  stamp: Stamp;
  /** Milliseconds since 1970. */
  deletedAt: number;
  filmId: string;
  title: string;
  year: number | null;
  /** What was in it, as far as its store has such things. */
  watchedOn: string | null;
  rating: RatingValue | null;
  /** The first words of its note, review or reason; '' where there are none. */
  text: string;
}

/** Rows changed since a commit, as they are now; deleted ones among them. */
export interface LogChanges {
  /** The newest commit they hold. */
  sequence: number;
  rows: RowLists;
}

/** What a check of the database can find. */
export type LogProblemKind =
  | 'missing-rows'
  | 'broken-row'
  | 'missing-film'
  | 'deleted-film'
  | 'double-rating'
  | 'double-watchlist'
  | 'double-correction'
  | 'double-ref'
  | 'wrong-order'
  | 'wrong-counts'
  | 'wrong-checksum'
  | 'quarantined';

/** One kind of fault in one store, and what was done about it. */
export interface LogProblem {
  kind: LogProblemKind;
  /** Null where the whole log is meant. */
  store: LogStore | null;
  count: number;
  /** The first of the rows concerned, at most 20. */
  ids: string[];
  /** `none`: it needs the user (a restore), or can only be told. */
  done: 'mended' | 'from-backup' | 'set-aside' | 'none';
}

/** What a check of the database found and did. */
export interface CheckReport {
  /** Milliseconds since 1970. */
  checkedAt: number;
  /** Rows that were read, tombstones among them. */
  rows: number;
  /** Empty where all is well. */
  problems: LogProblem[];
  /** How the log is afterwards. */
  health: LogHealth;
}

/** What a file would change in one store, or did. */
export interface MergeCount {
  /** Rows that are not in the log. */
  added: number;
  /** Rows of which the file has newer fields. */
  changed: number;
  /** Among those changed: deleted here, live afterwards. */
  revived: number;
  /** Among those changed: live here, deleted afterwards. */
  deleted: number;
  /** Rows that stay as they are. */
  same: number;
}
