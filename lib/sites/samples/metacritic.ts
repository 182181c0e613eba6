import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.metacritic.com/movie/citizen-kane-1941/',
    pageKind: null,
    fixture: 'metacritic-film-2026.html',
    subject: { title: 'Citizen Kane', year: null },
    films: [{ title: 'Vertigo', year: null }],
  },
  {
    url: 'https://www.metacritic.com/browse/movie/',
    pageKind: null,
    fixture: 'metacritic-list-2024.html',
    subject: null,
    films: [
      { title: 'Dekalog', year: 1988 },
      { title: 'The Godfather', year: null },
    ],
  },
  {
    url: 'https://www.metacritic.com/tv/the-wire/',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://www.metacritic.com/game/grim-fandango/',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://www.metacritic.com/about-us/',
    pageKind: null,
    fixture: null,
  },
];
