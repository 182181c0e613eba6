import type { SiteAdapter } from './types.ts';

/** Both sites: trakt.tv (until 2026) and app.trakt.tv (since). */
export const trakt: SiteAdapter = {
  id: 'trakt',
  name: 'Trakt',
  matches: ['*://trakt.tv/*', '*://*.trakt.tv/*'],
  pages: [
    {
      kind: 'list',
      path: /^\/(?:$|\?|(?:movies|shows)\/?(?:$|\?|(?:trending|popular|anticipated|favorited|watched|collected|boxoffice|recommended|streaming)\b)|users\/|lists|dashboard|discover|calendars)/,
    },
    {
      kind: 'film',
      path: /^\/movies\/[\w-]+/,
      subject: {
        title: ['.summary h1@#own', 'meta[property="og:title"]@content', 'title'],
        year: ['.summary h1 .year'],
        links: [
          '#external-link-imdb@href',
          '#external-link-tmdb@href',
          'a[href*="imdb.com/title/"]@href',
          'a[href*="themoviedb.org/movie/"]@href',
        ],
        noise: /^Trakt Web:\s*|\s+[-|] Trakt$/,
      },
    },
    {
      kind: 'series',
      path: /^\/shows\/[\w-]+/,
      subject: { title: ['.summary h1@#own', 'meta[property="og:title"]@content'], noise: /^Trakt Web:\s*/ },
    },
    { kind: 'person', path: /^\/people\// },
    { kind: 'search', path: /^\/search/ },
  ],
  rows: [
    {
      item: '[data-type="movie"], [data-type="show"], [data-type="season"], [data-type="episode"]',
      title: ['.titles h3@#own', 'h3@#own', '[itemprop="name"]@content'],
      year: ['h3 .year'],
      links: ['@data-url', 'a[href*="/movies/"]@href', 'a[href*="/shows/"]@href'],
      notFilm: [
        { selector: '[data-type="show"], [data-type="season"], [data-type="episode"]', kind: 'series' },
      ],
    },
    {
      item: 'a[href^="/movies/"], a[href^="/shows/"]',
      title: ['@#own'],
      address: /\/(?:movies|shows)\/[\w-]+$/,
    },
  ],
};
