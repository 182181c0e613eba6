import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.disneyplus.com/en-gb/browse/movies',
    pageKind: 'list',
    fixture: 'disneyplus-list-2025.html',
    subject: null,
    films: [
      { title: 'Frozen', year: null },
      { title: 'Moana', year: null },
    ],
    nonfilms: [{ title: 'Bluey Season 1', kind: 'series' }],
  },
  {
    url: 'https://www.disneyplus.com/browse/entity-faba988a-a9d5-45f2-a074-0775a7d6f67a',
    pageKind: 'series',
    fixture: 'disneyplus-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Andor', kind: 'series' }],
  },
  {
    url: 'https://www.disneyplus.com/movies/frozen/4uKGzAJi3ROz',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.disneyplus.com/account',
    pageKind: null,
    fixture: null,
  },
];
