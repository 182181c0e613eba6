import { expect, test } from 'vitest';
import { runToEnd } from '../../async/testing/run-to-end.ts';
import { listDiaryLines } from './diary-lines.ts';
import type { HeadingSum } from './item-types.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';

const formatSum = ({ films, minutes, timed, untimed }: HeadingSum): string =>
  `${films}, ${minutes} min of ${timed}, ${untimed} unknown`;

test('lists entries under their months with totals, a film that was seen again once, and no length as none', () => {
  const index = formatIndex({
    films: [formatFilmRow('f', 'Her', { runtimeMinutes: 100 }), formatFilmRow('g', 'Up')],
    entries: [
      formatEntryRow('e5', 'f', { watchedOn: '2026-02-03' }),
      formatEntryRow('e4', 'f', { watchedOn: '2026-02-03', finished: false }),
      formatEntryRow('e3', 'f', { watchedOn: '2026-02' }),
      formatEntryRow('e2b', 'g', { watchedOn: '2025' }),
      formatEntryRow('e2', 'f', { watchedOn: '2025' }),
      formatEntryRow('e1', 'f', { watchedOn: null }),
    ],
  });
  const { lines, headings } = runToEnd(listDiaryLines(index, index.order));
  const told = Array.from(lines, (line) => {
    const heading = headings[-line - 1];
    return heading
      ? `${heading.period}: ${heading.entryCount}, ${formatSum(heading.sum())}`
      : index.entries.ids[line];
  });
  expect(told).toEqual([
    '2026-02: 3, 1, 200 min of 2, 0 unknown',
    'e5',
    'e4',
    'e3',
    '2025: 2, 2, 100 min of 1, 1 unknown',
    'e2b',
    'e2',
    'null: 1, 1, 100 min of 1, 0 unknown',
    'e1',
  ]);
});

test('separates entries with only a year from the months of that year, oldest first', () => {
  const index = formatIndex({
    films: [formatFilmRow('f', 'Her')],
    entries: [
      formatEntryRow('e3', 'f', { watchedOn: '2025-01-09' }),
      formatEntryRow('e2', 'f', { watchedOn: '2025-01' }),
      formatEntryRow('e1', 'f', { watchedOn: '2025' }),
    ],
  });
  const { headings } = runToEnd(listDiaryLines(index, index.order.toReversed()));
  expect(headings.map(({ period, entryCount }) => [period, entryCount])).toEqual([
    ['2025', 1],
    ['2025-01', 2],
  ]);
});
