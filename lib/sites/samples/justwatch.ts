import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.justwatch.com/fr/film/le-voyage-de-chihiro',
    pageKind: 'film',
    fixture: 'justwatch-film-2025.html',
    subject: { title: 'Le Voyage de Chihiro', year: 2001 },
    films: [{ title: 'Le Château ambulant', year: null }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://www.justwatch.com/us/tv-show/severance',
    pageKind: 'series',
    fixture: 'justwatch-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://www.justwatch.com/de/Film/Her',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.justwatch.com/us/provider/netflix/movies',
    pageKind: 'list',
    fixture: null,
  },
];
