import type { SiteAdapter } from './types.ts';

export const letterboxd: SiteAdapter = {
  id: 'letterboxd',
  name: 'Letterboxd',
  matches: ['*://letterboxd.com/*', '*://*.letterboxd.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/film\/[\w-]+/,
      subject: {
        title: [
          'h1.primaryname .name',
          'h1.filmtitle',
          '#featured-film-header h1',
          'meta[property="og:title"]@content',
        ],
        year: ['.releasedate', 'a[href^="/films/year/"]'],
        alternativeTitles: [
          '.originalname .quoted-creative-work-title',
          '.originalname',
          'meta[property="og:title"]@content',
        ],
        directors: ['.credits a[href^="/director/"]'],
        links: ['a[data-track-action="IMDb"]@href', 'a[data-track-action^="TMD"]@href'],
        // Miniseries have film addresses, and every type field says film (2026-01): only the link to TMDB shows that
        // they are series.
        notFilm: [{ selector: 'a[data-track-action^="TMD"][href*="/tv/"]', kind: 'series' }],
      },
    },
    {
      kind: 'review',
      path: /^\/[\w-]+\/film\/[\w-]+/,
      subject: {
        title: ['h1 a[href*="/film/"]', 'h2 a[href*="/film/"]', '[data-item-name]@data-item-name'],
        year: ['h1 a[href*="/films/year/"]', 'h2 a[href*="/films/year/"]', '.releasedate'],
      },
    },
    { kind: 'person', path: /^\/(?:director|actor|writer|producer|composer|cinematography|editor)\/[\w-]+/ },
    { kind: 'search', path: /^\/s(?:earch)?\// },
    {
      kind: 'list',
      path: /^\/(?:$|films?\b|lists?\b|[\w-]+\/(?:$|list|watchlist|films|likes|reviews|diary))/,
    },
  ],
  rows: [
    {
      // Posters have data-item-* since autumn 2025, data-film-* before, and data-target-link in both versions.
      item: '[data-item-link], [data-film-name], [data-film-link], [data-film-slug], [data-target-link^="/film/"]',
      title: ['@data-item-full-display-name', '@data-item-name', '@data-film-name', 'img@alt'],
      year: ['@data-film-release-year'],
      links: [
        '@data-item-link',
        '@data-film-link',
        '@data-target-link',
        '@data-film-slug',
        'a[href*="/film/"]@href',
      ],
    },
    {
      item: 'h2, h3',
      title: ['a[href*="/film/"]'],
      year: ['a[href*="/films/year/"]', 'small', '.releasedate'],
    },
  ],
};
