import type { SiteAdapter } from './types.ts';

export const disneyplus: SiteAdapter = {
  id: 'disneyplus',
  name: 'Disney+',
  matches: ['*://www.disneyplus.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:movies\/[\w-]+\/\w|(?:browse\/entity-|play\/))/,
      subject: {
        title: [
          'h1',
          '[data-testid="details-title-treatment"] img@alt',
          'meta[property="og:title"]@content',
          '.title-field',
        ],
        noise: /^Watch |\s+\|.*Disney\+.*$/,
        // Films and series have the same form of address; only a list of seasons distinguishes them.
        notFilm: [
          { selector: '[data-testid*="season"], [data-testid*="episode"], .subtitle-field', kind: 'series' },
          { selector: 'meta[property="og:url"][content*="/series/"]', kind: 'series' },
        ],
        possible: true,
        stated: [
          {
            selector: 'meta[property="og:url"][content*="/movies/"], link[rel="canonical"][href*="/movies/"]',
          },
        ],
      },
    },
    {
      kind: 'series',
      path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?series\//,
      subject: { title: ['h1', 'meta[property="og:title"]@content'], noise: /^Watch |\s+\|.*Disney\+.*$/ },
    },
    { kind: 'search', path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:browse\/)?search/ },
    { kind: 'list', path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:$|\?|home|browse|brand)/ },
  ],
  rows: [
    {
      item: '[data-testid="set-item"]',
      title: ['@aria-label'],
      noise: /^Number \d+ |\s*Disney\+ Original\b|\s*Select for details on this title\.?/gi,
      notFilm: [
        { selector: '[aria-label*="Season"], [href*="/series/"]', kind: 'series' },
        { selector: '[data-testid*="episode"]', kind: 'episode' },
      ],
      possible: true,
    },
  ],
};
