import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://tv.apple.com/us/movie/wolfwalkers/umc.cmc.5pl7jtqzz8qpicz8yvoiqz4q',
    pageKind: 'film',
    fixture: 'appletv-film-2026.html',
    subject: { title: 'Wolfwalkers', year: 2020 },
    films: [{ title: 'Luck', year: null }],
    nonfilms: [{ title: 'Severance', kind: 'series' }],
  },
  {
    url: 'https://tv.apple.com/us/movie/luck/umc.cmc.aaa1',
    pageKind: 'film',
    fixture: 'appletv-stale-2026.html',
    subject: null,
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://tv.apple.com/us/show/severance/umc.cmc.1srk2goyh2q2zdxcx605w8vtx',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://tv.apple.com/us/sporting-event/a-match/umc.cse.1',
    pageKind: null,
    fixture: null,
  },
];
