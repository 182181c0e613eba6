// Runs inside a page of the extension: times the search over the built-in catalogue's titles, key by key.
import { createSliceFetcher } from '../../lib/catalogue/built-in/fetch-slices.ts';
import { openBuiltIn } from '../../lib/catalogue/built-in/open-built-in.ts';
import { openTitleSearch } from '../../lib/catalogue/search/title-search.ts';
import { openSearchInParts } from '../../lib/background/identify/search-in-parts.ts';

const shown = 8;

const open = (path: string): ReturnType<typeof openBuiltIn> =>
  openBuiltIn(createSliceFetcher((url, init) => fetch(url, init), path));

/** Opens the catalogue and searches for a first text. Returns milliseconds. */
export async function timeFirstKey(path: string, text: string): Promise<number> {
  const start = performance.now();
  const search = openSearchInParts(await open(path), () => undefined);
  const found = await search.find(text, shown);
  const ms = performance.now() - start;
  if (found.length === 0) throw new Error(`nothing found by ${text}`);
  return ms;
}

/** Times a search for each text, and bare walks over the bytes of the titles. Milliseconds. */
export async function timeKeys(path: string, texts: string[]): Promise<{ keys: number[]; walks: number[] }> {
  const titles = await (await open(path)).readTitles();
  const search = await openTitleSearch(titles);
  const time = (task: () => unknown): number => {
    const start = performance.now();
    task();
    return performance.now() - start;
  };
  const walk = (): number => {
    let lines = 0;
    for (const byte of titles.text) if (byte === 10) lines += 1;
    return lines;
  };
  return {
    keys: texts.map((text) => time(() => search.search(text, shown))),
    walks: Array.from({ length: 15 }, () => time(walk)),
  };
}
