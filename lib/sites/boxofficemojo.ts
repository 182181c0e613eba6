import type { SiteAdapter } from './types.ts';

export const boxofficemojo: SiteAdapter = {
  id: 'boxofficemojo',
  name: 'Box Office Mojo',
  matches: ['*://*.boxofficemojo.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/(?:title\/tt|release\/rl)\d+/,
      subject: {
        title: ['h1', 'meta[name="title"]@content'],
        links: ['a[href*="pro.imdb.com/title/"]@href'],
        noise: /\s+- Box Office Mojo$/,
      },
    },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:$|\?|chart|year|date|month|weekend|season|calendar|brand|franchise|genre)/ },
  ],
  rows: [
    {
      item: 'tr',
      title: ['.mojo-field-type-title a', '.mojo-field-type-release a'],
      year: ['.mojo-field-type-year'],
    },
  ],
};
