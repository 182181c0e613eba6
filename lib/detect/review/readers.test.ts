import { expect, test } from 'vitest';
import { parseReadersLine, parseVotes } from './readers.ts';

test.each<[text: string, value: number, best: number, count: number]>([
  ['4.7/5 - (33 votes)', 4.7, 5, 33],
  ['(3 votes, average: 4.33 out of 5)', 4.33, 5, 3],
  ['Average rating 4.2 / 5. Vote count: 12', 4.2, 5, 12],
  ['Rating: 4.3/5. From 12 votes.', 4.3, 5, 12],
  ['Solaris 4.2 out of 5 based on 17 votes', 4.2, 5, 17],
  ['8,1/10 (1.023 voti)', 8.1, 10, 1023],
  ['4,2 von 5 (17 Stimmen)', 4.2, 5, 17],
])('reads the readers’ score in %j', (text, value, best, count) => {
  expect(parseReadersLine(text, false)).toEqual({ score: { value, worst: 0, best }, count });
});

test('reads a bare average as out of five only in a readers’ widget', () => {
  expect(parseReadersLine('[Total: 14 Average: 3.9]', true)).toEqual({
    score: { value: 3.9, worst: 0, best: 5 },
    count: 14,
  });
  expect(parseReadersLine('[Total: 14 Average: 3.9]', false)).toBeNull();
});

test.each([
  '0/5 - (0 votes)',
  'Rate this post',
  '4/5',
  '12 votes',
  'IMDb: 7.4/10 (12,345 votes)',
  'In the town of the ten thousand votes she got 7/10 of them with 12 votes to spare, they say.',
])('finds no readers’ score in %j', (text) => {
  expect(parseReadersLine(text, false)).toBeNull();
});

test.each<[string, number | null]>([
  ['5 total ratings', 5],
  ['1,234 votes', 1234],
  ['Vote count: 12', 12],
  ['nobody', null],
])('counts the votes in %j as %j', (text, count) => {
  expect(parseVotes(text)).toBe(count);
});
