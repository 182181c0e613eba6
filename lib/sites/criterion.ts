import type { SiteAdapter } from './types.ts';

export const criterion: SiteAdapter = {
  id: 'criterion',
  name: 'The Criterion Collection',
  matches: ['*://www.criterion.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/films\/\d+/,
      subject: {
        title: ['h1.header__primarytitle', 'h1', 'meta[property="og:title"]@content'],
        year: ['.film-meta-list li'],
        directors: ['.film-meta-list li:first-child'],
        noise: /\s+\| The Criterion Collection$/,
      },
    },
    // A box set is not a film, and its name is often a director's. The films in it have links of their own.
    {
      kind: 'other',
      path: /^\/boxsets\/\d+/,
      subject: { title: ['h1'], notFilm: [{ selector: '', kind: 'other' }] },
      rows: [
        {
          item: '.film-set',
          title: ['.film-set-title'],
          year: ['.film-set-year'],
          address: /\/films\/\d/,
        },
      ],
    },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:$|shop|lists?|explore|top10)/ },
  ],
  rows: [
    {
      item: '.gridFilm',
      title: ['.g-title'],
      year: ['.g-year'],
      directors: ['.g-director'],
      links: ['@data-href', 'a@href'],
      notFilm: [{ selector: '[data-href*="/boxsets/"]', kind: 'other' }],
    },
  ],
};
