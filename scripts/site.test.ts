import { expect, test } from 'vitest';
import { addToRegistry, listSites, makeSiteFiles } from './site.ts';

const registry = `import { imdb } from './imdb.ts';
import { tmdb } from './tmdb.ts';
import type { SiteAdapter } from './types.ts';

/** Every site adapter. */
export const siteAdapters: SiteAdapter[] = [imdb, tmdb];
`;

test('addToRegistry adds a site in alphabetical order', () => {
  expect(addToRegistry(registry, 'letterboxd')).toBe(`import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { tmdb } from './tmdb.ts';
import type { SiteAdapter } from './types.ts';

/** Every site adapter. */
export const siteAdapters: SiteAdapter[] = [
  imdb,
  letterboxd,
  tmdb,
];
`);
});

test('addToRegistry does not add a site twice', () => {
  const once = addToRegistry(registry, 'trakt');
  expect(addToRegistry(once, 'trakt')).toBe(once);
});

test('makeSiteFiles returns an adapter, samples and a fixture named after the site', () => {
  const files = makeSiteFiles('kinohub', 'www.kinohub.example', 2026);
  expect(Object.keys(files)).toEqual(['kinohub.ts', 'samples/kinohub.ts', 'fixtures/kinohub-film.html']);
  expect(files['kinohub.ts']).toContain("matches: ['*://www.kinohub.example/*']");
  expect(files['samples/kinohub.ts']).toContain("fixture: 'kinohub-film.html'");
});

test('listSites shows the kinds of pages, or "generic" for a site without an adapter', () => {
  const rows = listSites([
    { id: 'a', name: 'A', matches: ['*://*.a.example/*'], pages: [{ kind: 'film', path: /x/ }] },
    { id: 'b', name: 'B', matches: ['*://b.example/*'], pages: [] },
  ]);
  expect(rows).toEqual([
    ['a', 'A', '*.a.example', 'film'],
    ['b', 'B', 'b.example', 'generic'],
  ]);
});
