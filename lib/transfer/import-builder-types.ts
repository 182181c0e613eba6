import type { FilmInput, RatingValue } from '../watchlog/types.ts';
import type { FindDay } from '../tables/dates.ts';
import type { RowFault } from '../tables/faults.ts';
import type { TableRow } from '../tables/table.ts';
import type { RowFaultDetail, RowLocation, SourceFile } from '../tables/types.ts';
import type { ReadStars } from './values.ts';
import type {
  Doubt,
  NoticeDetail,
  ReadEntry,
  Reading,
  ReadList,
  ReadRating,
  ReadTable,
  ReadWatchlistItem,
} from './types.ts';

/** The known parts of an entry. Other fields are empty, and the entry counts as finished. */
export type EntryParts = Pick<ReadEntry, 'film' | 'watchedOn' | 'from'> & Partial<ReadEntry>;

/** The known parts of a rating. */
type RatingParts = { film: FilmInput; value: RatingValue; from: RowLocation } & Partial<ReadRating>;

/** A row with its cells by column name. */
export interface RowCells {
  from: RowLocation;
  text: (column: string) => string;
  /** The cell of the column of that very name, in tables. */
  plain?: (column: string) => string;
}

/** What the columns say of a row that the user added to a table of a service. */
export interface AddedCells {
  film: Partial<FilmInput>;
  stars: ReadStars | null;
  entry: Pick<ReadEntry, 'note' | 'review' | 'place' | 'company' | 'tags' | 'rewatch'>;
  filmTags: string[];
  isLiked: boolean;
}

/** Columns that the user added to a table. `read` throws `RowFault` for a row in which they cannot be read. */
export interface AddedColumns {
  read: (row: RowCells) => AddedCells;
}

/** Builds a reading row by row. */
export interface ImportBuilder {
  findDay: FindDay;
  /**
   * The object of a film, found by its refs, or else by its exact title and year. Throws `RowFault` if its title is
   * missing or too long.
   */
  film: (input: FilmInput) => FilmInput;
  addEntry: (parts: EntryParts) => ReadEntry;
  /**
   * How many of a row's number of further plays can become entries, at most `maxPlaysOfRow` with the first. If the import has
   * no room for them, the reading's error says so.
   */
  takePlays: (count: number, from: RowLocation) => number;
  /** Keeps the first rating of a film; false when it already has one. */
  addRating: (parts: RatingParts) => boolean;
  /**
   * Rates a film with the latest of its ratings. `when` is the time of this one, as texts that sort by time: '' is unknown, and
   * of equals the first counts. False when the film has one that is not earlier.
   */
  setLatestRating: (parts: RatingParts, when: string) => boolean;
  /** Sets the rating of a film, replacing any earlier one. */
  setRating: (parts: RatingParts) => void;
  /** Adds a film to the watchlist; false when it is already on it. */
  addToWatchlist: (parts: { film: FilmInput; from: RowLocation } & Partial<ReadWatchlistItem>) => boolean;
  /** Likes a film; false when it is already liked. */
  addLike: (film: FilmInput, from: RowLocation) => boolean;
  /**
   * Tags a film with the name as `formatTag` writes it; does nothing when that is empty. False when the film already
   * has the tag.
   */
  addTag: (film: FilmInput, tag: string, from: RowLocation) => boolean;
  /** Notes the profile of a row, and throws `RowFault` `other-profile` if the user chose another one. */
  checkProfile: (profile: string, column: string | null, title: string) => void;
  /** Puts a film on the list with a name, and tags it so. Throws `RowFault` `duplicate` if it is already on it. */
  addToList: (film: FilmInput, name: string, from: RowLocation) => void;
  /** Puts a film on a list, before `addList` describes it; false if it is on it already. */
  addListItem: (film: FilmInput, list: { name: string; note: string }, from: RowLocation) => boolean;
  /** Adds a list that the user named. Its films are added with `addListItem`. */
  addList: (list: Pick<ReadList, 'name' | 'description' | 'ranked' | 'items'>) => void;
  /** Says what the columns of a table were taken for; asked when all rows were read. */
  addTable: (describe: () => ReadTable) => void;
  /** Reads further columns of the rows of a file, beside what its format reads. */
  addColumns: (file: Pick<SourceFile, 'name' | 'folder'>, columns: AddedColumns) => void;
  /** Notes a choice that the files leave open, and that is not about a table. */
  addDoubt: (doubt: Doubt) => void;
  notice: (from: RowLocation, column: string | null, ...detail: NoticeDetail) => void;
  skip: (from: RowLocation, fault: RowFault) => void;
  /** Throws `RowFault` `duplicate` when the key was given before. */
  rejectDuplicate: (key: string, column: string | null, ...detail: RowFaultDetail) => void;
  /**
   * Runs a task for one row. The row is skipped if the task throws `RowFault`. Throws `FileFault` `too-large` for a row
   * behind the last that a file may have.
   */
  attempt: (from: RowLocation, task: () => void) => void;
  /** Runs a task as `attempt` does, with what added columns say of the row. */
  attemptRow: (row: RowCells, task: () => void) => void;
  /** Runs a task for each row. Rows with a fault are skipped. */
  eachRow: (rows: TableRow[], task: (row: TableRow) => void) => void;
  entriesOf: (film: FilmInput) => ReadEntry[];
  /** The finished reading. Throws `FileFault` `empty` when there was no row. */
  finish: (options: { fileNames: string[]; countsRewatches: boolean }) => Reading;
}
