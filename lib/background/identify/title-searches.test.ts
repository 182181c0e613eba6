import { expect, test, vi } from 'vitest';
import { packTitles, takeBestKnown } from '../../catalogue/search/film-titles.ts';
import type { FilmTitles, TitleReading } from '../../catalogue/search/types.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import type { FilmRef } from '../../films/types.ts';
import { makeCatalogue } from '../testing/films.ts';
import { firstFilms } from './search-in-parts.ts';
import { createTitleSearches } from './title-searches.ts';

const { catalogue } = await makeCatalogue();

/** How often the titles of a catalogue were read, by its revision. */
const reads = new Map<string, number>();

function withTitles(revision: string, ...films: [title: string, ref: FilmRef, known: number][]): Catalogue {
  const rows = films.map(([title, ref, known]) => ({ title, ref, known, year: null, otherTitles: [] }));
  const readTitles = async ({ most = Infinity, pause }: TitleReading = {}): Promise<FilmTitles> => {
    reads.set(revision, (reads.get(revision) ?? 0) + 1);
    await pause?.();
    return rows.length > 0 ? takeBestKnown(packTitles(rows), most) : Promise.reject(new Error('cut off'));
  };
  return { ...catalogue, revision, readTitles };
}

test('titles of all catalogues are searched, each film once, the best known first', async () => {
  const one = withTitles('one', ['Dune', 'imdb:tt1', 50], ['Dune Drifter', 'imdb:tt2', 5]);
  const other = withTitles('other', ['Dune', 'imdb:tt1', 60], ['Dune', 'imdb:tt3', 90]);
  const find = createTitleSearches(() => Promise.resolve([one, other, catalogue]));
  expect((await find('dune', 8)).map(({ ref }) => ref)).toEqual(['imdb:tt3', 'imdb:tt1', 'imdb:tt2']);
  expect(await find('dune', 1)).toHaveLength(1);
});

test('a catalogue is indexed once, and again when its content changes', async () => {
  let current = withTitles('first', ['Dune', 'imdb:tt1', 50]);
  const find = createTitleSearches(() => Promise.resolve([current]));
  await Promise.all([find('dune', 8), find('dun', 8)]);
  await find('du', 8);
  expect(reads.get('first')).toBe(1);
  current = withTitles('second', ['Dune II', 'imdb:tt2', 50]);
  expect((await find('dune', 8)).map(({ ref }) => ref)).toEqual(['imdb:tt2']);
});

test('the best known films answer until all are indexed, if enough of them fit', async () => {
  const known = Array.from({ length: firstFilms }, (_, at) => [`Film ${at}`, `imdb:tt${at}`, 90] as const);
  const large = withTitles('large', ...known.map(([...film]) => film), ['Heat', 'imdb:tt99999999', 1]);
  const find = createTitleSearches(() => Promise.resolve([large]));
  expect(await find('film', 8)).toHaveLength(8);
  expect(reads.get('large')).toBe(2);
  expect((await find('heat', 8)).map(({ ref }) => ref)).toEqual(['imdb:tt99999999']);
  expect(reads.get('large')).toBe(2);
});

test('a text without words prepares the search of the next one', async () => {
  const find = createTitleSearches(() => Promise.resolve([withTitles('early', ['Dune', 'imdb:tt1', 50])]));
  expect(await find('', 8)).toEqual([]);
  expect(reads.get('early')).toBe(1);
});

test('a damaged catalogue does not keep the others from being searched, and is read again', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const damaged = withTitles('damaged');
  const find = createTitleSearches(() =>
    Promise.resolve([damaged, withTitles('whole', ['Dune', 'imdb:tt1', 1])]),
  );
  expect(await find('dune', 8)).toHaveLength(1);
  await find('dune', 8);
  expect(reads.get('damaged')).toBe(2);
});

test('without catalogues nothing is found', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  expect(await createTitleSearches(() => Promise.reject(new Error('none')))('dune', 8)).toEqual([]);
});
