import type { DateOrder, FileProblem, SkippedRow, RowLocation, SourceFile } from '../tables/types.ts';
import type { ColumnField, TableColumns } from '../tables/columns/fields.ts';
import type { RowLists } from '../watchlog/store/schema.ts';
import type { FilmInput, PartialDate, RatingValue } from '../watchlog/types.ts';
import type { ImportFormat } from './format-names.ts';

export type { ImportFormat } from './format-names.ts';

/** What was changed in a row: a code, then the texts and numbers for its sentence. */
export type NoticeDetail =
  | [code: 'rounded-rating', text: string, rating: RatingValue]
  /** `rough-day`: a date of which only the year is certain. */
  | [code: 'read-as-unrated' | 'other-encoding' | 'rough-day', text: string];

/** A value that was imported, but not exactly as it is in the file. */
export interface Notice extends RowLocation {
  column: string | null;
  detail: NoticeDetail;
}

/** One entry as read from a file. */
export interface ReadEntry {
  film: FilmInput;
  /** The day in the user's own calendar; null where it is unknown. */
  watchedOn: PartialDate | null;
  /** The time it was watched, in milliseconds since 1970; null when the file has none. */
  watchedAt: number | null;
  /** When it was logged, in milliseconds since 1970; null when the file does not say. */
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
  /** The entry's id in its service; null when it has none. */
  sourceId: string | null;
  /** The file only says that the film was seen. Such an entry adds nothing to a film that has entries. */
  isSeenMark: boolean;
  from: RowLocation;
}

export interface ReadRating {
  film: FilmInput;
  value: RatingValue;
  criteria: Record<string, RatingValue>;
  /** Milliseconds since 1970; null where the file does not tell. */
  ratedAt: number | null;
  from: RowLocation;
}

export interface ReadWatchlistItem {
  film: FilmInput;
  /** Milliseconds since 1970; null where the file does not tell. */
  addedAt: number | null;
  priority: 0 | 1 | 2 | 3;
  reason: string;
  from: RowLocation;
}

export interface ReadLike {
  film: FilmInput;
  from: RowLocation;
}

/** A tag of a film, seen or not; or, with `list`, that the film is on a list of that name, and the note on it there. */
export interface ReadTag {
  film: FilmInput;
  tag: string;
  list?: { name: string; note: string };
  from: RowLocation;
}

/** A film of a list, in the order of the list. */
export interface ReadListItem {
  film: FilmInput;
  /** Its number in the list, where the list is ranked; else null. */
  position: number | null;
  note: string;
}

/** A list that the user named. */
export interface ReadList {
  name: string;
  description: string;
  ranked: boolean;
  items: ReadListItem[];
}

/** How the films of a list are imported: onto the watchlist, or as a list of its name. */
export type ListUse = 'watchlist' | 'list';

/** A choice that the files leave open, with what was assumed; the user can make it. */
export type Doubt =
  /** Day and month of some dates cannot be told apart; those rows are left out. */
  | { kind: 'date-order'; column: string; text: string; first: string; second: string }
  /** The ratings fit several scales; `best` is the end of the scale that was assumed. */
  | { kind: 'scale'; column: string; best: number; others: number[] }
  /** The column was taken for the field by its cells alone, and could be another one. */
  | { kind: 'column'; column: string; field: ColumnField };

/** A table and what its columns were taken for. */
export interface ReadTable extends TableColumns {
  file: string;
  /** The cells of the first rows, as they are read, to show beside the columns. */
  sample: string[][];
  header: string[];
  doubts: Doubt[];
  /** The fields that its columns can be for a table of a known service; null for any other table, where they can be all. */
  fields: ColumnField[] | null;
}

/** Every row of a log by store, including deleted rows. */
export type LogRowLists = RowLists;

/** The contents of files, in one shape for all services. Each film is one object, shared by its rows. */
export interface Reading {
  /** Null when no file was recognised. */
  format: ImportFormat | null;
  fileNames: string[];
  entries: ReadEntry[];
  ratings: ReadRating[];
  watchlist: ReadWatchlistItem[];
  liked: ReadLike[];
  tags: ReadTag[];
  lists: ReadList[];
  /** How lists were imported that may or may not be the watchlist; null when there is none. */
  doubtfulLists: ListUse | null;
  skipped: SkippedRow[];
  notices: Notice[];
  /** The rows themselves, when the file is one of our own; else null. */
  log: LogRowLists | null;
  /** The profiles or users whose rows the files have, also those that were not read; empty where they have no such names. */
  profiles: string[];
  /** What the columns of each table were taken for. */
  tables: ReadTable[];
  /** What the files leave open beside their tables. */
  doubts: Doubt[];
  /** Why a file could not be read; null when all could. The contents of the other files are in the lists. */
  error: FileProblem | null;
}

/** The name of the column for each field, as in the header. */
export type ColumnMapping = Partial<Record<GenericField, string>>;

/** A field that a column of any table can have. */
export type GenericField = ColumnField;

/** The options for reading files. */
export interface ReadOptions {
  /** IANA name of the zone in which moments become days, such as `Europe/Berlin`. */
  timeZone: string;
  /** The user's choice of the order of day and month, used when a file is ambiguous. */
  dateOrder?: DateOrder;
  /** The profile or user whose rows are read, where a file has several; by default all rows are read. */
  profile?: string | undefined;
  /** The end of the scale of ratings that the user chose, such as 5, 10 or 100. */
  scale?: number;
  /** The user's choice of columns; other columns are found, or are those of the service. */
  mapping?: ColumnMapping;
  /** The columns that the user does not want to be read. */
  skippedColumns?: string[];
  /** The user's choice for IMDb lists that are not named "watchlist"; by default they go to the watchlist. */
  imdbLists?: ListUse;
}

/** What is said of a format in docs/import-formats.md: short sentences in plain English. */
export interface FormatNotes {
  /** The files that are read. */
  files: string;
  /** What of them is imported. */
  read: string;
  /** What is left out, or not kept. */
  left: string;
}

/** The files of one service. The module of a format is named by its id. */
export interface FileFormat {
  id: ImportFormat;
  /** The files that belong to this service, by their content. */
  recognise: (files: SourceFile[]) => SourceFile[];
  /** Whether a file that is not recognised still belongs to this service's export, but has no films. */
  isByProduct?: (file: SourceFile) => boolean;
  notes: FormatNotes;
  /** Reads the files together. May throw `FileFault`, which `readFiles` reports. */
  read: (files: SourceFile[], options: ReadOptions) => Reading;
}
