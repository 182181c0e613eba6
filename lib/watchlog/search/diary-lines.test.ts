import { expect, test } from 'vitest';
import { runToEnd } from '../../async/testing/run-to-end.ts';
import { listDiaryLines } from './diary-lines.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../testing/index-rows.ts';

test('lists entries under their months with totals', () => {
  const index = formatIndex({
    films: [formatFilmRow('f', 'Her', { runtimeMinutes: 100 })],
    entries: [
      formatEntryRow('e5', 'f', { watchedOn: '2026-02-03' }),
      formatEntryRow('e4', 'f', { watchedOn: '2026-02-03', finished: false }),
      formatEntryRow('e3', 'f', { watchedOn: '2026-02' }),
      formatEntryRow('e2', 'f', { watchedOn: '2025' }),
      formatEntryRow('e1', 'f', { watchedOn: null }),
    ],
  });
  const { lines, headings } = runToEnd(listDiaryLines(index, index.order));
  const told = Array.from(lines, (line) => {
    const heading = headings[-line - 1];
    return heading
      ? `${heading.period}: ${heading.entryCount}, ${heading.sumMinutes()} min`
      : index.entries.ids[line];
  });
  expect(told).toEqual([
    '2026-02: 3, 200 min',
    'e5',
    'e4',
    'e3',
    '2025: 1, 100 min',
    'e2',
    'null: 1, 100 min',
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
