import { afterEach, expect, test, vi } from 'vitest';
import {
  addDays,
  comparePartialDates,
  formatLocalDay,
  formatPartialDate,
  isPartialDate,
  parsePartialDate,
} from './partial-date.ts';

afterEach(() => vi.unstubAllEnvs());

test.each(['2024-02-29', '2000-02-29', '2023-12-31', '2023-04', '1999', '0001-01-01'])(
  'parses %s as a date',
  (text) => {
    const parts = parsePartialDate(text);
    expect(parts).not.toBeNull();
    expect(parts && formatPartialDate(parts)).toBe(text);
  },
);

test.each([
  '2023-02-29',
  '1900-02-29',
  '2023-04-31',
  '2023-13',
  '2023-00-01',
  '2023-01-00',
  '0000',
  '0000-00-00',
  '23-01-01',
  '2023-1-1',
  '2023-01-01T00:00:00Z',
  ' 2023',
  '２０２３',
  '',
])('rejects %j as a date', (text) => {
  expect(isPartialDate(text)).toBe(false);
});

test('sorts dates by time: a year before its months, an unknown date first', () => {
  const sorted = [null, '2019', '2019-05', '2019-05-03', '2019-06-01', '2020'];
  expect([...sorted].reverse().sort(comparePartialDates)).toEqual(sorted);
  expect(comparePartialDates('2019', '2019')).toBe(0);
});

test.each([
  ['Pacific/Kiritimati', '2024-03-01T11:00:00Z', '2024-03-02'],
  ['Asia/Tokyo', '2024-02-29T15:30:00Z', '2024-03-01'],
  ['UTC', '2024-02-29T23:59:59Z', '2024-02-29'],
  ['America/Los_Angeles', '2024-03-01T07:59:00Z', '2024-02-29'],
  ['Pacific/Pago_Pago', '2024-01-01T10:00:00Z', '2023-12-31'],
])('in the time zone %s, %s falls on %s', (zone, moment, day) => {
  vi.stubEnv('TZ', zone);
  expect(formatLocalDay(new Date(moment))).toBe(day);
});

test.each([
  ['2024-03-01', -1, '2024-02-29'],
  ['2023-12-31', 1, '2024-01-01'],
  ['0001-01-01', 0, '0001-01-01'],
  ['2023-05', 1, null],
])('%s plus %i days is %s', (text, days, moved) => {
  expect(addDays(text, days)).toBe(moved);
});
