// Measures the built-in catalogue beside one of the former format and size: 3,191 films, whose index is JSON.
import { listDataRefs } from '../../lib/films/find-id.ts';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltInFilm } from '../../lib/catalogue/built-in/built-in-film.ts';
import { builtInCataloguePath } from '../../lib/catalogue/built-in/path.ts';
import { buildCatalogue } from '../../lib/catalogue/testing/build-catalogue.ts';
import { formatContainer } from './former-container.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { candidateKeys } from '../../lib/films/matching.ts';
import type { FilmRef } from '../../lib/films/types.ts';
import { readBuiltInFilms } from '../../scripts/catalogue/built-in-catalogue.ts';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import type { CatalogueKind } from './built-in-script.ts';
import { findMedian, type Figure } from './figures.ts';

const smallFilms = 3191;
const smallPath = 'catalogue/small.bin';
const rounds = 7;

type Call = (call: string) => Promise<unknown>;

async function writeSmall(extension: string, films: BuiltInFilm[]): Promise<void> {
  const catalogued = films.map((film) => ({
    film: makeFilm({
      title: film.title,
      originalTitle: film.originalTitle,
      alternativeTitles: film.otherTitles,
      year: film.year,
      refs: listDataRefs(film),
      directors: film.directors,
      runtimeMinutes: film.minutes,
    }),
    scores: [],
  }));
  const info = { id: 'small', name: 'Small', asOf: '2010', licence: null, attribution: null, note: null };
  const { manifest, shards } = await buildCatalogue(catalogued, info, { minFilmsPerShard: 8 });
  writeFileSync(join(extension, smallPath), formatContainer(manifest, shards));
}

/** The keys of `count` films as a page names them, other films in each round. */
function listKeys(films: BuiltInFilm[], count: number, round: number): FilmRef[] {
  const step = Math.floor(films.length / count);
  return Array.from({ length: count }, (_, at) => films[at * step + (round % step)]).flatMap((film) =>
    film === undefined
      ? []
      : candidateKeys({
          title: film.title,
          alternativeTitles: [],
          year: film.year,
          directors: [],
          refs: film.imdb === null ? [] : [`imdb:${film.imdb}`],
          kind: null,
          language: null,
        }),
  );
}

/** Each call runs in a new page, so that no code is compiled and nothing is in memory. */
function createCaller(opened: ExtensionBrowser, script: string): Call {
  return async (call) => {
    const page = await opened.openOwn('options.html');
    try {
      await page.evaluate(script);
      return await page.evaluate(call);
    } finally {
      await page.close();
    }
  };
}

/** Measures both catalogues in turns. `extension` is the folder of the running extension. */
export async function* measureBuiltIn(opened: ExtensionBrowser, extension: string): AsyncGenerator<Figure[]> {
  const films = (await readBuiltInFilms()).toSorted((one, other) => other.known - one.known);
  const small = films.slice(0, smallFilms);
  await writeSmall(extension, small);
  const call = createCaller(opened, await bundleForPage('tests/bench/built-in-script.ts', 'builtInBench'));
  const time = async (kind: CatalogueKind, count: number, round: number): Promise<number> => {
    const [path, source] = kind === 'small' ? [smallPath, small] : [builtInCataloguePath, films];
    const refs = JSON.stringify(listKeys(source, count, round));
    const { ms, found } = (await call(`builtInBench.timeLookUp('${kind}', '/${path}', ${refs})`)) as {
      ms: number;
      found: number;
    };
    if (found < count) throw new Error(`${kind}: ${found} refs of ${count} films found`);
    return ms;
  };
  yield [
    { name: 'built-in/size', value: statSync(join(extension, builtInCataloguePath)).size / 1e6, unit: 'MB' },
  ];
  for (const count of [1, 250]) {
    const times: Record<CatalogueKind, number[]> = { 'built-in': [], small: [] };
    for (let round = 0; round < rounds; round++)
      for (const kind of ['built-in', 'small'] as const) times[kind].push(await time(kind, count, round));
    const [now, former] = [findMedian(times['built-in']), findMedian(times.small)];
    yield [
      { name: `built-in/look-up-${count}-films`, value: now, unit: 'ms' },
      { name: `built-in/look-up-${count}-films/3191-films-in-json`, value: former, unit: 'ms' },
      { name: `built-in/look-up-${count}-films/to-3191-films`, value: now / former, unit: 'ratio' },
    ];
  }
  const titles: number[] = [];
  for (let round = 0; round < rounds; round++)
    titles.push((await call(`builtInBench.timeTitles('/${builtInCataloguePath}')`)) as number);
  yield [{ name: 'built-in/all-titles', value: findMedian(titles), unit: 'ms' }];
}
