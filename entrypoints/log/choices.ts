import type { FilterChoices } from '../../components/log/FilterPanel.tsx';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';

const mostChoices = 500;

/** Counts words whatever their case, and gives each as it is mostly written first. */
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

function findChoices(index: LogIndex): FilterChoices {
  const [tags, genres, directors] = [createCounter(), createCounter(), createCounter()];
  const { films, entries, order } = index;
  films.ids.forEach((_id, at) => {
    if (!films.live[at]) return;
    genres.add(films.genres[at] ?? []);
    directors.add(films.directors[at] ?? []);
  });
  const seenIn = new Set<number>();
  for (const at of order) {
    tags.add(entries.tags[at] ?? []);
    const year = Number(entries.days[at]?.slice(0, 4));
    if (year > 0) seenIn.add(year);
  }
  const years = films.years.filter((year, at) => year !== null && films.live[at]).map(Number);
  return {
    years: downward(years),
    decades: downward(years.map((year) => Math.floor(year / 10) * 10)),
    seenIn: downward(seenIn),
    tags: tags.list(),
    genres: genres.list(),
    directors: directors.list(),
  };
}

const known = new WeakMap<object, FilterChoices>();
const nothing: FilterChoices = { years: [], decades: [], seenIn: [], tags: [], genres: [], directors: [] };

/** What the log has to filter by. `version` is the shell around the index at one commit: found once for each. */
export function listChoices(index: LogIndex, version: object | null): FilterChoices {
  if (version === null) return nothing;
  const found = known.get(version) ?? findChoices(index);
  known.set(version, found);
  return found;
}
