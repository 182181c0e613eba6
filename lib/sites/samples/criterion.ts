import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.criterion.com/films/165-seven-samurai',
    pageKind: 'film',
    fixture: 'criterion-film-2026.html',
    subject: { title: 'Seven Samurai', year: 1954 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.criterion.com/shop/browse/list',
    pageKind: 'list',
    fixture: 'criterion-list-2026.html',
    subject: null,
    films: [{ title: 'Seven Samurai', year: 1954 }],
    nonfilms: [{ title: 'AK 100: 25 Films by Akira Kurosawa', kind: 'other' }],
  },
  {
    url: 'https://www.criterion.com/boxsets/1080-the-apu-trilogy',
    pageKind: 'other',
    fixture: 'criterion-boxset-2026.html',
    subject: null,
    films: [
      { title: 'Pather Panchali', year: 1955 },
      { title: 'Aparajito', year: 1956 },
      { title: 'Apur Sansar', year: 1959 },
    ],
    nonfilms: [{ title: 'The Apu Trilogy', kind: 'other' }],
  },
  {
    url: 'https://www.criterion.com/boxsets/678-ak-100',
    pageKind: 'other',
    fixture: null,
  },
  {
    url: 'https://www.criterion.com/boxsets',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://www.criterion.com/current/posts/7000-an-essay',
    pageKind: null,
    fixture: null,
  },
];
