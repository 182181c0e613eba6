import type { SiteAdapter } from './types.ts';

/** "Her review – Spike Jonze's love story": the film's title precedes the word "review". */
const reviewHeadline = /^[“"‘']?(.{1,120}?)[”"’']?,? review(?: |:|$)/;

export const guardian: SiteAdapter = {
  id: 'guardian',
  name: 'The Guardian film',
  matches: ['*://www.theguardian.com/film', '*://www.theguardian.com/film/*'],
  pages: [
    {
      kind: 'review',
      path: /^\/film\/\d{4}\/\w{3}\/\d\d\/[\w-]*-review\b/,
      subject: { title: ['h1', 'meta[property="og:title"]@content'], pattern: reviewHeadline },
    },
    { kind: 'other', path: /^\/film\/\d{4}\// },
    { kind: 'list', path: /^\/film(?:$|\/|\?)/ },
  ],
  rows: [
    {
      item: 'a[href*="/film/"]',
      title: ['@aria-label', 'h3', '@#own'],
      pattern: reviewHeadline,
      address: /\/film\/\d{4}\/\w{3}\/\d\d\/[\w-]*-review\b/,
    },
  ],
};
