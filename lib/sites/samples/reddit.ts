import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.reddit.com/r/movies/',
    pageKind: 'list',
    fixture: 'reddit-movies-2025.html',
    subject: null,
    films: [
      { title: 'Mickey 17', year: null },
      { title: 'Flow', year: null },
      { title: 'Her', year: 2013 },
    ],
    nonfilms: [{ title: 'Severance Season 2', kind: 'series' }],
  },
  {
    url: 'https://www.reddit.com/r/movies/comments/dgc1kr/official_discussion_parasite_spoilers/',
    pageKind: 'film',
    fixture: 'reddit-discussion-2025.html',
    subject: { title: 'Parasite', year: null },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://old.reddit.com/r/TrueFilm/comments/abc123/her/',
    pageKind: 'other',
    fixture: null,
  },
  {
    url: 'https://www.reddit.com/r/movies/wiki/index',
    pageKind: null,
    fixture: null,
  },
];
