import type { CatalogueFilm } from '../catalogue/types.ts';
import { isSameFilm } from '../films/same-film.ts';
import type { SourceStatus, StoredReview } from '../films/review-types.ts';
import type { Film } from '../films/types.ts';

/** What one source (a catalogue, a service, the reviews on this machine) says, and its state. */
export interface SourceAnswer {
  status: SourceStatus;
  /** The films it found, each with the scores it gives: several where films share a name, none where it found nothing. */
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

/** What an answer says of one film, out of all that the source found under the film's names; `none` where it found only others. */
export function narrowAnswer(film: Film, { status, films, reviews }: SourceAnswer): SourceAnswer {
  const own = films.filter((found) => isSameFilm(film, found.film));
  const hasOthersOnly = films.length > 0 && own.length === 0;
  return { status: hasOthersOnly ? { ...status, state: 'none' } : status, films: own, reviews };
}
