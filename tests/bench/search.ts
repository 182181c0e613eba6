// Measures the search as one types over all titles of the built-in catalogue, in a page of the extension.
import { builtInCataloguePath } from '../../lib/catalogue/built-in/path.ts';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import { findMedian, type Figure } from './figures.ts';

const rounds = 5;
/** First keys, each in a new page. */
const firstTexts = ['al', 'ha', 'the', 'st', 'pa'];
/** Typed letter by letter: whole titles, words in another order, typing errors, years, other scripts. */
const texts =
  `the godfather|alien|se7en|amelie|lives of others|lotr|dune 2021|spirited away|千と千尋|pans labyrinth
  |hidden dragon|seven samurai|2001 space odyssey|wall-e|la la land|starwars|fury road mad max|openheimer|shawhsank
  |rocky 2|silence of the lambs|schindlers list|no country for old men|untergang|8 1/2|et the extra|s|b|zzyzx road`
    .split('|')
    .map((text) => text.trim());
const keys = texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));

function findPercentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

/** Measures the first key in new pages, and all keys in one. */
export async function* measureSearch(opened: ExtensionBrowser): AsyncGenerator<Figure[]> {
  const script = await bundleForPage('tests/bench/search-script.ts', 'searchBench');
  const call = async <T>(expression: string): Promise<T> => {
    const page = await opened.openOwn('options.html');
    try {
      await page.evaluate(script);
      return await page.evaluate<T>(expression);
    } finally {
      await page.close();
    }
  };
  const first: number[] = [];
  for (const text of firstTexts)
    first.push(await call<number>(`searchBench.timeFirstKey('/${builtInCataloguePath}', '${text}')`));
  yield [{ name: 'search/first-key', value: findMedian(first), unit: 'ms' }];
  const runs: { keys: number[]; walks: number[] }[] = [];
  for (let round = 0; round < rounds; round++)
    runs.push(await call(`searchBench.timeKeys('/${builtInCataloguePath}', ${JSON.stringify(keys)})`));
  // Other programs on the machine interrupt a key now and then, seldom the same one in most rounds.
  const times = keys.map((_, at) => findMedian(runs.map((run) => run.keys[at] ?? NaN)));
  const walk = findMedian(runs.flatMap(({ walks }) => walks));
  yield [
    { name: 'search/key/median', value: findMedian(times), unit: 'ms' },
    { name: 'search/key/95th-percentile', value: findPercentile(times, 0.95), unit: 'ms' },
    { name: 'search/key/slowest', value: Math.max(...times), unit: 'ms' },
    { name: 'search/walk-over-titles', value: walk, unit: 'ms' },
    { name: 'search/key/to-walk', value: findMedian(times) / walk, unit: 'ratio' },
  ];
}
