import { expect, test } from 'vitest';
import type { DiaryItem } from '../../lib/watchlog/diary.ts';
import { matchesQuery } from './diary-search.ts';

const row = { stamps: {}, deleted: null, importId: null };
const item: DiaryItem = {
  film: {
    ...row,
    id: 'f1',
    refs: [],
    title: 'Amélie',
    originalTitle: 'Le Fabuleux Destin d’Amélie Poulain',
    alternativeTitles: [],
    year: 2001,
    releases: [],
    directors: ['Jean-Pierre Jeunet'],
    writers: [],
    cast: ['Audrey Tautou'],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
    liked: false,
  },
  entry: {
    ...row,
    id: 'e1',
    filmId: 'f1',
    watchedOn: '2026-11-21',
    rewatch: false,
    finished: true,
    rating: null,
    tags: ['Paris'],
    note: 'The gnome travels.',
    review: '',
    reviewHasSpoilers: false,
    place: 'Odeon',
    company: '',
    loggedAt: 0,
    origin: 'log',
  },
};

test.each(['', '  ', 'amelie', 'AMÉLIE 2001', 'destin', 'jeunet gnome', 'tautou', 'paris', 'odeon'])(
  'finds an entry by its titles, year, people, tags, place and note: %o',
  (query) => {
    expect(matchesQuery(item, query)).toBe(true);
  },
);

test.each(['amelie 2002', 'spielberg', 'amelie spielberg'])('every word must be there: %o', (query) => {
  expect(matchesQuery(item, query)).toBe(false);
});
