import type { SiteAdapter } from './types.ts';

export const tmdb: SiteAdapter = {
  id: 'tmdb',
  name: 'TMDB',
  matches: ['*://*.themoviedb.org/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/movie\/\d+/,
      subject: {
        title: ['.header .title h2 > a', 'section.header h2 > a', 'meta[property="og:title"]@content'],
        year: ['.header .title .release_date', '.header .release_date'],
        alternativeTitles: ['meta[property="og:title"]@content'],
        links: ['.social_links a[href*="imdb.com/title/"]@href'],
      },
    },
    {
      kind: 'series',
      path: /^\/tv\/\d+/,
      subject: { title: ['.header .title h2 > a', 'meta[property="og:title"]@content'] },
    },
    { kind: 'person', path: /^\/person\/\d+/ },
    { kind: 'search', path: /^\/(?:search|discover)/ },
    { kind: 'list', path: /^\/(?:$|\?|movie|tv|list|collection|trending|u\/|keyword|genre|company|network)/ },
  ],
  rows: [
    {
      item: '.card',
      title: ['h2', 'a.title'],
      year: ['.release_date', 'h2 + p'],
      links: ['h2 a@href', 'a[href*="/movie/"]@href', 'a[href*="/tv/"]@href'],
      address: /\/(?:movie|tv)\/\d/,
    },
    {
      item: 'a[href*="/movie/"]:not(:has(*)), a[href*="/tv/"]:not(:has(*))',
      title: ['bdi', ''],
      address: /\/(?:movie|tv)\/\d+(?:-[^/]*)?$/,
    },
  ],
};
