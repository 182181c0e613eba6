import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.senscritique.com/film/le_voyage_de_chihiro/413730',
    pageKind: 'film',
    fixture: 'senscritique-film-2025.html',
    subject: { title: 'Le Voyage de Chihiro', year: 2001 },
    films: [{ title: 'Princesse Mononoké', year: 1997 }],
    nonfilms: [{ title: 'Conan, le fils du futur', kind: 'series' }],
  },
  {
    url: 'https://www.senscritique.com/serie/breaking_bad/371918',
    pageKind: 'series',
    fixture: null,
  },
  {
    url: 'https://www.senscritique.com/jeuvideo/grim_fandango/1',
    pageKind: 'other',
    fixture: null,
  },
  {
    url: 'https://www.senscritique.com/article/a/b/c',
    pageKind: null,
    fixture: null,
  },
];
