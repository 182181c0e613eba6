import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';

import { iterateRows, type IterateOptions } from '../store/iterate-rows.ts';
import type { LogDatabase, RowOf } from '../store/schema.ts';
import type { WatchEntry, FilmRow, FilmInput, RatingRow, WatchlistRow } from '../types.ts';

/** What the log says of some films: rows that are not deleted. */
export interface FilmsOfLog {
  films: FilmRow[];
  ratings: RatingRow[];
  entries: WatchEntry[];
  watchlist: WatchlistRow[];
}

/** A question by an index takes about as long as so many rows do that are read one after the other. */
const rowsPerQuestion = 10;
/** Questions that are asked at once: few enough that no step holds up the page. */
const questionsPerStep = 100;

const filmsPerStep = 50;

/**
 * The refs under which the log can know films: their ids, and their titles with the year. Yields wherever others may run
 * between, for titles take long to fold.
 */
export function* listKnownRefs(films: Iterable<FilmInput>): Generator<undefined, Set<FilmRef>> {
  const known = new Set<FilmRef>();
  let looked = 0;
  for (const { title, year, refs } of films) {
    for (const ref of refs) if (!isTitleRef(ref)) known.add(ref);
    known.add(titleRef(title, year));
    looked += 1;
    if (looked % filmsPerStep === 0) yield;
  }
  return known;
}

/** Calls back for the rows under any of the keys of an index: asked one by one, or in a walk where that is quicker. */
async function visitRows<Row extends { id: string; deleted: string | null }>(
  store: {
    count: () => Promise<number>;
    getAll: (range?: IDBKeyRange | null, count?: number) => Promise<Row[]>;
  },
  index: { getAll: (key: IDBKeyRange) => Promise<Row[]> },
  {
    keys,
    keysOf,
    walk,
  }: { keys: ReadonlySet<string>; keysOf: (row: Row) => readonly string[]; walk: IterateOptions },
): Promise<Row[]> {
  const found = new Map<string, Row>();
  const take = (row: Row): void => {
    if (row.deleted === null) found.set(row.id, row);
  };
  if (keys.size === 0) return [];
  if (keys.size * rowsPerQuestion >= (await store.count())) {
    await iterateRows(store, walk, (row) => {
      if (keysOf(row).some((key) => keys.has(key))) take(row);
    });
    return [...found.values()];
  }
  const all = [...keys];
  for (let from = 0; from < all.length; from += questionsPerStep) {
    const asked = all.slice(from, from + questionsPerStep);
    const lists = await Promise.all(asked.map((key) => index.getAll(IDBKeyRange.only(key))));
    walk.signal?.throwIfAborted();
    for (const rows of lists) rows.forEach(take);
  }
  // In the order in which they were made, as a walk gives them.
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What the log says of the films that bear any of the refs, as one transaction sees it. Takes time by their number and
 * not by the log's length. Rejects with the reason of `signal` where it is aborted.
 */
export async function readFilmsOfLog(
  db: LogDatabase,
  refs: ReadonlySet<FilmRef>,
  walk: IterateOptions = {},
): Promise<FilmsOfLog> {
  const tx = db.transaction(['films', 'ratings', 'entries', 'watchlist']);
  const store = tx.objectStore('films');
  const rows = await visitRows<FilmRow>(store, store.index('byRef'), {
    keys: refs,
    keysOf: (row) => row.refs,
    walk,
  });
  const ids = new Set(rows.map(({ id }) => id));
  const read = <S extends 'ratings' | 'entries' | 'watchlist'>(name: S): Promise<RowOf<S>[]> =>
    visitRows<RowOf<S>>(tx.objectStore(name), tx.objectStore(name).index('byFilm'), {
      keys: ids,
      keysOf: ({ filmId }) => [filmId],
      walk,
    });
  return {
    films: rows,
    ratings: await read('ratings'),
    entries: await read('entries'),
    watchlist: await read('watchlist'),
  };
}
