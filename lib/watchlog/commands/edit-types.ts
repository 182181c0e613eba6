import type { Film } from '../../films/types.ts';
import type { RowLists } from '../store/schema.ts';
import type { EntryFields, LogHealth, LogStore, RatingValue, Stamp, WatchlistRow } from '../types.ts';

/** Maximum number of rows in one bulk edit, restore or purge; larger ones are sent in several. */
export const maxRowsPerEdit = 1000;

/** Maximum number of films of the log that one commit puts on a list. */
export const maxFilmsPerListing = 10_000;

/** Facts of a film that the user can correct; omitted fields keep their values. */
export type FilmChanges = Partial<
  Pick<
    Film,
    'title' | 'originalTitle' | 'year' | 'directors' | 'runtimeMinutes' | 'genres' | 'countries' | 'languages'
  >
>;

/** An edit of many entries. Tags are added before others are removed. */
export interface EntryEdit {
  addTags?: string[];
  removeTags?: string[];
  /** Fields set in all of the entries. */
  set?: Omit<EntryFields, 'tags'>;
  /** Moves them to the trash. */
  isDeleted?: true;
}

/** An edit of many films. */
export interface FilmEdit {
  /** Added at the end, before others are removed. */
  addTags?: string[];
  removeTags?: string[];
  /** Null removes the ratings. */
  rating?: RatingValue | null;
  liked?: boolean;
  listed?: boolean;
  priority?: WatchlistRow['priority'];
  /** Deletes the films with all their entries, ratings and other rows. */
  isDeleted?: true;
}

/** The stores whose deleted rows the trash shows, and which are deleted with their film. */
export const filmTrashStores = [
  'entries',
  'ratings',
  'watchlist',
  'keptReviews',
  'listItems',
] as const satisfies LogStore[];

export type FilmTrashStore = (typeof filmTrashStores)[number];

/** The stores whose deleted rows the trash shows. */
export const trashStores = [...filmTrashStores, 'lists'] as const satisfies LogStore[];

export type TrashStore = (typeof trashStores)[number];

/** Identifies one row in the trash. */
export interface TrashKey {
  store: TrashStore;
  id: string;
}

/** One row in the trash. Rows deleted together have the same stamp. */
export interface TrashItem extends TrashKey {
  stamp: Stamp;
  /** Milliseconds since 1970. */
  deletedAt: number;
  /** Null for a list. */
  filmId: string | null;
  /** The film's title, or the name of the list. */
  title: string;
  year: number | null;
  /** Content of the row, if its store has such fields. */
  watchedOn: string | null;
  rating: RatingValue | null;
  /** The first words of its note, review, reason or description; empty if there are none. */
  text: string;
}

/** The current rows that changed since a commit, including deleted ones. */
export interface LogChanges {
  /** The newest commit included. */
  sequence: number;
  rows: RowLists;
}

/** Faults that a check of the database can find. */
export type LogProblemKind =
  | 'missing-rows'
  | 'broken-row'
  | 'missing-film'
  | 'missing-list'
  | 'deleted-film'
  | 'double-rating'
  | 'double-watchlist'
  | 'double-list-item'
  | 'double-correction'
  | 'double-ref'
  | 'wrong-order'
  | 'wrong-counts'
  | 'wrong-checksum'
  | 'quarantined';

/** One kind of fault in one store, and how it was handled. */
export interface LogProblem {
  kind: LogProblemKind;
  /** Null if it concerns the whole log. */
  store: LogStore | null;
  count: number;
  /** The first affected rows, at most 20. */
  ids: string[];
  /** How it was handled. `none`: the user must act (restore), or it is only reported. */
  done: 'repaired' | 'from-backup' | 'quarantined' | 'none';
}

/** The result of a check of the database. */
export interface CheckReport {
  /** Milliseconds since 1970. */
  checkedAt: number;
  /** Rows read, including tombstones. */
  rows: number;
  /** Empty if there are none. */
  problems: LogProblem[];
  /** The state of the log after the check. */
  health: LogHealth;
}

/** What is kept of a check of the database. */
export interface LogCheck extends Pick<CheckReport, 'checkedAt' | 'rows'> {
  problems: Omit<LogProblem, 'ids'>[];
  /** Whether the log could be written afterwards; if not, the user must decide. */
  isWritable: boolean;
}

/** `back`: the log as it was. `missing`: only what is not in the log any more. */
export type RestoreMode = 'back' | 'missing';

/** One change that a restore would make. */
export interface RestoreSample {
  kind: 'added' | 'changed' | 'removed';
  store: LogStore;
  title: string;
  year: number | null;
}

/** What making the log as it was in a backup would change. */
export interface RestorePreview {
  /** The rows, by store; stores without changes are omitted. */
  counts: { store: LogStore; added: number; changed: number; removed: number }[];
  /** A few of the entries, ratings and watchlist items. */
  samples: RestoreSample[];
}

/** What a file would change, or has changed, in one store. */
export interface MergeCount {
  /** Rows that are not in the log. */
  added: number;
  /** Rows with newer fields in the file. */
  changed: number;
  /** Of those changed: deleted here before, live afterwards. */
  revived: number;
  /** Of those changed: live here before, deleted afterwards. */
  deleted: number;
  /** Rows that do not change. */
  same: number;
}
