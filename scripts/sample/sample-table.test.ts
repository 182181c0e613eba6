import { expect, test } from 'vitest';
import type { Stop } from './sample-stops.ts';
import { describeFault, formatRow, formatTotals, type Count } from './sample-table.ts';

const stop = (films: number, badges: number, scored: number): Stop => ({
  name: 'page',
  url: 'https://films.marquee.example/new/',
  films,
  badges,
  scored,
});
const count = (badges: number, scored: number): Count => ({ badges, scored });

test.each([
  ['badges that get their scores', stop(3, 2, 2), count(2, 0), count(3, 2), null],
  ['no film and no badge', stop(0, 0, 0), count(0, 0), count(0, 0), null],
  ['a badge where there is no film', stop(0, 0, 0), count(1, 0), count(0, 0), 'must have no badge'],
  ['more badges than films', stop(3, 2, 2), count(4, 0), count(3, 2), 'has more badges than films'],
  ['too few badges', stop(3, 2, 1), count(2, 0), count(1, 1), 'must have 2 badges'],
  ['too few scores', stop(3, 2, 2), count(3, 1), count(3, 1), 'must have 2 scores'],
  ['scores that go', stop(3, 2, 1), count(3, 2), count(3, 1), 'lost scores'],
])('describeFault names what is wrong: %s', (_, at, before, after, fault) => {
  expect(describeFault({ stop: at, before, after })).toBe(fault);
});

test('a row has the counts, and a mark with the fault only where there is one', () => {
  const right = formatRow({ stop: stop(3, 2, 2), before: count(2, 0), after: count(3, 2) });
  expect(right.trim().split(/\s+/)).toEqual(['/new/', '3', '2', '0', '3', '2']);
  expect(formatRow({ stop: stop(0, 0, 0), before: count(1, 1), after: count(1, 1) })).toMatch(
    /^✗ .* must have no badge$/,
  );
});

test('the totals count pages, films and scores', () => {
  const visits = [
    { stop: stop(3, 2, 2), before: count(2, 1), after: count(3, 2) },
    { stop: stop(0, 0, 0), before: count(0, 0), after: count(0, 0) },
  ];
  expect(formatTotals(visits)).toBe(
    '1 pages with films, 1 without. Of 3 films, 1 have a score before the click and 2 after it.',
  );
});
