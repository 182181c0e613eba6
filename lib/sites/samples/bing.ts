import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.bing.com/search?q=her+film',
    pageKind: null,
    fixture: 'bing-results-2025.html',
    subject: null,
    films: [
      { title: 'Her', year: 2013 },
      { title: 'Ex Machina', year: 2014 },
    ],
  },
  {
    url: 'https://www.bing.com/search?q=weather',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://cn.bing.com/search?q=dune',
    pageKind: null,
    fixture: null,
  },
];
