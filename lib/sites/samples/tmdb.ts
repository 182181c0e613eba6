import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.themoviedb.org/movie/152601-her',
    pageKind: 'film',
    fixture: 'tmdb-film-2025.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Eternal Sunshine of the Spotless Mind', year: 2004 }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://www.themoviedb.org/tv/1399-game-of-thrones',
    pageKind: 'series',
    fixture: 'tmdb-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Game of Thrones', kind: 'series' }],
  },
  {
    url: 'https://www.themoviedb.org/search?query=heat',
    pageKind: 'search',
    fixture: 'tmdb-search-2025.html',
    subject: null,
    films: [
      { title: 'Heat', year: 1995 },
      { title: 'Far from Heaven', year: null },
    ],
    nonfilms: [{ title: 'Heat', kind: 'series' }],
  },
  {
    url: 'https://www.themoviedb.org/person/5602-david-lynch',
    pageKind: 'person',
    fixture: null,
  },
  {
    url: 'https://www.themoviedb.org/about/our-history',
    pageKind: null,
    fixture: null,
  },
];
