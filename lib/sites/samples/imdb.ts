import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.imdb.com/title/tt0111161/?ref_=nv_sr_1',
    pageKind: 'film',
    fixture: 'imdb-title-2020.html',
    subject: { title: 'The Shawshank Redemption', year: 1994 },
    films: [
      { title: 'A keresztapa', year: 1972 },
      { title: "It's a Wonderful Life", year: 1946 },
    ],
    nonfilms: [{ title: '"Family Guy"', kind: 'series' }],
  },
  {
    url: 'https://www.imdb.com/title/tt0149460/',
    pageKind: 'series',
    fixture: 'imdb-series-2020.html',
    subject: null,
    films: [{ title: "Bender's Big Score", year: 2007 }],
    nonfilms: [{ title: 'Futurama', kind: 'series' }],
  },
  {
    url: 'https://www.imdb.com/title/tt0903747/episodes?season=1',
    pageKind: 'series',
    fixture: 'imdb-episodes-2012.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'Pilot', kind: 'episode' }],
  },
  {
    url: 'https://www.imdb.com/name/nm0000233/',
    pageKind: 'person',
    fixture: 'imdb-name-2016.html',
    subject: null,
    films: [
      { title: 'The Hateful Eight', year: 2015 },
      { title: "The Muppets' Wizard of Oz", year: 2004 },
      { title: 'Pulp Fiction', year: 1994 },
    ],
    nonfilms: [
      { title: 'CSI: Crime Scene Investigation', kind: 'series' },
      { title: "Steven Spielberg's Director's Chair", kind: 'game' },
      { title: 'Grave Danger: Part 2', kind: 'episode' },
    ],
  },
  {
    url: 'https://www.imdb.com/chart/top/',
    pageKind: 'list',
    fixture: 'imdb-chart-2025.html',
    subject: null,
    films: [
      { title: 'The Shawshank Redemption', year: 1994 },
      { title: '2001: A Space Odyssey', year: 1968 },
    ],
    nonfilms: [{ title: 'Breaking Bad', kind: 'series' }],
  },
  {
    url: 'https://www.imdb.com/de/title/tt1798709/reviews/',
    pageKind: 'film',
    fixture: null,
  },
  {
    url: 'https://m.imdb.com/find/?q=her',
    pageKind: 'search',
    fixture: null,
  },
  {
    url: 'https://www.imdb.com/news/ni64000000/',
    pageKind: null,
    fixture: null,
  },
];
