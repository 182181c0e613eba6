import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.youtube.com/watch?v=WzV6mXIOVl4',
    pageKind: 'film',
    fixture: 'youtube-trailer-2025.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Ex Machina', year: null }],
    nonfilms: [{ title: 'Severance — Season 2', kind: 'series' }],
  },
  {
    url: 'https://www.youtube.com/results?search_query=her+trailer',
    pageKind: 'search',
    fixture: null,
  },
  {
    url: 'https://www.youtube.com/premium',
    pageKind: null,
    fixture: null,
  },
];
