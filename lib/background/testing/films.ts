import { makeFilm } from '../../shelf/build/make-film.ts';
import { buildShelf } from '../../shelf/build/build-shelf.ts';
import { openShelf } from '../../shelf/shelf.ts';
import type { Shelf, ShelfFilm } from '../../shelf/types.ts';
import type { Film, FilmHint, SightedHint } from '../../films/types.ts';
import type { SourceScore } from '../../reviews/types.ts';

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
    standing: 'stated',
    isSubject: false,
    context: { yearBeside: false, setApart: false, filmWordsNear: false, namesNear: [] },
    ...more,
  };
}

const film = (known: Partial<Film> & { title: string }, ...scores: SourceScore[]): ShelfFilm => ({
  film: makeFilm(known),
  scores,
});

/** Her, two films of one name and year, King Kong twice. */
export const shelfFilms: ShelfFilm[] = [
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

/** A shelf in memory, and how often its shards were read. */
export async function makeShelf(films = shelfFilms, id = 'test'): Promise<{ shelf: Shelf; reads: string[] }> {
  const info = { id, name: 'Test shelf', asOf: '2020', licence: null, attribution: null, note: null };
  const { manifest, shards } = await buildShelf(films, info, { minFilmsPerShard: 1 });
  const reads: string[] = [];
  const shelf = openShelf(manifest, (prefix) => {
    reads.push(prefix);
    return Promise.resolve(shards.get(prefix) ?? null);
  });
  return { shelf, reads };
}
