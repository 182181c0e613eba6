import type { CatalogueFilm } from '../types.ts';
import type { BuiltInFilm } from './built-in-film.ts';
import { formatBuiltIn, type BuiltInData } from './write-built-in.ts';

/** A film of the built-in catalogue with the given values; all others are not known. */
export function makeBuiltInFilm(known: Pick<BuiltInFilm, 'title'> & Partial<BuiltInFilm>): BuiltInFilm {
  return {
    originalTitle: null,
    otherTitles: [],
    year: null,
    imdb: null,
    wikidata: null,
    tmdb: null,
    rottentomatoes: null,
    directors: [],
    minutes: null,
    countries: [],
    languages: [],
    form: null,
    critics: null,
    audience: null,
    known: 0,
    awards: [],
    ...known,
  };
}

/** A built-in catalogue of some films. */
export const makeBuiltInData = (films: BuiltInFilm[], rest: Partial<BuiltInData> = {}): BuiltInData => ({
  films,
  coversUntil: '2025-12-31',
  lists: '',
  series: [],
  ...rest,
});

/** Formats a file of films with scores of Rotten Tomatoes; all their other scores are left out. */
export async function formatTestCatalogue(films: CatalogueFilm[]): Promise<Uint8Array<ArrayBuffer>> {
  return await formatBuiltIn(
    makeBuiltInData(
      films.map(({ film, scores }) => {
        const idOf = (kind: string): string | null =>
          film.refs.find((ref) => ref.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? null;
        const scoreOf = (kind: string): number | null =>
          scores.find((score) => score.source === 'rottentomatoes' && score.kind === kind)?.value ?? null;
        return makeBuiltInFilm({
          title: film.title,
          originalTitle: film.originalTitle,
          otherTitles: film.alternativeTitles,
          year: film.year,
          imdb: idOf('imdb'),
          wikidata: idOf('wikidata'),
          directors: film.directors,
          minutes: film.runtimeMinutes,
          critics: scoreOf('critics'),
          audience: scoreOf('audience'),
        });
      }),
    ),
  );
}
