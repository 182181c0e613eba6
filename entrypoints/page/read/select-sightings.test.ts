import { afterEach, describe, expect, test } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import type { FilmHint } from '../../../lib/films/types.ts';
import { selectSightings } from './select-sightings.ts';

afterEach(() => document.body.replaceChildren());

type Naming = Pick<FilmHint, 'title'> & Partial<FilmHint>;

/** Adds a film's title to a row. Returns its sighting. */
function nameIn(row: Element, naming: Naming): Sighting {
  const element = document.createElement('a');
  element.textContent = naming.title;
  row.append(element);
  const sighting = makeSighting({ ...naming, element, evidence: 'link' });
  if (!sighting) throw new Error('no title');
  return sighting;
}

/** Creates the rows of a list with the films each names. Returns the reading of the page. */
function readRows(rows: Naming[][], subject: Naming | null = null): PageReading {
  const list = document.createElement('ul');
  const heading = document.createElement('h1');
  document.body.append(heading, list);
  const mentions = rows.flatMap((namings) => {
    const row = document.createElement('li');
    list.append(row);
    return namings.map((naming) => nameIn(row, naming));
  });
  const about = subject && nameIn(heading, subject);
  return { url: '', subject: about, mentions, nonfilms: [], review: null, language: null };
}

const select = (reading: PageReading): string[] =>
  selectSightings(reading, reading.subject).map(({ hint }) =>
    `${hint.title} ${hint.year ?? '?'} ${hint.refs.join(' ')}`.trim(),
  );

const kong = (year: number | null, ...refs: FilmHint['refs']): Naming => ({ title: 'King Kong', year, refs });

describe('remakes side by side in one row', () => {
  test.each<[string, Naming[], string[]]>([
    ['each get a badge by their years', [kong(1976), kong(2005)], ['King Kong 1976', 'King Kong 2005']],
    [
      'each get a badge by their years, next to one another as they are',
      [kong(2005), kong(2006)],
      ['King Kong 2005', 'King Kong 2006'],
    ],
    [
      'each get a badge by ids and years',
      [kong(1976, 'imdb:tt0074751'), kong(2005, 'imdb:tt0360717')],
      ['King Kong 1976 imdb:tt0074751', 'King Kong 2005 imdb:tt0360717'],
    ],
    [
      'each get a badge by their ids where no year is known',
      [kong(null, 'imdb:tt0074751'), kong(null, 'imdb:tt0360717')],
      ['King Kong ? imdb:tt0074751', 'King Kong ? imdb:tt0360717'],
    ],
    [
      'get one badge where the second has no year: it may be the first again',
      [kong(1976), kong(null)],
      ['King Kong 1976'],
    ],
    ['get one badge where the first has no year', [kong(null), kong(1976)], ['King Kong ?']],
  ])('%s', (_what, row, sightings) => {
    expect(select(readRows([row]))).toEqual(sightings);
  });

  test('are badged at their own elements', () => {
    const reading = readRows([[kong(1976), kong(2005)]]);
    expect(selectSightings(reading, null).map(({ element }) => element)).toEqual([
      ...document.querySelectorAll('a'),
    ]);
  });
});

test.each<[string, Naming[], string[]]>([
  ['by its title and year', [kong(1976), kong(1976)], ['King Kong 1976']],
  [
    'by an id, whatever the title',
    [kong(1976, 'imdb:tt0074751'), { title: 'Kong', refs: ['imdb:tt0074751'] }],
    ['King Kong 1976 imdb:tt0074751'],
  ],
  [
    'after another film',
    [kong(1976), { title: 'Jaws', year: 1975 }, kong(1976)],
    ['King Kong 1976', 'Jaws 1975'],
  ],
])('a film that a row names twice %s gets one badge there', (_how, row, sightings) => {
  expect(select(readRows([row]))).toEqual(sightings);
});

test('a film gets a badge in each row that names it', () => {
  expect(select(readRows([[kong(1976)], [kong(1976)]]))).toEqual(['King Kong 1976', 'King Kong 1976']);
});

describe('on the page of a film', () => {
  test('its remake gets a separate badge', () => {
    expect(select(readRows([[kong(1976)]], kong(2005)))).toEqual(['King Kong 2005', 'King Kong 1976']);
  });

  test.each<[string, Naming]>([
    ['with its year', kong(2005)],
    ['without a year', kong(null)],
    ['by its id', { title: 'Kong', year: 2005, refs: ['imdb:tt0360717'] }],
  ])('the film named again %s gets no second badge', (_how, naming) => {
    expect(select(readRows([[naming]], kong(2005, 'imdb:tt0360717')))).toEqual([
      'King Kong 2005 imdb:tt0360717',
    ]);
  });

  test('a subject without an element gets no badge, and neither does a repeated title of it', () => {
    const reading = readRows([[kong(2005)]], kong(2005));
    const subject = reading.subject && { ...reading.subject, element: null };
    expect(selectSightings({ ...reading, subject }, subject)).toEqual([]);
  });
});

test('a film that only the page’s data names gets no badge', () => {
  const reading = readRows([[kong(2005)]]);
  const mentions = reading.mentions.map((mention) => ({ ...mention, element: null }));
  expect(selectSightings({ ...reading, mentions }, null)).toEqual([]);
});
