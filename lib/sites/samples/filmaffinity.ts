import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.filmaffinity.com/es/film809297.html',
    pageKind: 'film',
    fixture: 'filmaffinity-film-2025.html',
    subject: { title: 'El viaje de Chihiro', year: 2001 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.filmaffinity.com/es/film489971.html',
    pageKind: 'series',
    fixture: 'filmaffinity-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Chernobyl', kind: 'series' }],
  },
  {
    url: 'https://www.filmaffinity.com/es/topgen.php',
    pageKind: 'list',
    fixture: 'filmaffinity-top-2025.html',
    subject: null,
    films: [
      { title: 'El padrino', year: 1972 },
      { title: 'Vincent', year: 1982 },
    ],
    nonfilms: [{ title: 'Breaking Bad', kind: 'series' }],
  },
  {
    url: 'https://www.filmaffinity.com/es/ranking.php?rn=ranking_fa_movies',
    pageKind: 'list',
    fixture: 'filmaffinity-cards-2026.html',
    subject: null,
    films: [{ title: 'Cadena perpetua', year: 1994 }],
    nonfilms: [],
  },
  {
    url: 'https://www.filmaffinity.com/es/privacidad.html',
    pageKind: null,
    fixture: null,
  },
];
