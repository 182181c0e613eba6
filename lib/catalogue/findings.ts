import { isSameFilm, relateRefs } from '../films/merging.ts';
import type { Film } from '../films/types.ts';
import type { CatalogueFilm } from './types.ts';
import type { SourceAnswer } from '../films/review-types.ts';

/** What a catalogue found under the names of a film; `films` is null where it could not be read. */
export interface CatalogueFinding {
  catalogue: string;
  name: string;
  films: CatalogueFilm[] | null;
  /** Why it could not be read, where that is no fault: its part is not on this machine, and a list does not ask for it. */
  state?: 'not-asked';
}

/** Whether a catalogue's film is the identified one: the same film, or, where neither has a year, the same name. */
function isAccountOf(film: Film, other: Film): boolean {
  if (isSameFilm(film, other)) return true;
  const isUndated = film.year === null && other.year === null;
  return (
    isUndated && relateRefs(film, other) === 'apart' && other.refs.some((ref) => film.refs.includes(ref))
  );
}

/** What a catalogue says of an identified film, out of all it found under the film's names. */
export function answerFromCatalogue(film: Film, finding: CatalogueFinding): SourceAnswer {
  const { catalogue, name, films } = finding;
  const own = (films ?? []).filter((found) => isAccountOf(film, found.film));
  const state = films === null ? (finding.state ?? 'failed') : own.length > 0 ? 'ok' : 'none';
  return {
    status: { source: catalogue, sourceName: name, state, until: null },
    scores: own.flatMap(({ scores }) => scores),
    reviews: [],
  };
}
