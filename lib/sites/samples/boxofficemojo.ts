import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.boxofficemojo.com/title/tt1798709/',
    pageKind: 'film',
    fixture: 'boxofficemojo-film-2026.html',
    subject: { title: 'Her', year: 2013 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.boxofficemojo.com/chart/ww_top_lifetime_gross/',
    pageKind: 'list',
    fixture: 'boxofficemojo-chart-2026.html',
    subject: null,
    films: [
      { title: 'Avatar', year: 2009 },
      { title: 'Titanic', year: 1997 },
    ],
    nonfilms: [],
  },
  {
    url: 'https://www.boxofficemojo.com/about/',
    pageKind: null,
    fixture: null,
  },
];
