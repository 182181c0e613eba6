import type { SiteAdapter } from './types.ts';

/** Addresses end with the year and the id: `/film/Matrix-1999-628`. */
const yearInAddress = /\/film\/[^/?]*-(\d{4})-\d+/;

export const filmweb: SiteAdapter = {
  id: 'filmweb',
  name: 'Filmweb',
  matches: ['*://www.filmweb.pl/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/film\/[^/?]+-\d{4}-\d+/,
      subject: {
        title: ['[class*="filmCoverSection__title"]', 'h1[itemprop="name"]', 'h1'],
        year: [yearInAddress],
        // The site has used both spellings of the class.
        alternativeTitles: [
          '[class*="filmCoverSection__originalTitle"]',
          '[class*="filmCoverSection__orginalTitle"]',
        ],
      },
    },
    {
      kind: 'series',
      path: /^\/(?:serial|tvshow)\/[^/?]+-\d+/,
      subject: { title: ['[class*="filmCoverSection__title"]', 'h1'] },
    },
    {
      kind: 'other',
      path: /^\/videogame\/[^/?]+-\d+/,
      subject: { title: ['h1'], notFilm: [{ selector: '', kind: 'game' }] },
    },
    { kind: 'person', path: /^\/person\// },
    { kind: 'search', path: /^\/(?:search|films\/search)/ },
    { kind: 'list', path: /^\/(?:$|\?|films?\b|ranking|user|vod|premiere|showtimes|program-tv)/ },
  ],
  rows: [
    {
      item: '.preview, .previewFilm, .filmPreview',
      title: ['.preview__title', '.preview__link', '.filmPreview__title'],
      year: [yearInAddress],
      alternativeTitles: ['.preview__originalTitle', '.filmPreview__originalTitle'],
      links: ['.preview__link@href', 'a[href*="/film/"]@href', 'a[href*="/serial/"]@href'],
      notFilm: [{ selector: 'a[href*="/serial/"], a[href*="/tvshow/"]', kind: 'series' }],
    },
    {
      item: 'a[href*="/film/"]',
      title: ['@#own'],
      year: [yearInAddress],
      address: /\/film\/[^/?]*-\d{4}-\d+$/,
    },
  ],
};
