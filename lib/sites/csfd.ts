import type { SiteAdapter } from './types.ts';

/** ČSFD and its foreign versions, which have the same ids and markup (seen 2026-03). */
export const csfd: SiteAdapter = {
  id: 'csfd',
  name: 'ČSFD',
  matches: [
    '*://*.csfd.cz/*',
    '*://*.csfd.sk/*',
    '*://*.filmbooster.com/*',
    '*://*.filmbooster.co.uk/*',
    '*://*.filmbooster.ca/*',
    '*://*.filmbooster.at/*',
  ],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/film\/\d+/,
      subject: {
        title: ['.film-header h1', 'h1'],
        year: ['.origin'],
        directors: [{ among: '.creators > div', label: /^(?:Režie|Réžia|Regie|Directed by|Director):/ }],
        // The year in the page's title is the film's year; og:type is "film" for series, too.
        alternativeTitles: ['.film-names li@#own', 'meta[property="og:title"]@content'],
        notFilm: [{ selector: '.film-header .type, .film-header-name .type' }],
      },
    },
    {
      kind: 'person',
      path: /^\/(?:tvurce|tvorca|creator|kuenstler)\/\d+/,
      rows: [
        {
          item: 'tr',
          title: ['a.film-title-name'],
          year: ['.year'],
          isYearAbove: true,
          notFilm: [{ within: 'table', selector: 'thead' }, { selector: '.film-title-info .info' }],
        },
      ],
    },
    { kind: 'search', path: /^\/(?:hledat|vyhladavanie|search|suche)\// },
    { kind: 'list', path: /^\// },
  ],
  rows: [
    {
      item: '[class^="film-title-"]:not(a)',
      title: ['a.film-title-name'],
      year: ['.film-title-info .info'],
      notFilm: [{ selector: '.film-title-info .info' }],
    },
  ],
};
