import { expect, test, vi } from 'vitest';
import { createLogIndex, putEntry, putFilm, putRating } from '../index/log-index.ts';
import { createEntryFields } from '../entry-fields.ts';
import { makeFilm } from '../../films/make-film.ts';
import { arrangeListFilms, indexRefs, isSeen, type ListFilm } from './list-films.ts';

const row = { stamps: {}, deleted: null, importId: null };

function makeIndex() {
  const index = createLogIndex();
  for (const [id, title] of [
    ['rated', 'Heat'],
    ['seen', 'Her'],
    ['unfinished', 'Alien'],
    ['unseen', 'Zodiac'],
  ] as const) {
    putFilm(index, {
      ...row,
      id,
      ...makeFilm({ title, refs: [`letterboxd:${id}`] }),
      liked: false,
      tags: [],
    });
  }
  putRating(index, { ...row, id: 'r', filmId: 'rated', value: 9, criteria: {}, ratedAt: 0 });
  const entry = { ...row, ...createEntryFields(), loggedAt: 0, origin: 'log' as const };
  putEntry(index, { ...entry, id: 'e', filmId: 'seen' });
  putEntry(index, { ...entry, id: 'u', filmId: 'unfinished', finished: false });
  return index;
}

const index = makeIndex();
const positionOf = (id: string): number => index.positions.films.get(id) ?? -1;

test.each([
  ['rated', true],
  ['seen', true],
  ['unfinished', false],
  ['unseen', false],
])('a film that is %s counts as seen: %s', (id, expected) => {
  expect(isSeen(index, positionOf(id))).toBe(expected);
});

test('a film is found by its refs while it is in the log', () => {
  expect(indexRefs(index).get('letterboxd:seen')).toBe(positionOf('seen'));
  const other = makeIndex();
  putFilm(other, {
    ...row,
    id: 'seen',
    ...makeFilm({ title: 'Her', refs: ['letterboxd:seen'] }),
    liked: false,
    tags: [],
    deleted: 'x',
  });
  expect(indexRefs(other).has('letterboxd:seen')).toBe(false);
});

const films: ListFilm[] = ['seen', 'unseen', 'rated', 'unfinished'].map((id, position) => ({
  id,
  place: position + 1,
  title: index.films.titles[positionOf(id)] ?? '',
  year: 2000 + position,
  refs: [],
  note: '',
  addedAt: [3, 1, 2, 4][position] ?? null,
  at: positionOf(id),
  isSeen: isSeen(index, positionOf(id)),
}));
const compare = (a: string, b: string): number => (a < b ? -1 : 1);

test.each([
  ['all', 'own', ['seen', 'unseen', 'rated', 'unfinished']],
  ['seen', 'own', ['seen', 'rated']],
  ['unseen', 'own', ['unseen', 'unfinished']],
  ['all', 'title', ['unfinished', 'rated', 'seen', 'unseen']],
  ['all', 'year', ['unfinished', 'rated', 'unseen', 'seen']],
  ['all', 'rating', ['rated', 'seen', 'unseen', 'unfinished']],
  ['unseen', 'added', ['unfinished', 'unseen']],
] as const)('shows %s films by %s', (filter, order, expected) => {
  const createCompare = vi.fn(() => compare);
  const shown = arrangeListFilms(films, { filter, order }, { index, createCompare });
  expect(shown.map(({ id }) => id)).toEqual(expected);
  expect(createCompare).toHaveBeenCalledTimes(order === 'title' ? 1 : 0);
});
