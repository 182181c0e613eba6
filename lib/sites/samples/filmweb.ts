import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.filmweb.pl/film/Skazani+na+Shawshank-1994-1048',
    pageKind: 'film',
    fixture: 'filmweb-film-2025.html',
    subject: { title: 'Skazani na Shawshank', year: 1994 },
    films: [
      { title: 'Matrix', year: 1999 },
      { title: 'Zielona mila', year: 1999 },
    ],
    nonfilms: [{ title: 'Breaking Bad', kind: 'series' }],
  },
  {
    url: 'https://www.filmweb.pl/serial/Gra+o+tron-2011-476848',
    pageKind: 'series',
    fixture: 'filmweb-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Gra o tron', kind: 'series' }],
  },
  {
    url: 'https://www.filmweb.pl/ranking/film',
    pageKind: 'list',
    fixture: null,
  },
  {
    url: 'https://www.filmweb.pl/news/Cos-150000',
    pageKind: null,
    fixture: null,
  },
];
