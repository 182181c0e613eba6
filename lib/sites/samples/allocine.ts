import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.allocine.fr/film/fichefilm_gen_cfilm=29718.html',
    pageKind: 'film',
    fixture: 'allocine-film-2025.html',
    subject: { title: 'Le Voyage de Chihiro', year: 2001 },
    films: [{ title: 'Le Château ambulant', year: null }],
    nonfilms: [{ title: 'Breaking Bad', kind: 'series' }],
  },
  {
    url: 'https://www.allocine.fr/series/ficheserie_gen_cserie=3517.html',
    pageKind: 'series',
    fixture: 'allocine-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Breaking Bad', kind: 'series' }],
  },
  {
    url: 'https://www.allocine.fr/film/fichefilm-206799/critiques/presse/',
    pageKind: 'film',
    fixture: 'allocine-tab-2025.html',
    subject: { title: 'Her', year: null },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.filmstarts.de/kritiken/36027.html',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.sensacine.com/peliculas/pelicula-29718/',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.allocine.fr/article/fichearticle_gen_carticle=18700000.html',
    pageKind: null,
    fixture: null,
  },
];
