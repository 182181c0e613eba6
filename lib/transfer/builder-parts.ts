import { createEntryFields } from '../watchlog/entry-fields.ts';
import type { FilmInput } from '../watchlog/types.ts';
import { maxCountedPlays, maxPlaysOfRow, maxRows } from '../tables/limits.ts';
import { FileFault, RowFault, toProblem, toSkippedRow } from '../tables/faults.ts';
import type { RowLocation } from '../tables/types.ts';
import type { ImportBuilder } from './import-builder-types.ts';
import { formatTag } from './values.ts';
import type { ReadEntry, Reading, ReadRating } from './types.ts';

/** An id that is longer is no id of a service. */
const maxSourceIdLength = 300;

const emptyEntry = {
  ...createEntryFields(),
  watchedAt: null,
  loggedAt: null,
  sourceId: null,
  isSeenMark: false,
} satisfies Partial<ReadEntry>;

type RowPart = Pick<ImportBuilder, 'skip' | 'rejectDuplicate' | 'attempt' | 'attemptRow' | 'eachRow'>;
type RatingPart = Pick<ImportBuilder, 'addRating' | 'setRating' | 'setLatestRating'>;
type FilmPart = Pick<
  ImportBuilder,
  'addEntry' | 'takePlays' | 'entriesOf' | 'addToWatchlist' | 'addLike' | 'addTag' | 'addListItem'
>;

const tooManyRows = ({ file }: RowLocation, most: number): FileFault =>
  new FileFault('too-large', file, 'too-many-rows', most);

/** Counts rows, rejects duplicates, and skips rows that throw `RowFault`. */
export function createRowPart(reading: Reading): RowPart & { countRows: () => number } {
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
    attemptRow: ({ from }, task) => attempt(from, task),
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

export function createRatingPart(reading: Reading): RatingPart {
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

export function createFilmPart(reading: Reading): FilmPart & { listEntries: () => Iterable<ReadEntry[]> } {
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
