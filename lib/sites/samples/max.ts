import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://play.hbomax.com/movie/5e1c0c0a-1111-4444-8888-aaaaaaaaaaaa',
    pageKind: 'film',
    fixture: 'max-film-2025.html',
    subject: { title: 'Dune', year: null },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://play.hbomax.com/home',
    pageKind: 'list',
    fixture: 'max-list-2025.html',
    subject: null,
    films: [{ title: 'Dune', year: null }],
    nonfilms: [{ title: 'The Wire', kind: 'series' }],
  },
  {
    url: 'https://www.max.com/shows/wire/93ba22b1',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://help.hbomax.com/contact',
    pageKind: null,
    fixture: null,
  },
];
