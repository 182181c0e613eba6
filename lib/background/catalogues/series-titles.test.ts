import { expect, test, vi } from 'vitest';
import { makeHint } from '../testing/films.ts';
import { createSeriesTitles } from './series-titles.ts';

const named = (title: string, kind: 'film' | null = null) => makeHint({ title, kind });

test('a title of a series is one, unless the page says that it is a film', async () => {
  const isSeriesTitle = createSeriesTitles(() => Promise.resolve(['The Bear', 'Dark']));
  expect(await isSeriesTitle(named('the bear'))).toBe(true);
  expect(await isSeriesTitle(named('Dark', 'film'))).toBe(false);
  expect(await isSeriesTitle(named('Dark Waters'))).toBe(false);
});

test('titles that cannot be read are read again at the next question', async () => {
  const read = vi.fn().mockRejectedValueOnce(new Error('damaged')).mockResolvedValue(['Dark']);
  const isSeriesTitle = createSeriesTitles(read);
  expect(await isSeriesTitle(named('Dark'))).toBe(false);
  expect(await isSeriesTitle(named('Dark'))).toBe(true);
  await isSeriesTitle(named('Dark'));
  expect(read).toHaveBeenCalledTimes(2);
});
