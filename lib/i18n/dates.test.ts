import { expect, test } from 'vitest';
import {
  formatDuration,
  formatPartialDate,
  formatRecentMoment,
  formatRegion,
  formatRuntime,
  listMonths,
} from './dates.ts';

test.each([
  ['2026-11-21', '21 November 2026'],
  ['2026-11', 'November 2026'],
  ['2026', '2026'],
  ['2014-03-19T23:30:00+02:00', '19 March 2014'],
  [null, 'at an unknown time'],
  ['some time ago', 'some time ago'],
])('a date is shown as exactly as it is known: %s', (date, text) => {
  expect(formatPartialDate(date)).toBe(text);
});

test('a calendar day is the same day in every time zone', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = zone;
      expect(formatPartialDate('2026-01-01', 'medium')).toBe('1 Jan 2026');
    }
  } finally {
    process.env.TZ = before;
  }
});

test('spans of time are in hours, short ones in minutes', () => {
  expect([formatRuntime(126), formatDuration(45), formatDuration(126), formatDuration(11220)]).toEqual([
    '126 min',
    '45 min',
    '2 h',
    '187 h',
  ]);
});

test('a country code becomes the name of the country; other text stays', () => {
  expect([formatRegion('JP'), formatRegion('Limited'), formatRegion('us')]).toEqual([
    'Japan',
    'Limited',
    'United States',
  ]);
});

test('lists twelve months, January first', () => {
  expect(listMonths()).toHaveLength(12);
  expect(listMonths()[0]).toBe('January');
});

test.each([
  [new Date(2026, 10, 29, 12, 31), 'today, 12:31'],
  [new Date(2026, 10, 29, 0, 0), 'today, 00:00'],
  [new Date(2026, 10, 28, 23, 59), 'yesterday, 23:59'],
  [new Date(2026, 10, 30, 0, 5), 'tomorrow, 00:05'],
  [new Date(2026, 10, 27, 18, 5), '27 Nov 2026, 18:05'],
  [new Date(2027, 0, 1, 9, 0), '1 Jan 2027, 09:00'],
])('a moment near now is said by its day: %s', (at, text) => {
  expect(formatRecentMoment(at.getTime(), new Date(2026, 10, 29, 14, 0).getTime())).toBe(text);
});
