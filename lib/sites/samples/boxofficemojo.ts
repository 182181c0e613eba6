import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.boxofficemojo.com/title/tt1798709/',
    pageKind: null,
    fixture: 'boxofficemojo-film-2026.html',
    subject: { title: 'Her', year: 2013 },
    films: [],
  },
  {
    url: 'https://www.boxofficemojo.com/chart/ww_top_lifetime_gross/',
    pageKind: null,
    fixture: 'boxofficemojo-chart-2026.html',
    subject: null,
    films: [
      { title: 'Avatar', year: 2009 },
      { title: 'Titanic', year: 1997 },
    ],
  },
  {
    url: 'https://www.boxofficemojo.com/about/',
    pageKind: null,
    fixture: null,
  },
];
