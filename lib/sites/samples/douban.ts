import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://movie.douban.com/subject/3541415/',
    pageKind: 'film',
    fixture: 'douban-film-2025.html',
    subject: { title: '盗梦空间', year: 2010 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://movie.douban.com/subject/2373195/',
    pageKind: 'series',
    fixture: 'douban-series-2025.html',
    subject: null,
    films: [],
    nonfilms: [{ title: '绝命毒师 第一季', kind: 'series' }],
  },
  {
    url: 'https://movie.douban.com/top250?start=0',
    pageKind: 'list',
    fixture: 'douban-top250-2025.html',
    subject: null,
    films: [{ title: '肖申克的救赎', year: 1994 }],
    nonfilms: [],
  },
  {
    url: 'https://movie.douban.com/review/1000001/',
    pageKind: null,
    fixture: null,
  },
];
