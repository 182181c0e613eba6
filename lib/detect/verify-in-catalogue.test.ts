import { expect, test } from 'vitest';
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

function confirmed(body: string, films: Map<FilmRef, Film[]>) {
  const reading = verifyInCatalogue(
    readTextOf(htmlOf('<title>A week of film</title>', `<p>${body}</p>`)),
    films,
  );
  return reading.mentions.map(({ hint }) => [hint.title, hint.year, hint.refs]);
}

test('drops a possible film that no catalogue has, and keeps one whose year agrees', () => {
  expect(confirmed('The director’s “Ember Line” (1999) opened.', known())).toEqual([]);
  expect(confirmed('The director’s “Ember Line” (1999) opened.', known(film('Ember Line', 1999)))).toEqual([
    ['Ember Line', 1999, ['wikidata:Q1999']],
  ]);
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

test('lists the refs of all sightings to look up, each once', () => {
  const reading = readTextOf(
    htmlOf('<title>A week of film</title>', '<p>The films “Ember Line” and “Ember Line”.</p>'),
  );
  const keys = listKeys(reading);
  expect(keys).toContain(titleKey('Ember Line'));
  expect(new Set(keys).size).toBe(keys.length);
});
