import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.metacritic.com/movie/citizen-kane-1941/',
    pageKind: 'film',
    fixture: 'metacritic-film-2026.html',
    subject: { title: 'Citizen Kane', year: null },
    films: [{ title: 'Vertigo', year: null }],
    nonfilms: [
      { title: 'The Wire', kind: 'series' },
      { title: 'Grim Fandango', kind: 'game' },
    ],
  },
  {
    url: 'https://www.metacritic.com/browse/movie/',
    pageKind: 'list',
    fixture: 'metacritic-list-2024.html',
    subject: null,
    films: [
      { title: 'Dekalog', year: 1988 },
      { title: 'The Godfather', year: null },
    ],
    nonfilms: [],
  },
  {
    url: 'https://www.metacritic.com/tv/the-wire/',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://www.metacritic.com/game/grim-fandango/',
    pageKind: 'other',
    fixture: null,
  },
  {
    url: 'https://www.metacritic.com/about-us/',
    pageKind: null,
    fixture: null,
  },
];
