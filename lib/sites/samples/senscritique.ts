import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://www.senscritique.com/film/le_voyage_de_chihiro/413730',
    pageKind: null,
    fixture: 'senscritique-film-2025.html',
    subject: { title: 'Le Voyage de Chihiro', year: 2001 },
    films: [{ title: 'Princesse Mononoké', year: 1997 }],
  },
  {
    url: 'https://www.senscritique.com/serie/breaking_bad/371918',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://www.senscritique.com/jeuvideo/grim_fandango/1',
    pageKind: null,
    fixture: null,
  },
  {
    url: 'https://www.senscritique.com/article/a/b/c',
    pageKind: null,
    fixture: null,
  },
];
