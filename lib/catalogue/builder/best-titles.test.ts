import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { CatalogueFilm } from '../types.ts';
import { collectBestTitles } from './best-titles.ts';

const score = (count: number | null): SourceScore => ({
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 7,
  worst: 1,
  best: 10,
  count,
  url: null,
  licence: null,
  asOf: '2026',
  note: null,
});

function film(title: string, ...counts: (number | null)[]): CatalogueFilm {
  return {
    film: makeFilm({ title, year: 1995, originalTitle: `${title} 1`, alternativeTitles: [`${title} 2`] }),
    scores: counts.map(score),
  };
}

function collect(most: number, films: CatalogueFilm[]): string[] {
  const best = collectBestTitles(most);
  for (const one of films) best.add(one);
  return new TextDecoder().decode(best.take().text).trimEnd().split('\n');
}

test('keeps the films with most votes, then with most scores, in the order in which they came', () => {
  const films = [film('a'), film('b', null), film('c', 9), film('d', 200, 3), film('e', 9), film('f', 9, 1)];
  const titles = (most: number): string[] => collect(most, films).map((line) => line.split('\t')[0] ?? '');
  expect(titles(6)).toEqual(['d', 'f', 'c', 'e', 'b', 'a']);
  expect(titles(3)).toEqual(['d', 'f', 'c']);
  expect(titles(2)).toEqual(['d', 'f']);
});

test('has original and other titles, years and refs', () => {
  const best = collectBestTitles();
  best.add(film('Heat', 1_000_000));
  const { text, years, known, refOf } = best.take();
  expect(new TextDecoder().decode(text)).toBe('Heat\tHeat 1\tHeat 2\n');
  expect([years[0], known[0], refOf(0)]).toEqual([1995, 80, 'title:heat:1995']);
});
