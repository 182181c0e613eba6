import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.kinopoisk.ru/film/oskolki-2007-252509/',
    pageKind: 'film',
    fixture: 'kinopoisk-film-2017.html',
    subject: { title: 'Осколки', year: 2007 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.kinopoisk.ru/film/301/',
    pageKind: 'film',
    fixture: 'kinopoisk-film-2025.html',
    subject: { title: 'Матрица', year: 1999 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.kinopoisk.ru/lists/movies/top250/',
    pageKind: 'list',
    fixture: 'kinopoisk-list-2025.html',
    subject: null,
    films: [{ title: 'Зеленая миля', year: 1999 }],
    nonfilms: [{ title: 'Во все тяжкие', kind: 'series' }],
  },
  {
    url: 'https://www.kinopoisk.ru/series/404900/',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://www.kinopoisk.ru/job/',
    pageKind: null,
    fixture: null,
  },
];
