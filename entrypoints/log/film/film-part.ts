import { emptyFilm } from '../../../lib/films/make-film.ts';
import type { Film } from '../../../lib/films/types.ts';
import type { FilmPageRows } from '../../../lib/watchlog/queries/film-page.ts';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import type { LogPageState } from '../state/log-state.ts';

/** What the parts of a film's page are given. */
export interface FilmPartProps {
  state: LogPageState;
  canWrite: boolean;
  listed: ListedFilm;
  rows: FilmPageRows;
}

const isUnknown = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The facts in the log, with those of the catalogue for what the log does not know. */
export function joinFacts(film: Film, known: Film | null): Film {
  const facts = Object.keys(emptyFilm).map((field) => {
    const own = film[field as keyof Film];
    return [field, isUnknown(own) && known !== null ? known[field as keyof Film] : own];
  });
  // Every field comes from one of the two films.
  return Object.fromEntries(facts) as Film;
}
