import { makeFilm } from '../../films/make-film.ts';
import { buildCatalogue } from '../../catalogue/testing/build-catalogue.ts';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import type { Catalogue, CatalogueFilm } from '../../catalogue/types.ts';
import type { Film, FilmHint, SightedHint } from '../../films/types.ts';
import type { SourceScore } from '../../films/review-types.ts';

/** A score of 0 to 100. */
export function makeScore(value: number, more: Partial<SourceScore> = {}): SourceScore {
  const what = { source: 'rottentomatoes', sourceName: 'Rotten Tomatoes', kind: 'critics' } as const;
  return {
    ...what,
    value,
    worst: 0,
    best: 100,
    count: null,
    url: null,
    licence: null,
    asOf: '2020',
    note: null,
    ...more,
  };
}

/** A hint as a page's own data gives it. */
export function makeHint(
  hint: Partial<FilmHint> & { title: string },
  more: Partial<SightedHint> = {},
): SightedHint {
  return {
    hint: {
      alternativeTitles: [],
      year: null,
      directors: [],
      refs: [],
      kind: 'film',
      language: 'en',
      ...hint,
    },
    evidence: ['json-ld'],
    confidence: 1,
    certainty: 'stated',
    isSubject: false,
    context: { yearBeside: false, setApart: false, filmWordsNear: false, namesNear: [] },
    ...more,
  };
}

const film = (known: Partial<Film> & { title: string }, ...scores: SourceScore[]): CatalogueFilm => ({
  film: makeFilm(known),
  scores,
});

/** Her, two films of one name and year, King Kong twice. */
export const catalogueFilms: CatalogueFilm[] = [
  film(
    { title: 'Her', year: 2013, refs: ['imdb:tt1798709'], directors: ['Spike Jonze'] },
    makeScore(95),
    makeScore(82, { kind: 'audience' }),
  ),
  film({ title: 'King Kong', year: 1976, refs: ['imdb:tt0074751'] }, makeScore(46)),
  film({ title: 'King Kong', year: 2005, refs: ['imdb:tt0360717'] }, makeScore(83)),
  film({ title: 'Twins of Evening', year: 2001, directors: ['Ann Onymous'] }, makeScore(10)),
  film({ title: 'Twins of Evening', year: 2001, directors: ['Bea Nobody'] }, makeScore(90)),
  film({ title: 'Silent Lakes of Winter', year: 1999, refs: ['imdb:tt0000099'] }),
];

/** A catalogue in memory, and how often its shards were read. */
export async function makeCatalogue(
  films = catalogueFilms,
  id = 'test',
): Promise<{ catalogue: Catalogue; reads: string[] }> {
  const info = { id, name: 'Test catalogue', asOf: '2020', licence: null, attribution: null, note: null };
  const { manifest, shards } = await buildCatalogue(films, info, { minFilmsPerShard: 1 });
  const reads: string[] = [];
  const catalogue = openCatalogue(manifest, (prefix) => {
    reads.push(prefix);
    return Promise.resolve(shards.get(prefix) ?? null);
  });
  return { catalogue, reads };
}
