import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';

import { iterateRows, type IterateOptions } from '../store/iterate-rows.ts';
import type { LogDatabase, RowOf } from '../store/schema.ts';
import type {
  FilmInput,
  FilmRow,
  ListItemRow,
  ListRow,
  RatingRow,
  WatchEntry,
  WatchlistRow,
} from '../types.ts';

/** The log's rows about some films, without deleted ones. */
export interface FilmsOfLog {
  films: FilmRow[];
  ratings: RatingRow[];
  entries: WatchEntry[];
  watchlist: WatchlistRow[];
  /** All lists. */
  lists: ListRow[];
  listItems: ListItemRow[];
}

/** One index query takes about as long as reading this many rows in sequence. */
const rowsPerQuestion = 10;
/** Queries sent at once: few enough that no step blocks the page. */
const questionsPerStep = 100;

const filmsPerStep = 50;

/**
 * The refs under which the log can have films: their ids, and their titles with the year. Yields for pauses,
 * because folding titles takes long.
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

/**
 * Returns the live rows with any of the keys, by separate index queries, or by reading all rows if that is
 * faster.
 */
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
  // In order of creation, as reading all rows returns them.
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The log's rows about the films with any of the refs, in one transaction. The time depends on their number,
 * not on the size of the log. Rejects with the reason of `signal` if it is aborted.
 */
export async function readFilmsOfLog(
  db: LogDatabase,
  refs: ReadonlySet<FilmRef>,
  walk: IterateOptions = {},
): Promise<FilmsOfLog> {
  const tx = db.transaction(['films', 'ratings', 'entries', 'watchlist', 'lists', 'listItems']);
  const store = tx.objectStore('films');
  const rows = await visitRows<FilmRow>(store, store.index('byRef'), {
    keys: refs,
    keysOf: (row) => row.refs,
    walk,
  });
  const ids = new Set(rows.map(({ id }) => id));
  const read = <S extends 'ratings' | 'entries' | 'watchlist' | 'listItems'>(name: S): Promise<RowOf<S>[]> =>
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
    lists: (await tx.objectStore('lists').getAll()).filter(({ deleted }) => deleted === null),
    listItems: await read('listItems'),
  };
}
