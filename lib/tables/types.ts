/** Why a row is skipped. `SkippedRow.detail` has the parts of its sentence. */
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
  | 'music'
  | 'trailer'
  | 'in-progress'
  | 'short-play'
  | 'not-watched'
  | 'other-profile'
  | 'thumb'
  | 'hidden'
  | 'duplicate'
  | 'missing-title'
  | 'too-long'
  | 'bad-date'
  | 'ambiguous-date'
  | 'bad-rating'
  | 'bad-year'
  | 'missing-rating'
  | 'too-few-columns'
  | 'too-many-columns'
  | 'unclosed-quote';

/** Why a file cannot be read at all. */
export type ErrorClass =
  | 'too-large'
  | 'bad-zip'
  | 'unknown-format'
  | 'empty'
  | 'unreadable'
  // The user has to choose something first.
  | 'ambiguous-date'
  | 'choose-profile';

/** What is wrong with a row: a code, then the texts and numbers for its sentence. */
export type RowFaultDetail =
  | [code: 'not-a-film', text: string]
  | [code: 'other-type', title: string, type: string]
  | [code: 'series', title: string]
  | [code: 'no-film' | 'missing-title' | 'missing-rating' | 'unclosed-quote' | 'damaged-row']
  | [code: 'bad-date' | 'bad-year', text: string]
  | [code: 'ambiguous-date', text: string, first: string, second: string]
  | [code: 'bad-rating', text: string, worst: number, best: number]
  | [code: 'bad-rating-step', text: string, worst: number, best: number, step: number]
  | [code: 'too-few-columns', count: number, headerCount: number]
  | [code: 'too-many-columns', count: number, headerCount: number, extra: string]
  | [code: 'too-long', text: string, most: number]
  | [code: 'in-progress' | 'short-play' | 'trailer' | 'not-watched' | 'thumb' | 'hidden', title: string]
  | [code: 'other-profile', title: string, profile: string]
  | [
      code:
        | 'same-row'
        | 'same-film'
        | 'same-entry'
        | 'same-day'
        | 'other-sitting'
        | 'same-review'
        | 'same-rating'
        | 'same-watchlist-item'
        | 'same-like'
        | 'same-list-item',
    ];

/** What is wrong with a file: a code, then the texts and numbers for its sentence. */
export type FileFaultDetail =
  | [
      code:
        | 'too-large'
        | 'too-many-open-quotes'
        | 'not-text'
        | 'empty'
        | 'bad-json'
        | 'cut-off'
        | 'damaged'
        | 'locked'
        | 'unknown-packing'
        | 'nested-archive'
        | 'unsafe-path'
        | 'packed-too-large'
        | 'workbook'
        | 'nothing-readable'
        | 'same-columns'
        | 'unknown-service'
        | 'not-yours'
        | 'no-file'
        | 'no-version'
        | 'newer-version'
        | 'several-logs'
        | 'list-beside-log'
        | 'not-a-file'
        | 'no-such-file'
        | 'no-access',
    ]
  | [code: 'too-many-rows' | 'too-deep' | 'too-many-files', most: number]
  | [code: 'bad-json-line', line: number]
  | [code: 'mixed-services', other: string, service: string]
  | [code: 'ambiguous-date', text: string, first: string, second: string];

/**
 * Where something was read: the file, and the row as in a spreadsheet (the header is row 1), or the number of the item.
 */
export interface RowLocation {
  file: string;
  row: number;
}

/** A row that is not imported, with the reason. */
export interface SkippedRow {
  file: string;
  row: number;
  /** The column's name as in the file; null for the whole row. */
  column: string | null;
  reasonKind: ReasonKind;
  detail: RowFaultDetail;
}

/** A file that cannot be read, in `Reading.error`. */
export interface FileProblem {
  errorClass: ErrorClass;
  /** The file's name; null when it is not about one file. */
  file: string | null;
  detail: FileFaultDetail;
}

/** One file, decoded. */
export interface SourceFile {
  /** The name without folders. */
  name: string;
  /** The known folder of an export that the file is in (`likes`, `lists`, `deleted`); else ''. */
  folder: string;
  text: string;
  /** The cells of the header; empty when the file is not a table. */
  header: string[];
  /** The value of a JSON file; undefined for other files. */
  json: unknown;
}

/** The order of day, month and year in a date in numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
