import type { SiteAdapter } from './types.ts';

/** Labels of versions. `season` matches titles of a series' season. */
const noise =
  /^(?:Prime Video: |Watch )|\s*\[[^\]]*\]|\s+\((?:4K[^)]*|Subbed|Dubbed|OV|OmU)\)|\s+\| Prime Video$/g;
const season = /[-:–]\s*(?:Season|Staffel|Saison|Temporada|Stagione|Seizoen|Sezon) \d|\bS\d+\b/;

export const primevideo: SiteAdapter = {
  id: 'primevideo',
  name: 'Prime Video',
  matches: [
    '*://*.primevideo.com/*',
    ...['com', 'co.uk', 'de', 'fr', 'es', 'it', 'co.jp'].map((end) => `*://www.amazon.${end}/gp/video/*`),
  ],
  pages: [
    {
      kind: 'film',
      path: /\/detail\/\w/,
      subject: {
        title: ['[data-automation-id="title"]', '[data-automation-id="title"] img@alt', 'h1', 'title'],
        year: ['[data-automation-id="release-year-badge"]'],
        noise,
        notFilm: [
          { selector: 'meta[property="og:url"][content*="/tv/"]', kind: 'series' },
          {
            selector:
              '[data-automation-id*="season"], [data-automation-id*="episode"], [data-testid*="episode"]',
            kind: 'series',
          },
          { selector: '[data-automation-id="title"], title', text: season, kind: 'season' },
        ],
        possible: true,
        stated: [{ selector: 'meta[property="og:url"][content*="/movie/"]' }],
      },
    },
    { kind: 'search', path: /\/search\b/ },
    {
      kind: 'list',
      path: /^\/(?:$|\?|region|storefront|movie|tv|offers|collection|genre|categories|browse|gp\/video\/)/,
    },
  ],
  rows: [
    {
      item: 'article[data-card-title]',
      title: ['@data-card-title'],
      noise,
      notFilm: [
        { selector: '[data-card-entity-type="TV Show"]', kind: 'series' },
        { selector: '[data-card-entity-type="EVENT"]', kind: 'other' },
      ],
      address: /\/detail\//,
    },
  ],
};
