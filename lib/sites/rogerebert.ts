import type { SiteAdapter } from './types.ts';

/** Addresses of reviews end with the film's year: `/reviews/her-2013`. */
const yearInAddress = /\/reviews\/[\w-]*-((?:19|20)\d\d)\/?(?:[?#]|$)/;

export const rogerebert: SiteAdapter = {
  id: 'rogerebert',
  name: 'RogerEbert.com',
  matches: ['*://www.rogerebert.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'review',
      path: /^\/reviews\/[\w-]+/,
      subject: {
        title: ['h1', 'meta[property="og:title"]@content'],
        year: [yearInAddress],
        noise: /\s+(?:(?:movie|film) review\b|& film summary|\| Roger Ebert).*$/i,
      },
    },
    { kind: 'list', path: /^\/(?:$|\?|reviews\/?(?:\?|$)|great-movies)/ },
  ],
  rows: [
    {
      item: 'a[href*="/reviews/"]',
      title: ['h5', 'h4', 'h3', 'h2', '@#own'],
      year: [yearInAddress],
      address: yearInAddress,
      noise: /^(?:read .*|(?:full )?review)$/i,
    },
  ],
};
