// Runs inside a page of the extension: imports a catalogue in its worker, and times lookups in it.
import { candidateKeys } from '../../lib/films/matching.ts';
import type { FilmRef } from '../../lib/films/types.ts';
import { startImport } from '../../lib/catalogue/store/import-client.ts';
import type { ImportEnd } from '../../lib/catalogue/store/import-protocol.ts';
import { listStoredCatalogues, openStoredCatalogue } from '../../lib/catalogue/store/stored-catalogues.ts';
import { makeImdbFilm, type ImdbFilm } from './imdb-film.ts';

/** Medians of some lookups: the duration, and the number of database reads. */
export interface LookUpTiming {
  ms: number;
  reads: number;
}

export interface CatalogueTiming {
  end: ImportEnd;
  importMs: number;
  bytes: number;
  shards: number;
  /** Each in a newly opened catalogue, so that nothing is cached: one id, 250 ids, and 250 films as a page names them. */
  lookUps: Record<'1' | '250' | '250-films', LookUpTiming>;
  /** The share of films that were found, 0 to 1. */
  found: number;
}

const rounds = 9;
/** The browser compacts its database on disk for some seconds after an import. */
const settleMs = 8000;

const findMedian = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

let reads = 0;
const stores = IDBObjectStore.prototype as unknown as { get: (this: unknown, key: IDBValidKey) => unknown };
const { get } = stores;
stores.get = function (key) {
  reads += 1;
  return get.call(this, key);
};

async function timeLookUps(lists: FilmRef[][]): Promise<LookUpTiming> {
  const timings: LookUpTiming[] = [];
  for (const refs of lists) {
    const catalogue = await openStoredCatalogue('imdb');
    reads = 0;
    const start = performance.now();
    await catalogue?.lookUp(refs);
    timings.push({ ms: performance.now() - start, reads });
  }
  return { ms: findMedian(timings.map(({ ms }) => ms)), reads: findMedian(timings.map((one) => one.reads)) };
}

/** Returns films spread over the whole catalogue, different ones in each round. */
function spreadFilms(films: number, count: number, round: number): ImdbFilm[] {
  return Array.from({ length: count }, (_, at) =>
    makeImdbFilm(1 + ((at * Math.floor(films / count) + round * 7919) % films)),
  );
}

const idOf = ({ id }: ImdbFilm): FilmRef => `imdb:${id}`;

const keysOf = (film: ImdbFilm): FilmRef[] =>
  candidateKeys({
    title: film.title,
    alternativeTitles: [],
    year: film.year,
    directors: [],
    refs: [idOf(film)],
    kind: null,
    language: null,
  });

async function countFound(films: ImdbFilm[]): Promise<number> {
  const found = await (await openStoredCatalogue('imdb'))?.lookUp(films.map(idOf));
  return films.filter((film) => found?.get(idOf(film))?.[0]?.film.title === film.title).length / films.length;
}

/** Imports the files in the page's file input, as the options page does, and looks films up. */
export async function timeCatalogue(films: number): Promise<CatalogueTiming> {
  const input = document.querySelector('input');
  const files = [...(input?.files ?? [])];
  const start = performance.now();
  const running = startImport(new Worker('/import-catalogue.js'), { kind: 'imdb', files }, () => {});
  const end = await running.end;
  const importMs = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const [row] = await listStoredCatalogues();
  const list = (first: number, count: number, name: (film: ImdbFilm) => FilmRef[]): FilmRef[][] =>
    Array.from({ length: rounds }, (_, round) => spreadFilms(films, count, first + round).flatMap(name));
  return {
    end,
    importMs,
    bytes: row?.bytes ?? 0,
    shards: 16 ** (row?.head.prefixLength ?? 0),
    lookUps: {
      '1': await timeLookUps(list(0, 1, (film) => [idOf(film)])),
      '250': await timeLookUps(list(rounds, 250, (film) => [idOf(film)])),
      '250-films': await timeLookUps(list(2 * rounds, 250, keysOf)),
    },
    found: await countFound(spreadFilms(films, 1000, 0)),
  };
}
