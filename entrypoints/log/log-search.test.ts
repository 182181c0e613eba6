import { expect, test } from 'vitest';
import { createSearchTexts, searchLog } from './log-search.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from './testing/index.ts';

const index = formatIndex({
  films: [
    formatFilmRow('f1', 'Amélie', {
      originalTitle: 'Le Fabuleux Destin d’Amélie Poulain',
      year: 2001,
      directors: ['Jean-Pierre Jeunet'],
      cast: ['Audrey Tautou'],
    }),
    formatFilmRow('f2', 'The Lighthouse', { year: 2019, directors: ['Robert Eggers'] }),
  ],
  entries: [
    formatEntryRow('e1', 'f1', { tags: ['Paris'], note: 'The gnome travels.', place: 'Odeon' }),
    formatEntryRow('e2', 'f1'),
    formatEntryRow('e3', 'f2'),
  ],
});

function find(query: string): { entries: string[]; films: string[] } | null {
  const found = searchLog(index, createSearchTexts(), query);
  return (
    found && {
      entries: index.entries.ids.filter((_id, at) => found.hasEntry(at)),
      films: index.films.ids.filter((_id, at) => found.hasFilm(at)),
    }
  );
}

test.each(['', '  '])('nothing is asked by %o', (query) => {
  expect(find(query)).toBeNull();
});

test.each(['amelie', 'AMÉLIE 2001', 'destin', 'jeunet tautou'])(
  'a film is found by its titles, year and people, with all its viewings: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: ['e1', 'e2'], films: ['f1'] });
  },
);

test.each(['paris', 'odeon', 'amelie gnome'])('words of one viewing find that viewing: %o', (query) => {
  expect(find(query)).toEqual({ entries: ['e1'], films: ['f1'] });
});

test.each(['lighthuose', 'ligthhouse', 'lighhouse', 'lighthousse', 'egers'])(
  'a wrong letter is forgiven where nothing is spelt so: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: ['e3'], films: ['f2'] });
  },
);

test.each(['amelie 2002', 'spielberg', 'amelie spielberg', 'gnome eggers', 'lux'])(
  'every word must be there: %o',
  (query) => {
    expect(find(query)).toEqual({ entries: [], films: [] });
  },
);
