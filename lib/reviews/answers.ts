import type { CatalogueFilm } from '../catalogue/types.ts';
import { isSameFilm } from '../films/same-film.ts';
import type { SourceStatus, StoredReview } from '../films/review-types.ts';
import type { Film } from '../films/types.ts';

/** The answer of one source (a catalogue, a service, the reviews stored locally) and its status. */
export interface SourceAnswer {
  status: SourceStatus;
  /** The films found, each with its scores: several if films share a name, empty if nothing was found. */
  films: CatalogueFilm[];
  reviews: StoredReview[];
}

/** The answer of a catalogue that found these films under a film's names. */
export function makeCatalogueAnswer(
  { id, name }: { id: string; name: string },
  films: CatalogueFilm[],
): SourceAnswer {
  const state = films.length > 0 ? 'ok' : 'none';
  return { status: { source: id, sourceName: name, state, until: null }, films, reviews: [] };
}

/**
 * Reduces an answer to one film out of all that the source found under the film's names. The state becomes `none` if
 * only other films were found.
 */
export function narrowAnswer(film: Film, { status, films, reviews }: SourceAnswer): SourceAnswer {
  const own = films.filter((found) => isSameFilm(film, found.film));
  const hasOthersOnly = films.length > 0 && own.length === 0;
  return { status: hasOthersOnly ? { ...status, state: 'none' } : status, films: own, reviews };
}
