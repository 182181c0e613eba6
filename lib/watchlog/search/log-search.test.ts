import { expect, test } from 'vitest';
import type { LogIndex } from '../index/index-types.ts';
import { putFilm } from '../index/log-index.ts';
import { createSearchTexts, prepareTexts, searchLog, type SearchTexts } from './log-search.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';

const index = formatIndex({
  films: [
    formatFilmRow('f1', 'Amélie', {
      originalTitle: 'Le Fabuleux Destin d’Amélie Poulain',
      year: 2001,
      directors: ['Jean-Pierre Jeunet'],
      cast: ['Audrey Tautou'],
    }),
    formatFilmRow('f2', 'The Lighthouse', { year: 2019, directors: ['Robert Eggers'], tags: ['For winter'] }),
  ],
  entries: [
    formatEntryRow('e1', 'f1', { tags: ['Paris'], note: 'The gnome travels.', place: 'Odeon' }),
    formatEntryRow('e2', 'f1'),
    formatEntryRow('e3', 'f2'),
  ],
});

function prepare(of: LogIndex) {
  const texts = createSearchTexts(of);
  for (const _step of prepareTexts(of, texts));
  return texts;
}
const texts = prepare(index);

function search(of: LogIndex, prepared: SearchTexts, query: string) {
  const steps = searchLog(of, prepared, query);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function find(query: string): { entries: string[]; films: string[] } | null {
  const found = search(index, texts, query);
  return (
    found && {
      entries: index.entries.ids.filter((_id, at) => found.entries[at] === 1),
      films: index.films.ids.filter((_id, at) => found.hasFilm(at)),
    }
  );
}

test.each(['', '  '])('returns null for %o', (query) => {
  expect(find(query)).toBeNull();
});

test.each(['amelie', 'AMÉLIE 2001', 'destin', 'jeunet tautou'])(
  'finds a film by its titles, year and people, with all its entries: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: ['e1', 'e2'], films: ['f1'] });
  },
);

test('finds a film and its entries by a tag of the film', () => {
  expect(find('winter')).toEqual({ entries: ['e3'], films: ['f2'] });
});

test.each(['paris', 'odeon', 'amelie gnome'])('finds one entry by its words: %o', (query) => {
  expect(find(query)).toEqual({ entries: ['e1'], films: ['f1'] });
});

test.each(['lighthuose', 'ligthhouse', 'lighhouse', 'lighthousse', 'egers'])(
  'allows a wrong letter if no word is spelt like that: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: ['e3'], films: ['f2'] });
  },
);

test.each(['солрис', 'солярсис', 'слоярис'])('allows a wrong letter in any script: %o', (query) => {
  const russian = formatIndex({ films: [formatFilmRow('f1', 'Солярис'), formatFilmRow('f2', 'Сталкер')] });
  const found = search(russian, prepare(russian), query);
  expect([0, 1].map((at) => found?.hasFilm(at))).toEqual([true, false]);
});

test.each(['amelie 2002', 'spielberg', 'amelie spielberg', 'gnome eggers', 'lux'])(
  'requires every word: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: [], films: [] });
  },
);

test('finds each of thousands of films by its name alone, including the first and last of each step', () => {
  const films = Array.from({ length: 1100 }, (_, at) => formatFilmRow(`f${at}`, `Film x${at}x`));
  const many = formatIndex({ films, entries: films.map(({ id }, at) => formatEntryRow(`e${at}`, id)) });
  const folded = prepare(many);
  for (const at of [0, 1, 63, 64, 127, 128, 1099]) {
    const found = search(many, folded, `x${at}x`);
    expect(films.flatMap((_, position) => (found?.hasFilm(position) ? [position] : []))).toEqual([at]);
    expect(films.flatMap((_, position) => (found?.entries[position] === 1 ? [position] : []))).toEqual([at]);
  }
  expect(films.every((_, position) => search(many, folded, 'film')?.hasFilm(position))).toBe(true);
});

test('finds changed and new rows after they have been prepared again', () => {
  const growing = formatIndex({ films: [formatFilmRow('f1', 'Her')] });
  const folded = prepare(growing);
  putFilm(growing, formatFilmRow('f1', 'Hero'));
  putFilm(growing, formatFilmRow('f2', 'Heroine'));
  folded.films.forget(0);
  for (const _step of prepareTexts(growing, folded));
  const found = search(growing, folded, 'hero');
  expect([found?.hasFilm(0), found?.hasFilm(1)]).toEqual([true, true]);
  putFilm(growing, formatFilmRow('f1', 'Him'));
  folded.films.forget(0);
  for (const _step of prepareTexts(growing, folded));
  const later = search(growing, folded, 'her');
  expect([later?.hasFilm(0), later?.hasFilm(1)]).toEqual([false, true]);
  expect(search(growing, folded, 'him')?.hasFilm(0)).toBe(true);
});
