import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.csfd.cz/film/1079-planeta-opic/prehled/',
    pageKind: 'film',
    fixture: 'csfd-film-2026.html',
    subject: { title: 'Planeta opic', year: 2001 },
    films: [{ title: 'Válka o planetu opic', year: 2017 }],
    nonfilms: [],
  },
  {
    url: 'https://www.csfd.cz/film/71924-kralovstvi/prehled/',
    pageKind: 'series',
    fixture: 'csfd-series-2026.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Království', kind: 'series' }],
  },
  {
    url: 'https://www.csfd.cz/hledat/?q=matrix',
    pageKind: 'search',
    fixture: 'csfd-search-2026.html',
    subject: null,
    films: [{ title: 'Matrix', year: 1999 }],
    nonfilms: [
      { title: 'Matrix', kind: 'series' },
      { title: 'Wynonna Earp - Gone', kind: 'episode' },
    ],
  },
  {
    url: 'https://www.csfd.cz/tvurce/4929-mads-mikkelsen/prehled/',
    pageKind: 'person',
    fixture: 'csfd-person-2026.html',
    subject: null,
    films: [
      { title: 'Poslední Viking', year: 2025 },
      { title: 'Prachová příšera', year: 2025 },
    ],
    nonfilms: [{ title: 'Hannibal', kind: 'series' }],
  },
  {
    url: 'https://www.filmbooster.co.uk/film/1079-planet-of-the-apes/overview/',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.csfd.cz/kino/1-praha/',
    pageKind: 'list',
    fixture: null,
  },
];
