import type { SiteAdapter } from './types.ts';

export const metacritic: SiteAdapter = {
  id: 'metacritic',
  name: 'Metacritic',
  matches: ['*://www.metacritic.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/movie\/[\w!+-]+/,
      subject: {
        // Class names changed in 2023-09, 2026-02 and 2026-04. All of them contain "hero" and "title".
        title: ['[class*="hero" i][class*="title" i] h1', 'h1', 'meta[property="og:title"]@content'],
        noise: /\s+(?:Reviews\s*)?[-|] Metacritic$|\s+Reviews$/,
      },
    },
    {
      kind: 'series',
      path: /^\/tv\/[\w!+-]+/,
      subject: {
        title: ['[class*="hero" i][class*="title" i] h1', 'h1', 'meta[property="og:title"]@content'],
      },
    },
    { kind: 'other', path: /^\/(?:game|music)\// },
    { kind: 'person', path: /^\/person\// },
    { kind: 'search', path: /^\/search\// },
    { kind: 'list', path: /^\/(?:$|\?|browse|movie\/?$|news|pictures)/ },
  ],
  rows: [
    {
      item: 'a[href*="/movie/"], a[href*="/tv/"], a[href*="/game/"]',
      title: ['[data-title]@data-title', 'h3', 'h4', '@#own'],
      noise: /^\d+\.\s+/,
      address: /\/(?:movie|tv|game)\/[\w!+-]+\/?$/,
      notFilm: [{ selector: 'a[href*="/game/"]', kind: 'game' }],
    },
  ],
};
