import { findElement, listElements, readText } from './page-elements.ts';
import { findYear } from './title-parts.ts';
import type { AdapterFinding, SiteAdapter } from './types.ts';

/**
 * The second line of the panel: "1994 ‧ Drama ‧ 2h 22m". Places and products have a title there, too, but no running
 * time.
 */
const filmLine = /^(?:\S{1,6} ‧ )?\d{4} ‧ .*\d ?(?:h|min|m|Std|ч)\b/;
const seriesLine = /‧ .*(?:season|temporada|saison|staffel|stagion|sezon|сезон)/i;

function* findPanel(root: Element): Generator<AdapterFinding | null> {
  const title = findElement(root, '[data-attrid="title"]');
  const line =
    listElements(root, '[data-attrid="subtitle"]')
      .map(readText)
      .find((text) => text.includes('‧')) ?? '';
  if (!title) return;
  const isSeries = seriesLine.test(line);
  if (!isSeries && !filmLine.test(line)) return;
  yield {
    hint: { title: readText(title), year: findYear(line), ...(isSeries && { kind: 'series' as const }) },
    element: title,
  };
}

export const google: SiteAdapter = {
  id: 'google',
  name: 'Google Search',
  matches: [
    'com',
    'ca',
    'co.uk',
    'com.au',
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'pl',
    'cz',
    'com.br',
    'co.in',
    'co.jp',
  ].map((end) => `*://www.google.${end}/search*`),
  pages: [{ kind: 'search', path: /^\/search/, find: findPanel }],
  rows: [
    {
      // The title of a long result ends with dots. Such a film is found by the id in its link.
      item: 'a[href]:has(h3)',
      title: ['h3'],
      pattern: /^((?:(?!\.\.\.|…).)+)$/,
      noise: /\s+(?:[-–|•·] .*|\(film\).*)$/,
      address:
        /(?:imdb\.com\/title\/tt\d+\/?$|letterboxd\.com\/film\/[\w-]+\/?$|rottentomatoes\.com\/m\/[\w-]+\/?$|themoviedb\.org\/movie\/[\w-]+$|metacritic\.com\/movie\/[\w-]+\/?$|wikipedia\.org\/wiki\/[^?]*film\)$)/,
    },
  ],
};
