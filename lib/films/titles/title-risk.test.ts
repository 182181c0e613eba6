import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWidelyKnown, readTraits, riskOfNearYear, riskOfTitle, usualnessOf } from './title-risk.ts';
import type { FilmRef } from '../types.ts';

const known: FilmRef[] = ['imdb:tt0000001', 'wikidata:Q1', 'tmdb:1'];

describe('readTraits', () => {
  test.each([
    ['Dune', 1],
    ['The Last of the Mohicans', 2],
    ['Le fabuleux destin d’Amélie Poulain', 4],
    ['Rocky IV', 3],
    ['It', 1],
    ['The', 1],
    ['2001', 1],
    ['Everything Everywhere All at Once', 4],
    ['The Lord of the Rings: The Return of the King', 4],
    ['Harry Potter and the Prisoner of Azkaban Again', 5],
    ['千と千尋の神隠し', 4],
    ['寄生虫', 1],
    ['', 1],
  ])('counts the significant words of "%s" as %d', (title, words) => {
    expect(readTraits(title).words + 1).toBe(words);
  });

  test('takes the rarest word for how usual a title is', () => {
    const usualness = (word: string) => ({ love: 3, night: 2 })[word] ?? 0;
    expect(readTraits('Love Night', usualness).usualness).toBe(2);
    expect(readTraits('Love in Bilbao', usualness).usualness).toBe(0);
    expect(readTraits('The Love', usualness).usualness).toBe(3);
  });
});

test('words of many titles are usual, and others are not', () => {
  expect(['love', 'night', 'koyaanisqatsi'].map(usualnessOf)).toEqual([3, 3, 0]);
});

test.each<[FilmRef[], boolean]>([
  [known, true],
  [['imdb:tt0000001', 'rottentomatoes:her', 'wikidata:Q1'], true],
  [['imdb:tt0000001', 'wikidata:Q1'], false],
  [['imdb:tt0000001', 'imdb:tt0000002', 'imdb:tt0000003'], false],
  [['title:her', 'title:her:2013', 'imdb:tt0000001', 'tmdb:1'], false],
  [[], false],
])('a film with the ids %j is widely known: %s', (refs, expected) => {
  expect(isWidelyKnown(refs)).toBe(expected);
});

describe('riskOfTitle', () => {
  test.each<[string, FilmRef[], number, number]>([
    ['Love', [], 0.05, 1],
    ['Love', known, 0.05, 1],
    ['Dune', [], 0.05, 1],
    ['Night Train', [], 0.05, 1],
    ['Harry Potter and the Chamber of Secrets', known, 0, 0.01],
    ['Koyaanisqatsi Marjorie Zootopia Bilbao Tenet', [], 0, 0.01],
    ['The Silence of the Lambs', known, 0.01, 0.05],
  ])('of "%s" with the ids %j is from %d to %d', (title, refs, least, most) => {
    expect(riskOfTitle(title, refs)).toBeGreaterThanOrEqual(least);
    expect(riskOfTitle(title, refs)).toBeLessThan(most);
  });

  test('is a share for every title, and one of a widely known film is not riskier', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const [little, wide] = [riskOfTitle(title, []), riskOfTitle(title, known)];
        expect(little).toBeGreaterThan(0);
        expect(little).toBeLessThanOrEqual(1);
        expect(wide).toBeLessThanOrEqual(little);
        expect(riskOfNearYear(title, [])).toBeLessThanOrEqual(1);
      }),
    );
  });
});
