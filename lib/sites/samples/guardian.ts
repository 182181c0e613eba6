import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.theguardian.com/film/2014/feb/16/her-review-spike-jonze',
    pageKind: 'review',
    fixture: 'guardian-review-2025.html',
    subject: { title: 'Her', year: null },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://www.theguardian.com/film',
    pageKind: 'list',
    fixture: 'guardian-front-2025.html',
    subject: null,
    films: [{ title: 'Mickey 17', year: null }],
    nonfilms: [],
  },
  {
    url: 'https://www.theguardian.com/film/2025/mar/05/an-interview-with-a-director',
    pageKind: 'other',
    fixture: null,
  },
];
