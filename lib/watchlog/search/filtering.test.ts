import { expect, test } from 'vitest';
import { noFilters, type Filters } from './address.ts';
import { createEntryFilter, createFilmFilter } from './filtering.ts';
import { isAmongFilms } from './list-items.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';

const index = formatIndex({
  films: [
    formatFilmRow('her', 'Her', {
      year: 2013,
      directors: ['Spike Jonze'],
      genres: ['Drama'],
      runtimeMinutes: 126,
      liked: true,
    }),
    formatFilmRow('kong', 'King Kong', { year: 1976, genres: ['Adventure'], runtimeMinutes: 134 }),
    formatFilmRow('ran', 'Ran', {
      year: 1985,
      directors: ['Akira Kurosawa'],
      runtimeMinutes: null,
      tags: ['To See'],
    }),
    formatFilmRow('up', 'Up', { year: 2009, tags: ['cinema'] }),
  ],
  ratings: [{ filmId: 'her', value: 9 }],
  entries: [
    formatEntryRow('e1', 'her', { watchedOn: '2026-03-01', rewatch: true, tags: ['Cinema'], rating: 6 }),
    formatEntryRow('e2', 'her', { watchedOn: '2024' }),
    formatEntryRow('e3', 'kong', { watchedOn: '2024-05', finished: false }),
    formatEntryRow('e4', 'up', { watchedOn: '2023', rewatch: true }),
  ],
});

const listEntries = (filters: Partial<Filters>): (string | undefined)[] => {
  const passes = createEntryFilter(index, { ...noFilters, ...filters });
  return index.order.filter(passes).map((at) => index.entries.ids[at]);
};
const listFilms = (filters: Partial<Filters>): string[] => {
  const passes = createFilmFilter(index, { ...noFilters, ...filters });
  return index.films.ids.filter((_id, at) => passes(at));
};

test.each<[Partial<Filters>, string[], string[]]>([
  [{}, ['e1', 'e3', 'e2', 'e4'], ['her', 'kong', 'ran', 'up']],
  [{ year: 2013 }, ['e1', 'e2'], ['her']],
  [{ decade: 1970 }, ['e3'], ['kong']],
  [{ seenIn: 2024 }, ['e3', 'e2'], ['her', 'kong']],
  [{ tag: 'cinema' }, ['e1', 'e4'], ['her', 'up']],
  [{ tag: 'to see' }, [], ['ran']],
  [{ tag: 'to see', seenIn: 2024 }, [], []],
  [{ tag: 'cinema', seenIn: 2023 }, ['e4'], ['up']],
  [{ genre: 'adventure' }, ['e3'], ['kong']],
  [{ director: 'akira kurosawa' }, [], ['ran']],
  [{ rewatch: true }, ['e1', 'e4'], ['her', 'up']],
  [{ unfinished: true }, ['e3'], ['kong']],
  [{ liked: true }, ['e1', 'e2'], ['her']],
  [{ seenIn: 2024, rewatch: true }, [], []],
  [{ decade: 2010, tag: 'cinema' }, ['e1'], ['her']],
])('%o keeps the entries %o and the films %o', (filters, entries, films) => {
  expect(listEntries(filters)).toEqual(entries);
  expect(listFilms(filters)).toEqual(films);
});

test('a film with only tags is listed in a search for films', () => {
  const among = (areSought: boolean): string[] =>
    index.films.ids.filter((_id, at) => isAmongFilms(index, at, areSought));
  expect(among(false)).toEqual(['her', 'kong', 'up']);
  expect(among(true)).toEqual(['her', 'kong', 'ran', 'up']);
});

test('an entry counts with its own rating or else the film’s; a film with its own', () => {
  expect(listEntries({ rating: 8 })).toEqual(['e2']);
  expect(listEntries({ rating: 6 })).toEqual(['e1', 'e2']);
  expect(listFilms({ rating: 8 })).toEqual(['her']);
});
