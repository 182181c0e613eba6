import type { SiteAdapter } from './types.ts';

export const appletv: SiteAdapter = {
  id: 'appletv',
  name: 'Apple TV',
  matches: ['*://tv.apple.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/(?:[a-z]{2}\/)?movie\//,
      agrees: 'meta[name="apple:content_id"]@content',
      subject: {
        title: ['meta[name="apple:title"]@content', 'h1', 'meta[property="og:title"]@content'],
        year: ['meta[property="og:video:release_date"]@content'],
        noise: /^Watch |\s+[-–|] Apple TV\+?(?: \([A-Z]{2}\))?$/,
      },
    },
    {
      kind: 'series',
      path: /^\/(?:[a-z]{2}\/)?(?:show|episode|season)\//,
      agrees: 'meta[name="apple:content_id"]@content',
      subject: { title: ['meta[name="apple:title"]@content', 'h1'] },
    },
    { kind: 'search', path: /^\/(?:[a-z]{2}\/)?search/ },
    { kind: 'list', path: /^\/(?:[a-z]{2})?(?:\/(?:collection|room|channel)\/.*)?\/?(?:\?.*)?$/ },
  ],
  rows: [
    {
      item: 'a[href*="/movie/"], a[href*="/show/"]',
      title: ['@aria-label', '@title', 'img@alt', '.title'],
      address: /\/(?:movie|show)\/[^/]+\/umc\.cmc\./,
    },
  ],
};
