/** Why a row is left out, for programs; the words for it are `LeftOutRow.reason`. */
export type ReasonKind =
  | 'series'
  | 'season'
  | 'episode'
  | 'game'
  | 'podcast'
  | 'music-video'
  | 'special'
  | 'anime'
  | 'book'
  | 'manga'
  | 'in-progress'
  | 'duplicate'
  | 'missing-title'
  | 'bad-date'
  | 'bad-rating'
  | 'bad-year'
  | 'missing-rating'
  | 'too-few-columns'
  | 'too-many-columns'
  | 'unclosed-quote';

/** Why a file cannot be read at all; `Reading.error` begins with one of them and a colon. */
export type ErrorClass = 'too-large' | 'bad-zip' | 'unknown-format' | 'empty' | 'unreadable';

/** Where something was read: the file, and the row as a spreadsheet counts (the header is row 1) or the item's number. */
export interface Place {
  file: string;
  row: number;
}

/** A row that is not brought over, with the reason. */
export interface LeftOutRow {
  file: string;
  row: number;
  /** The column's name as the file has it; null where the whole row is meant. */
  column: string | null;
  reasonKind: ReasonKind;
  /** A sentence that names row and column. */
  reason: string;
}

/** One file, decoded. */
export interface SourceFile {
  /** The name without folders. */
  name: string;
  /** The known folder of an export it lies in (`likes`, `lists`, `deleted`); '' elsewhere. */
  folder: string;
  text: string;
  /** The cells of the first row that is not empty; empty where the file is no table. */
  header: string[];
  /** The value of a JSON file; undefined elsewhere. */
  json: unknown;
}

/** Which comes first where a date is written with slashes. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
