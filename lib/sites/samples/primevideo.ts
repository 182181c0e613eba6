import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.primevideo.com/detail/Her/0H5N6/',
    pageKind: 'film',
    fixture: 'primevideo-film-2025.html',
    subject: { title: 'Her', year: 2013 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.primevideo.com/search/ref=atv_nb_sug?phrase=her',
    pageKind: 'search',
    fixture: 'primevideo-search-2025.html',
    subject: null,
    films: [{ title: 'Her', year: null }],
    nonfilms: [
      { title: 'The Boys', kind: 'series' },
      { title: 'Arsenal v Chelsea', kind: 'other' },
    ],
  },
  {
    url: 'https://www.primevideo.com/region/eu/detail/0KRGHGZCHKS920ZQGY5LBRF7MA/',
    pageKind: 'series',
    fixture: 'primevideo-season-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'The Boys - Season 1', kind: 'season' }],
  },
  {
    url: 'https://www.amazon.com/gp/video/detail/B00ABCDEFG',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.primevideo.com/help',
    pageKind: null,
    fixture: null,
  },
];
