import { countStatistics, type Statistics } from './statistics.ts';
import type { PeriodCount, StatInput } from './types.ts';

/** A notable entry of the year. */
export interface Highlight {
  /** The positions of the entry and of its film in the columns. */
  entry: number;
  film: number;
}

/** A year in review. */
export interface YearReview {
  year: number;
  /** The statistics of this year's entries only. */
  statistics: Statistics;
  /** The number of entries in the year before; null if the diary begins later. */
  entriesBefore: number | null;
  /** The first and the last entry of the year that have a full date. */
  first: Highlight | null;
  last: Highlight | null;
  /** The films with the highest entry ratings of the year, best first, each film once. */
  best: Highlight[];
  /** The longest, the oldest and the newest film watched. */
  longest: Highlight | null;
  oldest: Highlight | null;
  newest: Highlight | null;
  /** The month and the day with the most entries, the earlier of equals; null if no entry has a month or a day. */
  busiestMonth: PeriodCount | null;
  busiestDay: { day: string; entryCount: number } | null;
  /** The number of films without an earlier entry. */
  newFilms: number;
}

const bestListed = 10;

/** The years that have entries, newest first. */
export function listYears({ entries, order }: StatInput): number[] {
  const days = new Set<string>();
  for (const position of order) days.add(entries.days[position] ?? '');
  days.delete('');
  const years = new Set(Array.from(days, (day) => Number(day.slice(0, 4))));
  return [...years].sort((a, b) => b - a);
}

/** The input reduced to the entries of one year, with full or partial dates. */
export function pickYear(input: StatInput, year: number): StatInput {
  const text = String(year).padStart(4, '0');
  return {
    ...input,
    order: input.order.filter((position) => input.entries.days[position]?.startsWith(text)),
  };
}

/** The item with the greatest value, the first of equals; null if no item has a value. */
function findMost<T>(list: readonly T[], valueOf: (item: T) => number | null): T | null {
  let most: { item: T; value: number } | null = null;
  for (const item of list) {
    const value = valueOf(item);
    if (value !== null && (most === null || value > most.value)) most = { item, value };
  }
  return most?.item ?? null;
}

function listBest({ films, entries }: StatInput, oldestFirst: readonly Highlight[]): Highlight[] {
  const rated = new Map<number, Highlight & { rating: number }>();
  for (const { entry, film } of oldestFirst) {
    const rating = entries.ratings[entry] ?? null;
    if (rating !== null && rating > (rated.get(film)?.rating ?? 0)) rated.set(film, { entry, film, rating });
  }
  const title = (film: number): string => films.titles[film] ?? '';
  return [...rated.values()]
    .sort((a, b) => b.rating - a.rating || (title(a.film) < title(b.film) ? -1 : 1))
    .slice(0, bestListed)
    .map(({ entry, film }) => ({ entry, film }));
}

/** The number of entries between two yields. */
const perStep = 2000;

/**
 * Finds the positions of a year's entries, the number of entries in the year before (null if the diary begins later),
 * and the number of films without an earlier entry. Entries without a date count as earlier.
 */
function* findYear(
  { entries, order }: StatInput,
  year: number,
): Generator<undefined, { ofYear: number[]; entriesBefore: number | null; newFilms: number }> {
  const [text, textBefore] = [year, year - 1].map((one) => String(one).padStart(4, '0')) as [string, string];
  const ofYear: number[] = [];
  const [now, before] = [new Set<number>(), new Set<number>()];
  let [entriesBefore, hasBefore] = [0, false];
  for (let rank = 0; rank < order.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const position = order[rank] ?? -1;
    const day = entries.days[position] ?? '';
    const film = entries.films[position] ?? -1;
    const isNow = day.startsWith(text);
    if (isNow) {
      ofYear.push(position);
      now.add(film);
    }
    if (day < text || (isNow && entries.rewatches[position])) before.add(film);
    if (day !== '' && day < text) hasBefore = true;
    if (day.startsWith(textBefore)) entriesBefore += 1;
  }
  const newFilms = [...now].filter((film) => !before.has(film)).length;
  return { ofYear, entriesBefore: hasBefore ? entriesBefore : null, newFilms };
}

/** Reviews a year; null if it has no entries. `today` is `YYYY-MM-DD`. Yields at points where other work may run. */
export function* reviewYear(
  input: StatInput,
  year: number,
  { today }: { today: string },
): Generator<undefined, YearReview | null> {
  const { ofYear, entriesBefore, newFilms } = yield* findYear(input, year);
  if (ofYear.length === 0) return null;
  const { films, entries } = input;
  const statistics = yield* countStatistics({ ...input, order: ofYear }, { today });
  const oldestFirst = ofYear
    .toReversed()
    .map((entry): Highlight => ({ entry, film: entries.films[entry] ?? -1 }));
  const dated = oldestFirst.filter(({ entry }) => entries.days[entry]?.length === 10);
  const days = [...statistics.days].sort(([a], [b]) => (a < b ? -1 : 1));
  const busiest = findMost(days, ([, entryCount]) => entryCount);
  return {
    year,
    statistics,
    entriesBefore,
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
    best: listBest(input, oldestFirst),
    longest: findMost(oldestFirst, ({ film }) => films.runtimes[film] ?? null),
    oldest: findMost(oldestFirst, ({ film }) => {
      const made = films.years[film] ?? null;
      return made === null ? null : -made;
    }),
    newest: findMost(oldestFirst, ({ film }) => films.years[film] ?? null),
    busiestMonth: findMost(statistics.months, ({ entryCount }) => entryCount),
    busiestDay: busiest === null ? null : { day: busiest[0], entryCount: busiest[1] },
    newFilms,
  };
}
