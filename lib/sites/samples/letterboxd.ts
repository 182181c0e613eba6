import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://letterboxd.com/film/mulholland-drive/',
    pageKind: 'film',
    fixture: 'letterboxd-film-2026.html',
    subject: { title: 'Mulholland Drive', year: 2001 },
    films: [{ title: 'Lost Highway', year: 1997 }],
    nonfilms: [],
  },
  {
    url: 'https://letterboxd.com/film/unbelievable-2019/',
    pageKind: 'series',
    fixture: 'letterboxd-miniseries-2026.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Unbelievable', kind: 'series' }],
  },
  {
    url: 'https://letterboxd.com/someone/list/samurai/page/2/',
    pageKind: 'list',
    fixture: 'letterboxd-list.html',
    subject: null,
    films: [
      { title: 'Harakiri', year: 1962 },
      { title: 'Ran', year: 1985 },
      { title: '13 Assassins', year: null },
      { title: 'Yojimbo', year: null },
      { title: 'Kagemusha', year: 1980 },
    ],
    nonfilms: [],
  },
  {
    url: 'https://letterboxd.com/someone/film/yojimbo/1/',
    pageKind: 'review',
    fixture: null,
  },
  {
    url: 'https://letterboxd.com/someone/films/diary/',
    pageKind: 'list',
    fixture: null,
  },
  {
    url: 'https://letterboxd.com/director/david-lynch/',
    pageKind: 'person',
    fixture: null,
  },
  {
    url: 'https://letterboxd.com/journal/an-interview/',
    pageKind: null,
    fixture: null,
  },
];
