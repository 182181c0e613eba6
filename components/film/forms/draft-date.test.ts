import { expect, test } from 'vitest';
import { readDraftDate, toDraftDate } from './draft-date.ts';
import { parseTags } from './tags.ts';

const today = '2026-11-22';

test.each(['2026-11-21', '2019-02', '2019', null])('keeps a stored date unchanged: %s', (date) => {
  expect(readDraftDate(toDraftDate(date, today))).toBe(date);
});

test('fills missing parts from today when the precision is raised', () => {
  expect(readDraftDate({ ...toDraftDate('2019', today), precision: 'month' })).toBe('2019-11');
  expect(readDraftDate({ ...toDraftDate(null, today), precision: 'day' })).toBe(today);
});

test.each(['', '2026-02-30', '26-1-1'])('rejects an impossible day: %o', (day) => {
  expect(readDraftDate({ ...toDraftDate(today, today), day })).toBeUndefined();
});

test('parseTags splits at commas and drops duplicates', () => {
  expect(parseTags(' cinema, #Cinema ,, with  friends,  ')).toEqual(['cinema', 'with friends']);
  expect(parseTags(' , ')).toEqual([]);
});
