import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.google.com/search?q=her+film',
    pageKind: 'search',
    fixture: 'google-search-2025.html',
    subject: null,
    films: [
      { title: 'Her', year: 2013 },
      { title: 'Her', year: 2013 },
      { title: 'Her', year: null },
    ],
    nonfilms: [{ title: 'Game of Thrones', kind: 'series' }],
  },
  {
    url: 'https://www.google.de/search?q=casablanca&hl=de',
    pageKind: 'search',
    fixture: 'google-place-2025.html',
    subject: null,
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.google.co.uk/search?q=dune',
    pageKind: 'search',
    fixture: null,
  },
];
