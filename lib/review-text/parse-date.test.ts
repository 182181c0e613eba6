import { expect, test } from 'vitest';
import { parseDay, parseReleases } from './parse-date.ts';

test.each<[text: string, date: string, region: string | null]>([
  ['10th January 2014 [USA]', '2014-01-10', 'USA'],
  ['January 10, 2014', '2014-01-10', null],
  ['10. März 2014 (Deutschland)', '2014-03-10', 'Deutschland'],
  ['le 19 février 2014 (France)', '2014-02-19', 'France'],
  ['1er août 2014', '2014-08-01', null],
  ['21 de febrero de 2014', '2014-02-21', null],
  ['13 giugno 2014 (Italia)', '2014-06-13', 'Italia'],
  ['2014-01-10', '2014-01-10', null],
  ['13.03.2014', '2014-03-13', null],
  ['23/01/2014', '2014-01-23', null],
  ['01/23/2014', '2014-01-23', null],
  ['March 2014', '2014-03', null],
  ['2014', '2014', null],
])('reads %s as %s', (text, date, region) => {
  expect(parseReleases(text)).toEqual([{ date, region }]);
});

test('reads only the year if day and month are ambiguous', () => {
  expect(parseReleases('03/04/2014')).toEqual([{ date: '2014', region: null }]);
});

test('reads several dates with their regions', () => {
  expect(parseReleases('10 January 2014 (USA), 14 February 2014 (UK)')).toEqual([
    { date: '2014-01-10', region: 'USA' },
    { date: '2014-02-14', region: 'UK' },
  ]);
});

test.each(['', 'soon', '31 February 2014', '2014-02-30', '99/99/9999', '12345'])(
  'finds no date in %j',
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

test.each([
  ['2014-03-19T10:12:00+00:00', '2014-03-19T10:12:00+00:00'],
  ['2014-03-19', '2014-03-19'],
  ['Posted March 19, 2014 by A. Writer', '2014-03-19'],
])('reads the date of %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});
