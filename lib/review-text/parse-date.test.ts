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
  ['16 de maio de 2022', '2022-05-16', null],
  ['5 mei 2016', '2016-05-05', null],
  ['2 listopada 2014', '2014-11-02', null],
  ['11 lipca 2014', '2014-07-11', null],
  ['14. dubna 2013', '2013-04-14', null],
  ['3. června 2013', '2013-06-03', null],
  ['3. července 2013', '2013-07-03', null],
  ['12. tammikuuta 2019', '2019-01-12', null],
  ['3. marraskuuta 2019', '2019-11-03', null],
  ['2018. március 9.', '2018-03-09', null],
  ['27 Ocak 2019', '2019-01-27', null],
  ['20 апреля 2008 г.', '2008-04-20', null],
  ['5 травня 2019', '2019-05-05', null],
  ['11 Νοεμβρίου 2018', '2018-11-11', null],
  ['2016年7月18日', '2016-07-18', null],
  ['2018년 6월 3일', '2018-06-03', null],
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
