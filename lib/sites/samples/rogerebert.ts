import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.rogerebert.com/reviews/her-2013',
    pageKind: 'review',
    fixture: 'rogerebert-review-2025.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Gravity', year: 2013 }],
    nonfilms: [],
  },
  {
    url: 'https://www.rogerebert.com/reviews/great-movie-seven-samurai-1954',
    pageKind: 'review',
    fixture: null,
  },
  {
    url: 'https://www.rogerebert.com/interviews/an-interview',
    pageKind: null,
    fixture: null,
  },
];
