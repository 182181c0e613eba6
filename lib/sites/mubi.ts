import type { SiteAdapter } from './types.ts';

export const mubi: SiteAdapter = {
  id: 'mubi',
  name: 'MUBI',
  matches: ['*://mubi.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/films\/[\w-]+/,
      subject: {
        title: ['h1', 'meta[property="og:title"]@content'],
        alternativeTitles: ['meta[property="og:title"]@content'],
        noise: /\s+\| MUBI$/,
      },
    },
    { kind: 'series', path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/series\/[\w-]+/, subject: { title: ['h1'] } },
    { kind: 'person', path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/cast\/[\w-]+/ },
    { kind: 'search', path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/search/ },
    {
      kind: 'list',
      path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/(?:$|\?|films\/?$|lists|showing|collections|users)/,
    },
  ],
  rows: [
    {
      item: 'a[href*="/films/"], a[href*="/series/"]',
      title: ['h2', 'h3', '@#own'],
      address: /\/(?:films|series)\/[\w-]+$/,
    },
  ],
};
