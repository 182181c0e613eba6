import { createEntryFields } from '../watchlog/entry-fields.ts';
import type { FilmInput, RatingValue } from '../watchlog/types.ts';
import { createFindDay, type FindDay } from '../tables/dates.ts';
import { maxCountedPlays, maxPlaysOfRow, maxRows } from '../tables/limits.ts';
import { FileFault, RowFault, shorten, toProblem, toSkippedRow } from '../tables/faults.ts';
import { createFilmIndex } from './film-index.ts';
import { markRewatches } from './rewatches.ts';
import type { TableRow } from '../tables/table.ts';
import { fitFilm, formatTag } from './values.ts';
import type { RowLocation, RowFaultDetail } from '../tables/types.ts';
import type {
  ImportFormat,
  NoticeDetail,
  ReadEntry,
  Reading,
  ReadList,
  ReadTable,
  ReadOptions,
  ReadRating,
  ReadWatchlistItem,
} from './types.ts';

/** The known parts of an entry. Other fields are empty, and the entry counts as finished. */
export type EntryParts = Pick<ReadEntry, 'film' | 'watchedOn' | 'from'> & Partial<ReadEntry>;

/** The known parts of a rating. */
type RatingParts = { film: FilmInput; value: RatingValue; from: RowLocation } & Partial<ReadRating>;

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
  /** Says what the columns of a table were taken for. */
  addTable: (table: ReadTable) => void;
  notice: (from: RowLocation, column: string | null, ...detail: NoticeDetail) => void;
  skip: (from: RowLocation, fault: RowFault) => void;
  /** Throws `RowFault` `duplicate` when the key was given before. */
  rejectDuplicate: (key: string, column: string | null, ...detail: RowFaultDetail) => void;
  /**
   * Runs a task for one row. The row is skipped if the task throws `RowFault`. Throws `FileFault` `too-large` for a row
   * behind the last that a file may have.
   */
  attempt: (from: RowLocation, task: () => void) => void;
  /** Runs a task for each row. Rows with a fault are skipped. */
  eachRow: (rows: TableRow[], task: (row: TableRow) => void) => void;
  entriesOf: (film: FilmInput) => ReadEntry[];
  /** The finished reading. Throws `FileFault` `empty` when there was no row. */
  finish: (options: { fileNames: string[]; countsRewatches: boolean }) => Reading;
}

/** An id that is longer is no id of a service. */
const maxSourceIdLength = 300;

const emptyEntry = {
  ...createEntryFields(),
  watchedAt: null,
  loggedAt: null,
  sourceId: null,
  isSeenMark: false,
} satisfies Partial<ReadEntry>;

const emptyList = { description: '', ranked: false } satisfies Partial<ReadList>;

/** A reading with nothing in it. */
export function createReading(format: ImportFormat | null, fileNames: string[]): Reading {
  return {
    format,
    fileNames,
    entries: [],
    ratings: [],
    watchlist: [],
    liked: [],
    tags: [],
    lists: [],
    doubtfulLists: null,
    skipped: [],
    notices: [],
    log: null,
    profiles: [],
    tables: [],
    error: null,
  };
}

/** A reading of files that cannot be read. */
export function createFailure(format: ImportFormat | null, fileNames: string[], fault: FileFault): Reading {
  return { ...createReading(format, fileNames), error: toProblem(fault) };
}

type RowPart = Pick<ImportBuilder, 'skip' | 'rejectDuplicate' | 'attempt' | 'eachRow'>;
type RatingPart = Pick<ImportBuilder, 'addRating' | 'setRating' | 'setLatestRating'>;
type FilmPart = Pick<
  ImportBuilder,
  'addEntry' | 'takePlays' | 'entriesOf' | 'addToWatchlist' | 'addLike' | 'addTag' | 'addListItem'
>;

const tooManyRows = ({ file }: RowLocation, most: number): FileFault =>
  new FileFault('too-large', file, 'too-many-rows', most);

/** Counts rows, rejects duplicates, and skips rows that throw `RowFault`. */
function createRowPart(reading: Reading): RowPart & { countRows: () => number } {
  const seen = new Set<string>();
  let rowCount = 0;
  const skip = (from: RowLocation, fault: RowFault): void => {
    reading.skipped.push(toSkippedRow(from, fault));
  };
  const attempt = (from: RowLocation, task: () => void): void => {
    if (from.row > maxRows) throw tooManyRows(from, maxRows);
    rowCount += 1;
    try {
      task();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      skip(from, error);
    }
  };
  return {
    countRows: () => rowCount,
    skip,
    attempt,
    rejectDuplicate: (key, column, ...detail) => {
      if (seen.has(key)) throw new RowFault('duplicate', column, ...detail);
      seen.add(key);
    },
    eachRow: (rows, task) => {
      for (const row of rows) {
        attempt(row.from, () => {
          if (row.fault) throw row.fault;
          task(row);
        });
      }
    },
  };
}

function createRatingPart(reading: Reading): RatingPart {
  const rated = new Map<FilmInput, ReadRating>();
  const ratedWhen = new Map<FilmInput, string>();
  const addRating: RatingPart['addRating'] = (parts) => {
    if (rated.has(parts.film)) return false;
    const rating: ReadRating = { criteria: {}, ratedAt: null, ...parts };
    rated.set(parts.film, rating);
    reading.ratings.push(rating);
    return true;
  };
  const setRating: RatingPart['setRating'] = (parts) => {
    const known = rated.get(parts.film);
    if (known) Object.assign(known, parts);
    else addRating(parts);
  };
  return {
    addRating,
    setRating,
    setLatestRating: (parts, when) => {
      const last = ratedWhen.get(parts.film);
      if (rated.has(parts.film) && (last ?? '') >= when) return false;
      ratedWhen.set(parts.film, when);
      setRating(parts);
      return true;
    },
  };
}

function createFilmPart(reading: Reading): FilmPart & { listEntries: () => Iterable<ReadEntry[]> } {
  const entries = new Map<FilmInput, ReadEntry[]>();
  const listed = new Set<FilmInput>();
  const liked = new Set<FilmInput>();
  const tagged = new Map<FilmInput, Set<string>>();
  const onLists = new Map<FilmInput, Set<string>>();
  let playsLeft = maxCountedPlays;
  return {
    listEntries: () => entries.values(),
    entriesOf: (film) => entries.get(film) ?? [],
    addEntry: (parts) => {
      const entry: ReadEntry = { ...emptyEntry, ...parts };
      if (entry.sourceId !== null && entry.sourceId.length > maxSourceIdLength) entry.sourceId = null;
      reading.entries.push(entry);
      const known = entries.get(entry.film);
      if (known) known.push(entry);
      else entries.set(entry.film, [entry]);
      return entry;
    },
    takePlays: (count, from) => {
      const wanted = Math.min(count, maxPlaysOfRow - 1);
      const taken = Math.min(wanted, playsLeft);
      playsLeft -= taken;
      if (taken < wanted) reading.error ??= toProblem(tooManyRows(from, maxCountedPlays));
      return taken;
    },
    addToWatchlist: (parts) => {
      if (listed.has(parts.film)) return false;
      listed.add(parts.film);
      reading.watchlist.push({ addedAt: null, priority: 0, reason: '', ...parts });
      return true;
    },
    addLike: (film, from) => {
      if (liked.has(film)) return false;
      liked.add(film);
      reading.liked.push({ film, from });
      return true;
    },
    addTag: (film, name, from) => {
      const tag = formatTag(name);
      const known = tagged.get(film) ?? new Set();
      if (tag === '') return true;
      if (known.has(tag.toLowerCase())) return false;
      tagged.set(film, known.add(tag.toLowerCase()));
      reading.tags.push({ film, tag, from });
      return true;
    },
    addListItem: (film, list, from) => {
      const known = onLists.get(film) ?? new Set();
      if (known.has(list.name)) return false;
      onLists.set(film, known.add(list.name));
      reading.tags.push({ film, tag: list.name, list, from });
      return true;
    },
  };
}

const foldProfile = (name: string): string => name.trim().toLowerCase();

/** Creates a builder with an empty reading. */
export function createImportBuilder(
  format: ImportFormat,
  { timeZone, profile }: Pick<ReadOptions, 'timeZone' | 'profile'>,
): ImportBuilder {
  const reading = createReading(format, []);
  const { countRows, ...rows } = createRowPart(reading);
  const { listEntries, ...films } = createFilmPart(reading);
  const index = createFilmIndex();
  return {
    ...rows,
    ...films,
    ...createRatingPart(reading),
    findDay: createFindDay(timeZone),
    film: (input) => index.add(fitFilm(input)),
    checkProfile: (own, column, title) => {
      if (own !== '' && !reading.profiles.includes(own)) reading.profiles.push(own);
      if (profile !== undefined && foldProfile(own) !== foldProfile(profile))
        throw new RowFault('other-profile', column, 'other-profile', shorten(title), shorten(own));
    },
    addToList: (film, name, from) => {
      if (!films.addListItem(film, { name, note: '' }, from))
        throw new RowFault('duplicate', null, 'same-list-item');
      const known = reading.lists.find((list) => list.name === name);
      const item = { film, position: null, note: '' };
      if (known) known.items.push(item);
      else reading.lists.push({ ...emptyList, name, items: [item] });
    },
    addList: (list) => {
      reading.lists.push(list);
    },
    addTable: (table) => void reading.tables.push(table),
    notice: (from, column, ...detail) => void reading.notices.push({ ...from, column, detail }),
    finish: ({ fileNames, countsRewatches }) => {
      if (countRows() === 0) throw new FileFault('empty', null, 'empty');
      if (countsRewatches) for (const entries of listEntries()) markRewatches(entries);
      return { ...reading, fileNames };
    },
  };
}
