import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://duckduckgo.com/?q=her+film',
    pageKind: null,
    fixture: 'duckduckgo-results-2025.html',
    subject: null,
    films: [
      { title: 'Her', year: 2013 },
      { title: 'Ex Machina', year: null },
    ],
  },
  {
    url: 'https://duckduckgo.com/?q=weather',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://html.duckduckgo.com/html/?q=dune',
    pageKind: null,
    fixture: null,
  },
];
