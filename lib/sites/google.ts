import { findElement, listElements, readAttribute, readText } from './page-elements.ts';
import { findYear, parseBrackets } from './title-parts.ts';
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

/** The name of a carousel of films, in the languages of the hosts below: "Movies", "Filmy", "Movies playing". */
const filmsName =
  /^(?:movies|films?|filme[rns]?|filmy|filmek|filmovi|pel[ií]culas|elokuvat|фильмы|фільми|ταινίες|סרטים|映画|영화|电影|電影)(?!.*\btv\b)(?:\s|$)/i;

/** The last text before an element, outside at most seven elements around it; empty if there is none. */
function findTextBefore(element: Element): string {
  let at: Element | null = element;
  for (let level = 0; at && level < 7; level += 1, at = at.parentElement) {
    const before: Element | null = at.previousElementSibling;
    const texts = before ? [before, ...listElements(before, 'span,div')].map(readText).filter(Boolean) : [];
    if (texts.length > 0) return texts.at(-1) ?? '';
  }
  return '';
}

/** The rows of a carousel whose name says that they are films: "Martin Scorsese / Movies". */
function* findCarousels(root: Element): Generator<AdapterFinding | null> {
  const carousels = new Map<Element | null, boolean>();
  for (const row of listElements(root, 'a[aria-label][aria-setsize]')) {
    const around = row.parentElement;
    const isOfFilms = carousels.get(around) ?? filmsName.test(findTextBefore(row));
    carousels.set(around, isOfFilms);
    const lines = listElements(row, 'div').map(readText);
    const year =
      parseBrackets(readAttribute(row, 'title')).year ??
      findYear(lines.find((line) => /^\d{4}$/.test(line)) ?? '');
    yield isOfFilms ? { hint: { title: readAttribute(row, 'aria-label'), year }, element: row } : null;
  }
}

function* findFilms(root: Element): Generator<AdapterFinding | null> {
  yield* findPanel(root);
  yield* findCarousels(root);
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
  pages: [{ kind: 'search', path: /^\/search/, find: findFilms }],
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
