import { runToEnd } from '../../async/testing/run-to-end.ts';
import { countStatistics, type Statistics } from '../statistics.ts';
import type { StatInput } from '../types.ts';

/** A film; fields that are left out are unknown. */
export interface TestFilm {
  title: string;
  year?: number | null;
  directors?: string[];
  cast?: string[];
  genres?: string[];
  countries?: string[];
  languages?: string[];
  runtime?: number | null;
  rating?: StatInput['films']['ownRatings'][number];
}

/** An entry for the film with that title; '' means an unknown date. */
export interface TestEntry {
  title: string;
  day: string;
  rewatch?: boolean;
  finished?: boolean;
  rating?: StatInput['entries']['ratings'][number];
}

/** Builds the input of statistics from entries in any order. Films that are not in `films` have only a title. */
export function makeDiary(entries: TestEntry[], films: TestFilm[] = []): StatInput {
  const named = new Map(films.map((film) => [film.title, film]));
  for (const { title } of entries) if (!named.has(title)) named.set(title, { title });
  const list = [...named.values()];
  const positions = new Map(list.map(({ title }, position) => [title, position]));
  const order = entries.map((_, position) => position);
  order.sort((a, b) => ((entries[a]?.day ?? '') < (entries[b]?.day ?? '') ? 1 : -1));
  return {
    films: {
      ids: list.map(({ title }) => `id-${title}`),
      titles: list.map(({ title }) => title),
      years: list.map(({ year = null }) => year),
      directors: list.map(({ directors = [] }) => directors),
      cast: list.map(({ cast = [] }) => cast),
      genres: list.map(({ genres = [] }) => genres),
      countries: list.map(({ countries = [] }) => countries),
      languages: list.map(({ languages = [] }) => languages),
      runtimes: list.map(({ runtime = null }) => runtime),
      ownRatings: list.map(({ rating = null }) => rating),
    },
    entries: {
      films: entries.map(({ title }) => positions.get(title) ?? -1),
      days: entries.map(({ day }) => day),
      rewatches: entries.map(({ rewatch = false }) => rewatch),
      finished: entries.map(({ finished = true }) => finished),
      ratings: entries.map(({ rating = null }) => rating),
    },
    order,
  };
}

/** The statistics of a diary, counted in one go. `today` is `YYYY-MM-DD`. */
export function collectStatistics(input: StatInput, options: { today: string }): Statistics {
  return runToEnd(countStatistics(input, options));
}
