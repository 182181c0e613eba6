import type { DateOrder, FileProblem, SkippedRow, Place, SourceFile } from '../tables/types.ts';
import type { RowLists } from '../watchlog/store/schema.ts';
import type { FilmInput, PartialDate, RatingValue } from '../watchlog/types.ts';

/** The services and kinds of file that can be read. */
export type ImportFormat =
  | 'letterboxd'
  | 'imdb'
  | 'trakt'
  | 'tmdb'
  | 'simkl'
  | 'movary'
  | 'yamtrack'
  | 'netflix'
  | 'marquee'
  | 'generic';

/** What was changed in a row: a code, then the texts and numbers that its sentence is filled in with. */
export type NoticeDetail =
  [code: 'rounded-rating', text: string, rating: RatingValue] | [code: 'read-as-unrated', text: string];

/** Something that was imported, but not exactly as it is in the file. */
export interface Notice extends Place {
  column: string | null;
  detail: NoticeDetail;
}

/** One viewing as a file tells it. */
export interface ReadEntry {
  film: FilmInput;
  /** The day in the user's own calendar; null where it is unknown. */
  watchedOn: PartialDate | null;
  /** The moment, in milliseconds since 1970, where the file gives one. */
  watchedAt: number | null;
  /** When it was written down, in milliseconds since 1970, where the file tells. */
  loggedAt: number | null;
  rating: RatingValue | null;
  rewatch: boolean;
  finished: boolean;
  tags: string[];
  note: string;
  review: string;
  reviewHasSpoilers: boolean;
  place: string;
  company: string;
  /** The viewing's own id in its service; null where it has none. */
  sourceId: string | null;
  /** The file only says that the film was seen at some time: it adds nothing to a film with viewings. */
  isSeenMark: boolean;
  from: Place;
}

export interface ReadRating {
  film: FilmInput;
  value: RatingValue;
  criteria: Record<string, RatingValue>;
  /** Milliseconds since 1970; null where the file does not tell. */
  ratedAt: number | null;
  from: Place;
}

export interface ReadWatchlistItem {
  film: FilmInput;
  /** Milliseconds since 1970; null where the file does not tell. */
  addedAt: number | null;
  priority: 0 | 1 | 2 | 3;
  reason: string;
  from: Place;
}

export interface ReadLike {
  film: FilmInput;
  from: Place;
}

/** A tag of a film itself, seen or not: a list that it is on. */
export interface ReadTag {
  film: FilmInput;
  tag: string;
  from: Place;
}

/** A list of films under a name of the user's. Its films are among the tags; of the rest the log has no place. */
export interface ReadList {
  name: string;
  /** What its films are tagged with. */
  tag: string;
  /** Whether it has a description, notes or an order, which stay behind. */
  hasExtras: boolean;
}

/** What becomes of a list's films: they are put on the watchlist, or tagged with its name. */
export type ListUse = 'watchlist' | 'tags';

/** Every row of a log, deleted ones too, by store. */
export type LogRowLists = RowLists;

/** What files hold, in one shape whatever service they are from. A film is one object wherever it is named. */
export interface Reading {
  /** Null where no file could be recognised. */
  format: ImportFormat | null;
  fileNames: string[];
  entries: ReadEntry[];
  ratings: ReadRating[];
  watchlist: ReadWatchlistItem[];
  liked: ReadLike[];
  tags: ReadTag[];
  lists: ReadList[];
  /** What lists have been taken for that may be the watchlist or another one; null where there is none. */
  doubtfulLists: ListUse | null;
  skipped: SkippedRow[];
  notices: Notice[];
  /** The rows themselves, where the file is a log of our own. */
  log: LogRowLists | null;
  /** Why a file could not be read; what could be read all the same is in the lists. */
  error: FileProblem | null;
}

/** Which column of a table holds what: field to the column's name as the header has it. */
export type ColumnMapping = Partial<Record<GenericField, string>>;

/** What a column of any table can hold. */
export const genericFields = [
  'title',
  'originalTitle',
  'year',
  'directors',
  'imdb',
  'tmdb',
  'url',
  'kind',
  'watchedOn',
  'rating',
  'filmRating',
  'rewatch',
  'finished',
  'liked',
  'watchlist',
  'tags',
  'filmTags',
  'note',
  'review',
  'spoilers',
  'place',
  'company',
] as const;

export type GenericField = (typeof genericFields)[number];

/** What a format is told beside the files. */
export interface ReadOptions {
  /** IANA name of the zone in which moments become days, such as `Europe/Berlin`. */
  timeZone: string;
  /** The user's word on the order of day and month, where a file does not tell. */
  dateOrder?: DateOrder;
  /** The user's word on the columns of a table of no known service. */
  mapping?: ColumnMapping;
  /** The user's word on lists of IMDb that are not named as the watchlist; left out: they are. */
  imdbLists?: ListUse;
}

/** One service's files. The file of the format bears its id. */
export interface FileFormat {
  id: ImportFormat;
  name: string;
  /** Those of the files that are this service's, by their content. */
  recognise: (files: SourceFile[]) => SourceFile[];
  /** Whether a file that is not recognised belongs to this service's export all the same, and tells of no film. */
  isByProduct?: (file: SourceFile) => boolean;
  /** What its files tell together. Never throws for what a file holds. */
  read: (files: SourceFile[], options: ReadOptions) => Reading;
}
