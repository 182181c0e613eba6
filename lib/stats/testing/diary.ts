import type { StatInput } from '../types.ts';

/** A film for figures; what is left out is unknown. */
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

/** A viewing of the film of that title; '' is an unknown time. */
export interface TestViewing {
  title: string;
  day: string;
  rewatch?: boolean;
  finished?: boolean;
  rating?: StatInput['entries']['ratings'][number];
}

/** A diary for figures. Viewings are given in any order; films that are not given have a title alone. */
export function makeDiary(viewings: TestViewing[], films: TestFilm[] = []): StatInput {
  const named = new Map(films.map((film) => [film.title, film]));
  for (const { title } of viewings) if (!named.has(title)) named.set(title, { title });
  const list = [...named.values()];
  const places = new Map(list.map(({ title }, place) => [title, place]));
  const order = viewings.map((_, place) => place);
  order.sort((a, b) => ((viewings[a]?.day ?? '') < (viewings[b]?.day ?? '') ? 1 : -1));
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
      films: viewings.map(({ title }) => places.get(title) ?? -1),
      days: viewings.map(({ day }) => day),
      rewatches: viewings.map(({ rewatch = false }) => rewatch),
      finished: viewings.map(({ finished = true }) => finished),
      ratings: viewings.map(({ rating = null }) => rating),
    },
    order,
  };
}
