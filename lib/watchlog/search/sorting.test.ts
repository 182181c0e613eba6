import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../async/testing/run-to-end.ts';
import type { Sorting } from './address.ts';
import { listByTitle, sortEntries, sortFilms } from './sorting.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';
import { orderTitles, type TitleOrder } from './title-order.ts';

const collator = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });

const findOrder = (names: readonly string[]): TitleOrder => runToEnd(orderTitles(names, collator));

const index = formatIndex({
  films: [
    formatFilmRow('her', 'Her', { year: 2013, runtimeMinutes: 126 }),
    formatFilmRow('kong', 'King Kong', { year: 1976, runtimeMinutes: 134 }),
    formatFilmRow('ran', 'Ran', { year: 1985, runtimeMinutes: null }),
  ],
  ratings: [{ filmId: 'her', value: 9 }],
  entries: [
    formatEntryRow('e1', 'her', { watchedOn: '2026-03-01', rating: 6, loggedAt: 1_700_000_003_000 }),
    formatEntryRow('e2', 'her', { watchedOn: '2024', loggedAt: 1_700_000_002_000 }),
    formatEntryRow('e3', 'kong', { watchedOn: '2024-05', loggedAt: 1_700_000_004_000 }),
    formatEntryRow('e4', 'kong', { watchedOn: null, loggedAt: 1_700_000_001_000 }),
  ],
});
const titles = findOrder(index.films.titles);

test.each<[Sorting, string[]]>([
  [{ key: 'title', isDescending: false }, ['her', 'kong', 'ran']],
  [{ key: 'title', isDescending: true }, ['ran', 'kong', 'her']],
  [{ key: 'year', isDescending: true }, ['her', 'ran', 'kong']],
  [{ key: 'runtime', isDescending: true }, ['kong', 'her', 'ran']],
  [{ key: 'runtime', isDescending: false }, ['her', 'kong', 'ran']],
  [{ key: 'watched', isDescending: true }, ['her', 'kong', 'ran']],
  [{ key: 'rating', isDescending: false }, ['her', 'kong', 'ran']],
  [{ key: 'seen', isDescending: false }, ['ran', 'her', 'kong']],
])('sorts films by %o, unknown values last', (sorting, ids) => {
  const sorted = runToEnd(sortFilms(index, [0, 1, 2], sorting, titles));
  expect(sorted.map((at) => index.films.ids[at])).toEqual(ids);
});

test.each<[Sorting, string[]]>([
  [{ key: 'title', isDescending: true }, ['e3', 'e4', 'e1', 'e2']],
  [{ key: 'watched', isDescending: false }, ['e2', 'e3', 'e1', 'e4']],
  [{ key: 'logged', isDescending: true }, ['e3', 'e1', 'e2', 'e4']],
  [{ key: 'rating', isDescending: true }, ['e2', 'e1', 'e3', 'e4']],
])('sorts entries by %o, equal ones as in the diary', (sorting, ids) => {
  const sorted = runToEnd(sortEntries(index, index.order, sorting, titles));
  expect(sorted.map((at) => index.entries.ids[at])).toEqual(ids);
});

test('sorts titles by the language’s rules, equal ones in their given order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('Her', 'her', 'Élan', 'Zoo', 'Part 10', 'Part 9'))),
      (names) => {
        const sorted = names
          .map((_name, at) => at)
          .sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? '') || a - b);
        const { positions, ranks } = findOrder(names);
        expect([...positions]).toEqual(sorted);
        expect(sorted.map((at) => ranks[at])).toEqual(sorted.map((_at, rank) => rank));
      },
    ),
  );
});

test('lists a film that was added after the titles were sorted', () => {
  expect(runToEnd(listByTitle(index, findOrder(['Her', 'A film']), () => true))).toEqual([1, 0, 2]);
  expect(runToEnd(listByTitle(index, null, (at) => at !== 1))).toEqual([0, 2]);
});
