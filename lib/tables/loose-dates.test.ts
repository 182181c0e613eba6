import { describe, expect, test } from 'vitest';
import { createFindDay, judgeDateOrder } from './dates.ts';
import { RowFault } from './faults.ts';
import { findLanguageOfDays, listDayTexts, readDays, type DayPlan } from './loose-dates.ts';

/** The days of a cell, or the kind of its fault; `others` are further cells of its column. */
function readCell(
  cell: string,
  { others = [], ...plan }: Partial<DayPlan> & { others?: string[] } = {},
): string {
  const cells = [cell, ...others];
  const { order } = judgeDateOrder(listDayTexts(cells));
  const language = findLanguageOfDays(cells);
  try {
    const days = readDays(cell, 'Date', {
      order,
      language,
      findDay: createFindDay('Europe/Berlin'),
      ...plan,
    });
    return days.map(({ day }) => day).join(' ');
  } catch (error) {
    return error instanceof RowFault ? error.kind : String(error);
  }
}

describe('one day', () => {
  test.each([
    ['17-Feb-23', '2023-02-17'],
    ['Feb 17th, 2023', '2023-02-17'],
    ['2023-Feb-17', '2023-02-17'],
    ["Feb '23", '2023-02'],
    ['Fri 17 Feb 2023', '2023-02-17'],
    ['Friday, February 17, 2023 at 9:05 PM', '2023-02-17'],
    ['Fri Feb 17 2023 23:30:00 GMT-0500 (Eastern Standard Time)', '2023-02-17'],
    ['Fri Feb 17 23:30:00 2023', '2023-02-17'],
    ['17. Februar 2023', '2023-02-17'],
    ['17. feb. 2023', '2023-02-17'],
    ['vendredi 17 févr. 2023', '2023-02-17'],
    ['1er mars 2023', '2023-03-01'],
    ['17 de febrero de 2023', '2023-02-17'],
    ['17 de fev. de 2023', '2023-02-17'],
    ['17 febbraio 2023', '2023-02-17'],
    ['17 februari 2023', '2023-02-17'],
    ['17. helmikuuta 2023', '2023-02-17'],
    ['17 lutego 2023', '2023-02-17'],
    ['17. února 2023', '2023-02-17'],
    ['2023. február 17.', '2023-02-17'],
    ['17 februarie 2023', '2023-02-17'],
    ['17 февраля 2023 г.', '2023-02-17'],
    ['17 лютого 2023 р.', '2023-02-17'],
    ['17 Φεβρουαρίου 2023', '2023-02-17'],
    ['17 Şubat 2023', '2023-02-17'],
    ['17 בפברואר 2023', '2023-02-17'],
    ['17 فبراير 2023', '2023-02-17'],
    ['١٧ فبراير ٢٠٢٣', '2023-02-17'],
    ['17 tháng 2, 2023', '2023-02-17'],
    ['17 Februari 2023', '2023-02-17'],
    ['2023年2月17日', '2023-02-17'],
    ['2023年2月17日(金)', '2023-02-17'],
    ['令和5年2月17日', '2023-02-17'],
    ['2023년 2월 17일', '2023-02-17'],
    ['2023. 2. 17.', '2023-02-17'],
    ['23. 2. 7.', '2023-02-07'],
    ['2023/2/17', '2023-02-17'],
    ['２０２３/２/１７', '2023-02-17'],
    ['20230217', '2023-02-17'],
    ['44974', '2023-02-17'],
    ['44974.75', '2023-02-17'],
    ['17.2.2023', '2023-02-17'],
    ['17/2/99', '1999-02-17'],
    ['1676665800', '2023-02-17'],
    ['2023-02-17T23:30:00Z', '2023-02-18'],
    ['', ''],
    ['01/2023', '2023-01'],
    ['2023/1', '2023-01'],
    ['13/2023', 'bad-date'],
    ['unknown', ''],
    ['n/a', ''],
    ['some day', 'bad-date'],
    ['2023-02-30', 'bad-date'],
    ['31 February 2023', 'bad-date'],
    ['Marchant 17 2023', 'bad-date'],
    ['20231317', 'bad-date'],
    ['Feb 23', 'bad-date'],
  ])('%s is %s', (cell, day) => {
    expect(readCell(cell)).toBe(day);
  });
});

test.each([
  ['2023-02-17, 2024-03-01', '2023-02-17 2024-03-01'],
  ['2023-02-17\n2024-03-01', '2023-02-17 2024-03-01'],
  ['2023-02-17; 2024-03-01; 2024-05-01', '2023-02-17 2024-03-01 2024-05-01'],
  ['2023-02-17 / 2024-03-01', '2023-02-17 2024-03-01'],
  ['17.02.2023 & 18.02.2023', '2023-02-17 2023-02-18'],
  ['17/02/2023, 01/03/2024', '2023-02-17 2024-03-01'],
  ['Feb 17, 2023, March 1, 2024', '2023-02-17 2024-03-01'],
  ['17 février 2023 et 1 mars 2024', '2023-02-17 2024-03-01'],
  ['2023年2月17日、2024年3月1日', '2023-02-17 2024-03-01'],
  ['2023-02-17 → 2023-02-18', '2023-02-18'],
  ['2023-02-17 - 2023-02-18', '2023-02-18'],
  ['17.02.2023 bis 18.02.2023', '2023-02-18'],
  ['17 - 18 February 2023', '2023-02-18'],
  ['17 Feb – 2 Mar 2023', '2023-03-02'],
  ['Her, 2013', 'bad-date'],
  ['2023-02-17  &  2023-02-18', '2023-02-17 2023-02-18'],
  ['2023-02-17  -  2023-02-18', '2023-02-18'],
  ['2023-02-17 & 2023-02-18; 2023-03-01', '2023-02-17 2023-02-18 2023-03-01'],
  ['2023-02-17 & 2023-02-18; soon', 'bad-date'],
  ['soon; 2023-02-17 & 2023-02-18', 'bad-date'],
  [','.repeat(20_000), 'bad-date'],
  [' - '.repeat(1300), 'bad-date'],
])('several days and spans: %j is %s', (cell, days) => {
  expect(readCell(cell)).toBe(days);
});

describe('day and month', () => {
  test('one day above 12 tells the order of the column', () => {
    expect(readCell('03/04/2024', { others: ['13/01/2024'] })).toBe('2024-04-03');
    expect(readCell('03/04/2024', { others: ['1/13/2024'] })).toBe('2024-03-04');
  });

  test('are not guessed where nothing tells them, nor where dates contradict each other', () => {
    expect(readCell('03/04/2024', { others: ['05/06/2024', '2024-05-01'] })).toBe('ambiguous-date');
    expect(readCell('03/04/2024', { others: ['13/01/2024', '1/13/2024'] })).toBe('ambiguous-date');
    expect(readCell('03/03/2024')).toBe('2024-03-03');
  });

  test('are taken as the user says, but not against a date that exists in one order only', () => {
    expect(readCell('03/04/2024', { order: 'dmy' })).toBe('2024-04-03');
    expect(readCell('03/04/2024', { order: 'mdy' })).toBe('2024-03-04');
    expect(readCell('13/04/2024', { order: 'mdy' })).toBe('2024-04-13');
    expect(readCell('2024-03-04', { order: 'dmy' })).toBe('2024-03-04');
  });

  test('are told by the order of many rows, not of a few', () => {
    const sorted = ['03/02', '05/02', '02/03', '04/03', '01/04', '06/04', '02/05', '07/05'].map(
      (day) => `${day}/2024`,
    );
    expect(judgeDateOrder(sorted)).toMatchObject({ order: 'dmy', isOpen: false });
    expect(judgeDateOrder(sorted.slice(0, 5))).toMatchObject({ order: null, isOpen: true });
  });

  test('a year of two digits in front is told by how often it changes', () => {
    expect(readCell('24/01/16', { others: ['24/02/28', '24/03/01'] })).toBe('2024-01-16');
    expect(readCell('16/01/24', { others: ['28/02/24', '01/03/24'] })).toBe('2024-01-16');
    expect(readCell('24/01/16')).toBe('ambiguous-date');
  });

  test('dots tell no order where the year has two digits', () => {
    expect(readCell('24.01.16', { others: ['24.02.16', '23.12.31'] })).toBe('ambiguous-date');
    expect(readCell('24.12.28')).toBe('ambiguous-date');
    expect(readCell('24.01.16', { others: ['24.02.28', '24.03.01'] })).toBe('2024-01-16');
    expect(readCell('16.01.24', { others: ['28.02.24', '01.03.24'] })).toBe('2024-01-16');
    expect(readCell('03.04.23', { others: ['05.06.23', '07.08.23'] })).toBe('2023-04-03');
    expect(readCell('03.04.23', { others: ['12.25.23'] })).toBe('2023-03-04');
    expect(readCell('03.04.23', { order: 'dmy' })).toBe('2023-04-03');
  });

  test('a month that languages call differently is told by the other months', () => {
    expect(readCell('5. listopada 2023', { others: ['5 lutego 2023'] })).toBe('2023-11-05');
    expect(readCell('5. listopada 2023.', { others: ['5. veljače 2023.'] })).toBe('2023-10-05');
    expect(readCell('5 listopada 2023')).toBe('bad-date');
  });
});
