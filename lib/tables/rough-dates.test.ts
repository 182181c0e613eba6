import { expect, test } from 'vitest';
import { readRoughYear } from './rough-dates.ts';

test.each([
  ['ca. 2020', '2020'],
  ['about 2019', '2019'],
  ['~2018', '2018'],
  ['früher 2020?', '2020'],
  ['около 2017', '2017'],
  ['2016年頃', '2016'],
  ['2015?', '2015'],
  ['summer of ٢٠١٤', '2014'],
])('"%s" is certain to be in %s', (text, year) => {
  expect(readRoughYear(text)).toBe(year);
});

test.each([
  'as a child',
  'some day',
  'before 2010',
  'vor 2010',
  'pre-2010',
  'after 2015',
  'not yet, 2026',
  'in den 1990ern',
  'años 1990',
  'années 1990',
  '1990年代',
  '2000-х',
  '2019 or 2020',
  'the 1990s',
  '90er',
  '12 or 13 May 2020?',
  '?',
])('"%s" gives no year', (text) => {
  expect(readRoughYear(text)).toBeNull();
});

test.each(['2020-13-45', '31.02.2020', '12/2020/40', '31 February 2024', '2024-01-01T25:00:00Z'])(
  '"%s" is a mistake, not a rough date',
  (text) => {
    expect(readRoughYear(text)).toBeNull();
  },
);
