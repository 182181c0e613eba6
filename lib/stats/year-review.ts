import { countStatistics, type Statistics } from './statistics.ts';
import type { PeriodCount, StatInput } from './types.ts';

/** One viewing of the year that stands out. */
export interface Highlight {
  /** The viewing's place, and its film's. */
  entry: number;
  film: number;
}

/** A year in review. */
export interface YearReview {
  year: number;
  /** Everything counted, of this year's viewings alone. */
  statistics: Statistics;
  /** Viewings of the year before; null where the diary did not reach back to it. */
  viewingsBefore: number | null;
  /** The first and the last viewing of the year with a day. */
  first: Highlight | null;
  last: Highlight | null;
  /** The films you rated highest in the year, best first; by the rating given at the viewing, each film once. */
  best: Highlight[];
  /** The longest, the oldest and the newest film seen. */
  longest: Highlight | null;
  oldest: Highlight | null;
  newest: Highlight | null;
  /** The month and the day with most viewings, the earlier of equals; null where none is known. */
  busiestMonth: PeriodCount | null;
  busiestDay: { day: string; viewings: number } | null;
  /** Films seen for the first time, as far as the diary knows. */
  newFilms: number;
}

const bestListed = 10;

/** The years that the diary knows of, newest first. */
export function listYears({ entries, order }: StatInput): number[] {
  const days = new Set<string>();
  for (const place of order) days.add(entries.days[place] ?? '');
  days.delete('');
  const years = new Set(Array.from(days, (day) => Number(day.slice(0, 4))));
  return [...years].sort((a, b) => b - a);
}

/** The same, with the viewings of one year alone: whole days and months of it, and what is known to the year. */
export function pickYear(input: StatInput, year: number): StatInput {
  const text = String(year).padStart(4, '0');
  return { ...input, order: input.order.filter((place) => input.entries.days[place]?.startsWith(text)) };
}

/** The one with the greatest value, the one earlier in the list of equals; null where no value is known. */
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

/** Viewings between two yields. */
const perStep = 2000;

/**
 * The viewings of a year, how many the year before had (null where the diary did not reach back to it), and how many
 * films it knows no viewing of before; one at an unknown time may have been before.
 */
function* findYear(
  { entries, order }: StatInput,
  year: number,
): Generator<undefined, { ofYear: number[]; viewingsBefore: number | null; newFilms: number }> {
  const [text, textBefore] = [year, year - 1].map((one) => String(one).padStart(4, '0')) as [string, string];
  const ofYear: number[] = [];
  const [now, before] = [new Set<number>(), new Set<number>()];
  let [viewingsBefore, hasBefore] = [0, false];
  for (let rank = 0; rank < order.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const place = order[rank] ?? -1;
    const day = entries.days[place] ?? '';
    const film = entries.films[place] ?? -1;
    const isNow = day.startsWith(text);
    if (isNow) {
      ofYear.push(place);
      now.add(film);
    }
    if (day < text || (isNow && entries.rewatches[place])) before.add(film);
    if (day !== '' && day < text) hasBefore = true;
    if (day.startsWith(textBefore)) viewingsBefore += 1;
  }
  const newFilms = [...now].filter((film) => !before.has(film)).length;
  return { ofYear, viewingsBefore: hasBefore ? viewingsBefore : null, newFilms };
}

/**
 * A year in review; null where the diary holds nothing of it. `today` is `YYYY-MM-DD`. Yields wherever others may run
 * between.
 */
export function* reviewYear(
  input: StatInput,
  year: number,
  { today }: { today: string },
): Generator<undefined, YearReview | null> {
  const { ofYear, viewingsBefore, newFilms } = yield* findYear(input, year);
  if (ofYear.length === 0) return null;
  const { films, entries } = input;
  const statistics = yield* countStatistics({ ...input, order: ofYear }, { today });
  const oldestFirst = ofYear
    .toReversed()
    .map((entry): Highlight => ({ entry, film: entries.films[entry] ?? -1 }));
  const dated = oldestFirst.filter(({ entry }) => entries.days[entry]?.length === 10);
  const days = [...statistics.days].sort(([a], [b]) => (a < b ? -1 : 1));
  const busiest = findMost(days, ([, viewings]) => viewings);
  return {
    year,
    statistics,
    viewingsBefore,
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
    best: listBest(input, oldestFirst),
    longest: findMost(oldestFirst, ({ film }) => films.runtimes[film] ?? null),
    oldest: findMost(oldestFirst, ({ film }) => {
      const made = films.years[film] ?? null;
      return made === null ? null : -made;
    }),
    newest: findMost(oldestFirst, ({ film }) => films.years[film] ?? null),
    busiestMonth: findMost(statistics.months, ({ viewings }) => viewings),
    busiestDay: busiest === null ? null : { day: busiest[0], viewings: busiest[1] },
    newFilms,
  };
}
