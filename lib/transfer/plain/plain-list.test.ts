import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import { textFile } from '../fixtures/load.ts';
import type { Reading } from '../types.ts';

const read = (text: string, name = 'films.txt'): Reading =>
  readFiles([textFile(name, text)], { timeZone: 'UTC' });

/** One line for each entry, with the rating of its film. */
const listEntries = ({ entries, ratings }: Reading): string[] =>
  entries.map(({ film, watchedOn, note, rewatch }) => {
    const value = ratings.find((rating) => rating.film === film)?.value;
    return [film.title, film.year ?? '-', watchedOn ?? '-', value ?? '-', note, rewatch ? 'again' : '']
      .join(' | ')
      .replace(/[ |-]+$/, '');
  });

describe('a line of a list', () => {
  test.each([
    ['Heat (1995) - 9/10', 'Heat | 1995 | - | 9'],
    ['Heat (1995) – 2023-03-14 – ★★★★ – a classic', 'Heat | 1995 | 2023-03-14 | 8 | a classic'],
    ['Heat (1995) | 2023-03-14 | 8/10 | with Ana', 'Heat | 1995 | 2023-03-14 | 8 | with Ana'],
    ['Heat (1995) watched 14 March 2023 with Ana, 9/10', 'Heat | 1995 | 2023-03-14 | 9 | with Ana'],
    ['14.03.2023 Heat (1995) ****', 'Heat | 1995 | 2023-03-14 | 8'],
    ['14/03/2023: Heat (1995) 9/10 rewatch', 'Heat | 1995 | 2023-03-14 | 9 |  | again'],
    ['Heat (1995) 90% great, but long', 'Heat | 1995 | - | 9 | great, but long'],
    ['2024年3月14日 七人の侍（1954）★★★★★', '七人の侍 | 1954 | 2024-03-14 | 10'],
    ['2023-03-14 Heat', 'Heat | - | 2023-03-14'],
    ['2001: A Space Odyssey 10/10', '2001: A Space Odyssey | - | - | 10'],
    ['Fahrenheit 9/11 (2004)', 'Fahrenheit 9/11 | 2004'],
    ['Mission: Impossible - Fallout (2018)', 'Mission: Impossible - Fallout | 2018'],
    [
      'Birdman or (The Unexpected Virtue of Ignorance) (2014)',
      'Birdman or (The Unexpected Virtue of Ignorance) | 2014',
    ],
    ['28 Days Later (2002), 7/10', '28 Days Later | 2002 | - | 7'],
  ])('%s', (line, wanted) => {
    expect(listEntries(read(`${line}\n`))).toEqual([wanted]);
  });
});

test('headings of years and months are no films, and give days their year', () => {
  const reading = read(
    'Films 2023\n\nJanuary\n14/01 Heat (1995)\n20/01 Up (2009) 7/10\n\nFebruary\n03/02 Ran (1985)\n',
  );
  expect(listEntries(reading)).toEqual([
    'Heat | 1995 | 2023-01-14',
    'Up | 2009 | 2023-01-20 | 7',
    'Ran | 1985 | 2023-02-03',
  ]);
});

test('a day without a year stays beside the film', () => {
  expect(listEntries(read('14/01 Heat (1995)\n20/01 Up (2009)\n'))).toEqual([
    'Heat | 1995 | - | - | 14/01',
    'Up | 2009 | - | - | 20/01',
  ]);
});

test('numbers are ratings where they tell their scale', () => {
  expect(listEntries(read('Heat (1995) - 8\nUp (2009) - 7\nRan (1985) - 10\n'))).toEqual([
    'Heat | 1995 | - | 8',
    'Up | 2009 | - | 7',
    'Ran | 1985 | - | 10',
  ]);
  expect(listEntries(read('Heat (1995) - 4\nUp (2009) - 3\n'))).toEqual([
    'Heat | 1995 | - | - | 4',
    'Up | 2009 | - | - | 3',
  ]);
});

test('the order of day and month is asked for where the lines leave it open', () => {
  expect(read('03/04/2023 Heat (1995)\n05/06/2023 Up (2009)\n').error?.errorClass).toBe('ambiguous-date');
  expect(read('03/04/2023 Heat (1995)\n25/06/2023 Up (2009)\n').entries[0]?.watchedOn).toBe('2023-04-03');
});

test('words beside films are kept, and texts about films are no lists', () => {
  expect(listEntries(read('Heat (1995) - Long. Loved it. Again!\nUp (2009)\n'))).toEqual([
    'Heat | 1995 | - | - | Long. Loved it. Again!',
    'Up | 2009',
  ]);
  const prose = 'This is the guide of a program.\nIt was made (2019) long ago. It is good.\n';
  expect(read(prose, 'readme.txt').error?.errorClass).toBe('unknown-format');
});
