import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../async/testing/run-to-end.ts';
import { noFilters, sortKeys, type Filters } from './address.ts';
import { isListedView, listView, usualSorting, type ListedView, type ListRequest } from './listing.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';

const views = Object.keys(usualSorting) as ListedView[];

/** A log with more films than one step processes, each watched twice. */
const filmCount = 2500;
const numbers = Array.from({ length: filmCount }, (_, at) => at);
const index = formatIndex({
  films: numbers.map((at) =>
    formatFilmRow(`f${at}`, `Film ${(at * 7) % filmCount}`, {
      year: at % 5 === 0 ? null : 1950 + (at % 70),
      liked: at % 4 === 0,
    }),
  ),
  entries: numbers.flatMap((at) => [
    formatEntryRow(`e${at}a`, `f${at}`, { watchedOn: `20${10 + (at % 15)}-0${1 + (at % 9)}`, rating: 6 }),
    formatEntryRow(`e${at}b`, `f${at}`, { watchedOn: null, review: at % 3 === 0 ? 'Good.' : '' }),
  ]),
  watchlist: numbers.filter((at) => at % 6 === 0).map((at) => ({ filmId: `f${at}`, priority: 1 })),
});

const askFor = (view: ListedView, rest: Partial<ListRequest> = {}): ListRequest => ({
  view,
  filters: noFilters,
  sorting: usualSorting[view],
  found: null,
  titles: null,
  ...rest,
});

test.each<[ListedView, number]>([
  ['diary', 5000],
  ['films', 2500],
  ['watchlist', 417],
  ['reviews', 834],
])('%s lists its items, each once, over many steps', (view, count) => {
  const work = listView(index, askFor(view));
  let steps = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) steps += 1;
  const { positions } = step.value;
  expect(steps).toBeGreaterThan(1);
  expect(positions).toHaveLength(count);
  expect(new Set(positions).size).toBe(count);
});

test('a view lists the same items in every order, with a search and filters', () => {
  const filters: Filters = { ...noFilters, liked: true };
  const found = {
    entries: Uint8Array.from({ length: 100 }, (_, position) => Number(position % 2 === 0)),
    hasFilm: (position: number) => position % 8 !== 0,
  };
  const isAsked = (view: ListedView, position: number): boolean => {
    const isOfFilms = view === 'films' || view === 'watchlist';
    const film = isOfFilms ? position : (index.entries.films[position] ?? -1);
    return !!index.films.liked[film] && (isOfFilms ? found.hasFilm(position) : found.entries[position] === 1);
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...views),
      fc.constantFrom(...sortKeys),
      fc.boolean(),
      (view, key, isDescending) => {
        const all = runToEnd(listView(index, askFor(view))).positions;
        const sorting = { key, isDescending };
        const { positions } = runToEnd(listView(index, askFor(view, { filters, found, sorting })));
        expect([...positions].sort((a, b) => a - b)).toEqual(
          all.filter((position) => isAsked(view, position)).sort((a, b) => a - b),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('a film with only a tag is listed in a search for films', () => {
  const tagged = formatIndex({ films: [formatFilmRow('f1', 'Her', { tags: ['best'] })] });
  const list = (rest?: Partial<ListRequest>): readonly number[] =>
    runToEnd(listView(tagged, askFor('films', rest))).positions;
  expect(list()).toEqual([]);
  expect(list({ filters: { ...noFilters, tag: 'Best' } })).toEqual([0]);
  expect(list({ found: { entries: new Uint8Array(9), hasFilm: () => true } })).toEqual([0]);
});

test('the diary is a copy of the index’s order', () => {
  const { positions } = runToEnd(listView(index, askFor('diary')));
  expect(positions).toEqual(index.order);
  expect(positions).not.toBe(index.order);
});

test('only the diary sorted by day has months', () => {
  const hasLines = (view: ListedView, rest?: Partial<ListRequest>): boolean =>
    runToEnd(listView(index, askFor(view, rest))).lines !== null;
  expect(views.map((view) => hasLines(view))).toEqual([true, false, false, false]);
  expect(hasLines('diary', { sorting: { key: 'watched', isDescending: false } })).toBe(true);
  expect(hasLines('diary', { sorting: { key: 'rating', isDescending: true } })).toBe(false);
});

test('the other views list nothing', () => {
  expect((['statistics', 'transfer', 'trash'] as const).filter(isListedView)).toEqual([]);
});
