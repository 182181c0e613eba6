import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://mubi.com/en/us/films/aftersun',
    pageKind: 'film',
    fixture: 'mubi-film-2026.html',
    subject: { title: 'Aftersun', year: 2022 },
    films: [{ title: 'Past Lives', year: null }],
    nonfilms: [{ title: 'The Kingdom', kind: 'series' }],
  },
  {
    url: 'https://mubi.com/films/past-lives',
    pageKind: 'film',
    fixture: 'mubi-stale-2026.html',
    subject: { title: 'Past Lives', year: null },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://mubi.com/cast/charlotte-wells',
    pageKind: 'person',
    fixture: null,
  },
  {
    url: 'https://mubi.com/en/notebook/posts/an-essay',
    pageKind: null,
    fixture: null,
  },
];
