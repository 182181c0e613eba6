import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import type { FilmInput } from '../../../lib/watchlog/types.ts';

/** What names a film of the log when something is written about it. */
export function toFilmInput({ refs, title, year }: ListedFilm): FilmInput {
  return { refs, title, year };
}
