import type { FilterChoices } from './item-types.ts';
import type { LogIndex } from '../index/index-types.ts';

const mostChoices = 500;

/** Counts words without regard to case, and lists them as first written, the most frequent first. */
function createCounter() {
  const counts = new Map<string, { word: string; count: number }>();
  return {
    add(words: readonly string[]): void {
      for (const word of words) {
        const known = counts.get(word.toLowerCase());
        if (known) known.count += 1;
        else counts.set(word.toLowerCase(), { word, count: 1 });
      }
    },
    list: (): string[] =>
      [...counts.values()]
        .sort((a, b) => b.count - a.count)
        .slice(0, mostChoices)
        .map(({ word }) => word),
  };
}

const downward = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => b - a);

const perStep = 1000;

/** The filter values that occur in the log. Yields for pauses. */
export function* findChoices(index: LogIndex): Generator<undefined, FilterChoices> {
  const [tags, genres, directors] = [createCounter(), createCounter(), createCounter()];
  const { films, entries, order } = index;
  const [years, seenIn] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < films.ids.length; at += 1) {
    if (at % perStep === perStep - 1) yield;
    if (!films.live[at]) continue;
    genres.add(films.genres[at] ?? []);
    directors.add(films.directors[at] ?? []);
    tags.add(films.tags[at] ?? []);
    const year = films.years[at] ?? null;
    if (year !== null) years.add(year);
  }
  for (let rank = 0; rank < order.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const at = order[rank] ?? 0;
    tags.add(entries.tags[at] ?? []);
    const year = Number(entries.days[at]?.slice(0, 4));
    if (year > 0) seenIn.add(year);
  }
  return {
    years: downward(years),
    decades: downward([...years].map((year) => Math.floor(year / 10) * 10)),
    seenIn: downward(seenIn),
    tags: tags.list(),
    genres: genres.list(),
    directors: directors.list(),
  };
}

/** No filter values, or none known yet. */
export const noChoices: FilterChoices = {
  years: [],
  decades: [],
  seenIn: [],
  tags: [],
  genres: [],
  directors: [],
};
