import { describe, expect, test } from 'vitest';
import { titleKey } from '../films/titles/title-key.ts';
import type { Film, FilmRef } from '../films/types.ts';
import { verifyInCatalogue, listKeys } from './verify-in-catalogue.ts';
import { htmlOf, readTextOf } from './fixtures/pages.ts';

function film(title: string, year: number, directors: string[] = []): Film {
  return {
    refs: [`wikidata:Q${year}`],
    title,
    originalTitle: null,
    alternativeTitles: [],
    year,
    releases: [],
    directors,
    writers: [],
    cast: [],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
  };
}

function known(...films: Film[]): Map<FilmRef, Film[]> {
  const found = new Map<FilmRef, Film[]>();
  for (const one of films) {
    for (const key of [titleKey(one.title), `${titleKey(one.title)}:${one.year ?? ''}` as const]) {
      found.set(key, [...(found.get(key) ?? []), one]);
    }
  }
  return found;
}

function confirmed(body: string, films: Map<FilmRef, Film[]>, title = 'A week of film') {
  const reading = verifyInCatalogue(readTextOf(htmlOf(`<title>${title}</title>`, `<p>${body}</p>`)), films);
  return reading.mentions.map(({ hint }) => [hint.title, hint.year, hint.refs]);
}

test('drops a possible film that no catalogue has, and keeps one whose year agrees', () => {
  const text = 'The director’s “Ember Line” (1999) opened.';
  const title = 'A week in town';
  expect(confirmed(text, known(), title)).toEqual([]);
  expect(confirmed(text, known(film('Ember Line', 1999)), title)).toEqual([
    ['Ember Line', 1999, ['wikidata:Q1999']],
  ]);
});

test.each([
  ['A week of film', [['Ember Line', 1999, []]]],
  ['A week of film and books', []],
])('a title in quotes with its year, on a page called "%s"', (title, films) => {
  expect(confirmed('The director’s “Ember Line” (1999) opened.', known(), title)).toEqual(films);
});

test('takes no year from the only film of that title in a catalogue', () => {
  expect(confirmed('Then came the movie “Ember Line”.', known(film('Ember Line', 1999)))).toEqual([
    ['Ember Line', null, []],
  ]);
});

test('needs a year or people for a common word', () => {
  const films = known(film('Heat', 1995, ['Michael Mann']));
  expect(confirmed('The director felt “Heat” on his face.', films)).toEqual([]);
  expect(confirmed('The director of “Heat” is Michael Mann.', films).map(([title]) => title)).toEqual([
    'Heat',
  ]);
  expect(confirmed('The director of “Heat” (1995) spoke.', films).map(([title]) => title)).toEqual(['Heat']);
});

describe('a film that a text names in passing', () => {
  const films = known(film('Ember Line', 1999, ['Ann Onymous']));
  const read = (said: string, about: string, title = 'A week in town'): string[] => {
    const text = `<p>${said}</p><p>${about} And so on, for the length of a whole paragraph about all of it.</p>`;
    const reading = verifyInCatalogue(readTextOf(htmlOf(`<title>${title}</title>`, text)), films);
    return reading.mentions.map(({ hint }) => hint.title);
  };
  const thriller = 'The director of the earlier <em>Ember Line</em> came along.';
  const movies = 'A film, a movie, another film.';
  const series =
    'Not a film but a series, its season, its sitcoms, the showrunner and the miniseries of the season.';
  const opera = 'Not a film but an opera, a theatre, a ballet, a play, the operas of the opera.';

  test.each<[string, string[], string, string, string?]>([
    ['is kept in a text about films', ['Ember Line'], thriller, movies],
    ['is dropped in a text about series', [], thriller, series],
    ['is dropped in a text about operas', [], thriller, opera],
    ['is dropped where the words are even', [], thriller, 'It was a film and a series.'],
    [
      'is kept on a page that is named after films',
      ['Ember Line'],
      thriller,
      series,
      'The 20 best films of 2017',
    ],
    ['is kept with its year', ['Ember Line'], '<em>Ember Line</em> (1999), by a director.', series],
    ['is kept near its director', ['Ember Line'], '<em>Ember Line</em> by director Ann Onymous.', series],
    ['is kept as “the thriller X”', ['Ember Line'], 'The thriller <em>Ember Line</em> began.', series],
  ])('%s', (_what, expected, said, about, title) => {
    expect(read(said, about, title)).toEqual(expected);
  });
});

test('lists the refs of all sightings to look up, each once', () => {
  const reading = readTextOf(
    htmlOf('<title>A week of film</title>', '<p>The films “Ember Line” and “Ember Line”.</p>'),
  );
  const keys = listKeys(reading);
  expect(keys).toContain(titleKey('Ember Line'));
  expect(new Set(keys).size).toBe(keys.length);
});
