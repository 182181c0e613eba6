import type { FilmAward } from '../../films/review-types.ts';
import type { FilmForm } from '../types.ts';

/** A film as the table in `data/` has it. A value that is not known is null, and an unknown list is empty. */
export interface BuiltInFilm {
  title: string;
  originalTitle: string | null;
  otherTitles: string[];
  year: number | null;
  /** `tt0120338`. */
  imdb: string | null;
  /** `Q44578`. */
  wikidata: string | null;
  /** Digits. */
  tmdb: string | null;
  /** A slug, `titanic`. */
  rottentomatoes: string | null;
  directors: string[];
  minutes: number | null;
  countries: string[];
  languages: string[];
  form: FilmForm | null;
  /** The Tomatometer of 2020, 0 to 100. */
  critics: number | null;
  /** Rotten Tomatoes' audience score of 2020, 0 to 100. */
  audience: number | null;
  /** How well known the film is, 0 to 100. */
  known: number;
  awards: FilmAward[];
}
