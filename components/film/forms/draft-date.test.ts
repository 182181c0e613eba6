import { expect, test } from 'vitest';
import { readDraftDate, toDraftDate } from './draft-date.ts';
import { parseTags } from './tags.ts';

const today = '2026-11-22';

test.each(['2026-11-21', '2019-02', '2019', null])(
  'a stored date goes through the form unchanged: %s',
  (date) => {
    expect(readDraftDate(toDraftDate(date, today))).toBe(date);
  },
);

test('what a date leaves open is filled from today when more is asked', () => {
  expect(readDraftDate({ ...toDraftDate('2019', today), precision: 'month' })).toBe('2019-11');
  expect(readDraftDate({ ...toDraftDate(null, today), precision: 'day' })).toBe(today);
});

test.each(['', '2026-02-30', '26-1-1'])('a day that no calendar has is none: %o', (day) => {
  expect(readDraftDate({ ...toDraftDate(today, today), day })).toBeUndefined();
});

test('tags are parted by commas, each once', () => {
  expect(parseTags(' cinema, #Cinema ,, with  friends,  ')).toEqual(['cinema', 'with friends']);
  expect(parseTags(' , ')).toEqual([]);
});
