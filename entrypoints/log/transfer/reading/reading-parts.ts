import type { SkippedRow } from '../../../../lib/tables/types.ts';
import type { Notice, Reading } from '../../../../lib/transfer/types.ts';
import type { FilmInput } from '../../../../lib/watchlog/types.ts';

/** The lists of a reading whose items name a film. */
const filmLists = ['entries', 'ratings', 'watchlist', 'liked', 'tags'] as const;
type FilmList = (typeof filmLists)[number];

/** An item with its film's index. A film is the same object in every list, and a message does not keep that identity. */
type Placed<Item> = Omit<Item, 'film'> & { film: number };

/** A piece of a reading, small enough that deserialising its message does not block the page. */
export type ReadingPart =
  | { kind: 'films'; items: FilmInput[] }
  | { kind: 'skipped'; items: SkippedRow[] }
  | { kind: 'notices'; items: Notice[] }
  | { [L in FilmList]: { kind: L; items: Placed<Reading[L][number]>[] } }[FilmList]
  | { kind: 'rest'; reading: Reading };

const itemsPerPart = 500;

function* cut<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += itemsPerPart) yield items.slice(from, from + itemsPerPart);
}

/** Yields a reading in parts; the last part has its remaining fields. */
export function* splitReading(reading: Reading): Generator<ReadingPart> {
  const places = new Map<FilmInput, number>();
  for (const list of filmLists) {
    for (const { film } of reading[list]) if (!places.has(film)) places.set(film, places.size);
  }
  const place = <Item extends { film: FilmInput }>(items: readonly Item[]): Placed<Item>[] =>
    items.map((item) => ({ ...item, film: places.get(item.film) ?? 0 }));
  for (const items of cut([...places.keys()])) yield { kind: 'films', items };
  for (const items of cut(reading.entries)) yield { kind: 'entries', items: place(items) };
  for (const items of cut(reading.ratings)) yield { kind: 'ratings', items: place(items) };
  for (const items of cut(reading.watchlist)) yield { kind: 'watchlist', items: place(items) };
  for (const items of cut(reading.liked)) yield { kind: 'liked', items: place(items) };
  for (const items of cut(reading.tags)) yield { kind: 'tags', items: place(items) };
  for (const items of cut(reading.skipped)) yield { kind: 'skipped', items };
  for (const items of cut(reading.notices)) yield { kind: 'notices', items };
  const none = { entries: [], ratings: [], watchlist: [], liked: [], tags: [], skipped: [], notices: [] };
  yield { kind: 'rest', reading: { ...reading, ...none } };
}

/** Returns a function that takes the parts in order. It returns null until the last part, then the whole reading. */
export function createReadingJoiner(): (part: ReadingPart) => Reading | null {
  const films: FilmInput[] = [];
  const joined: Pick<Reading, FilmList | 'skipped' | 'notices'> = {
    entries: [],
    ratings: [],
    watchlist: [],
    liked: [],
    tags: [],
    skipped: [],
    notices: [],
  };
  const put = <Item extends { film: FilmInput }>(list: Item[], items: Placed<Item>[]): void => {
    for (const item of items) {
      const film = films[item.film];
      // `Placed<Item>` with its film put back is `Item`, which the compiler cannot infer.
      if (film !== undefined) list.push({ ...item, film } as unknown as Item);
    }
  };
  return (part) => {
    switch (part.kind) {
      case 'films':
        films.push(...part.items);
        return null;
      case 'entries':
        put(joined.entries, part.items);
        return null;
      case 'ratings':
        put(joined.ratings, part.items);
        return null;
      case 'watchlist':
        put(joined.watchlist, part.items);
        return null;
      case 'liked':
        put(joined.liked, part.items);
        return null;
      case 'tags':
        put(joined.tags, part.items);
        return null;
      case 'skipped':
        joined.skipped.push(...part.items);
        return null;
      case 'notices':
        joined.notices.push(...part.items);
        return null;
      case 'rest':
        return { ...part.reading, ...joined };
    }
  };
}
