import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import type { FilmInput } from '../../../lib/watchlog/types.ts';

/** Returns the fields that identify a film of the log in a write. */
export function toFilmInput({ refs, title, year }: ListedFilm): FilmInput {
  return { refs, title, year };
}
