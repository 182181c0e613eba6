import type { SiteAdapter } from './types.ts';

export const max: SiteAdapter = {
  id: 'max',
  name: 'HBO Max',
  matches: ['*://*.hbomax.com/*', '*://*.max.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/(?:[a-z]{2}(?:\/[a-z]{2})?\/)?movies?\/[\w-]/,
      subject: {
        title: ['h1', 'meta[property="og:title"]@content', 'title'],
        noise: /^Watch |\s+[|•·-] (?:HBO )?Max.*$/,
      },
    },
    {
      kind: 'series',
      path: /^\/(?:[a-z]{2}(?:\/[a-z]{2})?\/)?(?:shows?|series|mini-series|topical)\/[\w-]/,
      subject: {
        title: ['h1', 'meta[property="og:title"]@content'],
        noise: /^Watch |\s+[|•·-] (?:HBO )?Max.*$/,
      },
    },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:$|\?|home|page|genre|collections?|channel|movies\/?$)/ },
  ],
  rows: [
    {
      item: 'a[href*="/movie/"], a[href*="/movies/"], a[href*="/show/"]',
      title: ['p[class*="md_strong-"]', 'img@alt', '@aria-label'],
      address: /\/(?:movies?|show)\/[\w-]{8}/,
    },
  ],
};
