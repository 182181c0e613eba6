import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.rottentomatoes.com/m/shawshank_redemption',
    pageKind: 'film',
    fixture: 'rottentomatoes-film-2020.html',
    subject: { title: 'The Shawshank Redemption', year: 1994 },
    films: [{ title: 'The Green Mile', year: null }],
    nonfilms: [],
  },
  {
    url: 'https://www.rottentomatoes.com/browse/movies_in_theaters/',
    pageKind: 'list',
    fixture: 'rottentomatoes-browse-2025.html',
    subject: null,
    films: [{ title: 'Heart Eyes', year: null }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://www.rottentomatoes.com/search?search=host',
    pageKind: 'search',
    fixture: 'rottentomatoes-search.html',
    subject: null,
    films: [
      { title: 'Host', year: 2020 },
      { title: 'The Host', year: 2013 },
    ],
    nonfilms: [{ title: 'Hosts', kind: 'series' }],
  },
  {
    url: 'https://www.rottentomatoes.com/tv/severance/s01',
    pageKind: 'series',
    fixture: 'rottentomatoes-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Severance', kind: 'season' }],
  },
  {
    url: 'https://www.rottentomatoes.com/celebrity/david_lynch',
    pageKind: 'person',
    fixture: null,
  },
  {
    url: 'https://www.rottentomatoes.com/critics/criteria',
    pageKind: null,
    fixture: null,
  },
];
