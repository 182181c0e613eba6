import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://trakt.tv/movies/her-2013',
    pageKind: 'film',
    fixture: 'trakt-film-2025.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Ex Machina', year: 2014 }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://app.trakt.tv/movies/her-2013',
    pageKind: 'film',
    fixture: 'trakt-app-2026.html',
    subject: { title: 'Her', year: null },
    films: [{ title: 'Ex Machina', year: null }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://trakt.tv/movies/trending',
    pageKind: 'list',
    fixture: null,
  },
  {
    url: 'https://app.trakt.tv/shows/severance?season=1&view=episode&episode=1',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://trakt.tv/vip',
    pageKind: null,
    fixture: null,
  },
];
