import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.netflix.com/browse/genre/34399',
    pageKind: 'list',
    fixture: 'netflix-browse-2025.html',
    subject: null,
    films: [{ title: 'Her', year: null }],
    nonfilms: [{ title: 'Money Heist', kind: 'series' }],
  },
  {
    url: 'https://www.netflix.com/de-en/title/80100172',
    pageKind: 'series',
    fixture: 'netflix-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Dark', kind: 'series' }],
  },
  {
    url: 'https://www.netflix.com/browse?jbv=70295172',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://www.netflix.com/YourAccount',
    pageKind: null,
    fixture: null,
  },
];
