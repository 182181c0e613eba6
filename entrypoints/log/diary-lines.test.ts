import { expect, test } from 'vitest';
import { listDiaryLines } from './diary-lines.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from './testing/index.ts';

test('viewings stand under their months with what they come to, and each day stands once', () => {
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
  const lines = listDiaryLines(index, index.order).map((line) =>
    line.kind === 'month'
      ? `${line.period}: ${line.viewings}, ${line.minutes} min`
      : `${line.id}${line.showsDay ? ' with its day' : ''}`,
  );
  expect(lines).toEqual([
    '2026-02: 3, 200 min',
    'e5 with its day',
    'e4',
    'e3 with its day',
    '2025: 1, 100 min',
    'e2 with its day',
    'null: 1, 100 min',
    'e1 with its day',
  ]);
});
