import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://en.wikipedia.org/wiki/Her_(2013_film)',
    pageKind: 'film',
    fixture: 'wikipedia-film-en.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Where the Wild Things Are', year: null }],
    nonfilms: [],
  },
  {
    url: 'https://fr.m.wikipedia.org/wiki/Le_Fabuleux_Destin_d%27Am%C3%A9lie_Poulain',
    pageKind: 'film',
    fixture: 'wikipedia-film-fr.html',
    subject: { title: "Le Fabuleux Destin d'Amélie Poulain", year: 2001 },
    films: [],
    nonfilms: [],
  },
  {
    url: 'https://en.wikipedia.org/wiki/The_Moon_Song_(Karen_O_song)',
    pageKind: 'other',
    fixture: 'wikipedia-song.html',
    subject: null,
    films: [],
    nonfilms: [{ title: 'The Moon Song', kind: 'album' }],
  },
  {
    url: 'https://en.wikipedia.org/wiki/Amy_Adams_filmography',
    pageKind: 'list',
    fixture: 'wikipedia-filmography.html',
    subject: null,
    films: [
      { title: 'Her', year: 2013 },
      { title: 'Man of Steel', year: 2013 },
      { title: 'Arrival', year: 2016 },
    ],
    nonfilms: [{ title: 'Sharp Objects', kind: 'series' }],
  },
  {
    url: 'https://en.wikipedia.org/wiki/List_of_films_featuring_time_loops',
    pageKind: 'list',
    fixture: 'wikipedia-list.html',
    subject: null,
    films: [
      { title: 'Repeat Performance', year: 1947 },
      { title: 'Groundhog Day', year: 1993 },
      { title: 'Source Code', year: 2011 },
    ],
    nonfilms: [],
  },
  {
    url: 'https://en.wikipedia.org/wiki/Talk:Her_(2013_film)',
    pageKind: null,
    fixture: null,
  },
];
