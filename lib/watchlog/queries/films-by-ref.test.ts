import { beforeEach, expect, test, vi } from 'vitest';
import { titleRef } from '../../films/titles/title-key.ts';
import { runToEnd } from '../../async/testing/run-to-end.ts';
import { deleteEntry, logEntry, rateFilm, setWatchlist } from '../commands/commands.ts';
import type { Log } from '../log.ts';
import { createLogFixture, her, melancholia, filmInput } from '../testing/fixture.ts';
import { listKnownRefs, readFilmsOfLog } from './films-by-ref.ts';
import type { FilmInput } from '../types.ts';

let log: Log;

const view = (film: FilmInput, watchedOn: string) =>
  log.write(logEntry({ film, entry: { watchedOn }, origin: 'log' }));
const others = (count: number): FilmInput[] =>
  Array.from({ length: count }, (_, at) => filmInput(`Other ${at}`, 2000, `imdb:tt${2_000_000 + at}`));

beforeEach(async () => {
  ({ log } = await createLogFixture());
  await view(her, '2020-01-01');
  await view(her, '2021-01-01');
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(setWatchlist({ film: melancholia, listed: true }));
  await view(filmInput('Twin Names', 1999), '2019-01-01');
});

const listRefs = (films: FilmInput[]) => runToEnd(listKnownRefs(films));

async function tell(films: FilmInput[]): Promise<unknown> {
  const found = await log.read((db) => readFilmsOfLog(db, listRefs(films)));
  return {
    films: found.films.map(({ title }) => title),
    days: found.entries.map(({ watchedOn }) => watchedOn),
    ratings: found.ratings.map(({ value }) => value),
    watchlist: found.watchlist.length,
  };
}

test.each([0, 60])('finds films by id, and by title with year, among %i others', async (count) => {
  for (const film of others(count)) await view(film, '2018-01-01');
  expect(await tell([filmInput('HER', null, 'imdb:tt1798709'), filmInput('twin names', 1999)])).toEqual({
    films: ['Her', 'Twin Names'],
    days: ['2020-01-01', '2021-01-01', '2019-01-01'],
    ratings: [9],
    watchlist: 0,
  });
  expect(await tell([melancholia])).toEqual({ films: ['Melancholia'], days: [], ratings: [], watchlist: 1 });
});

test('skips deleted rows and films that are not in the log', async () => {
  const { entries } = await log.read((db) => readFilmsOfLog(db, listRefs([her])));
  for (const { id } of entries) await log.write(deleteEntry({ id }));
  expect(await tell([her])).toEqual({ films: ['Her'], days: [], ratings: [9], watchlist: 0 });
  expect(await tell([filmInput('Nobody', 2001)])).toEqual({ films: [], days: [], ratings: [], watchlist: 0 });
  expect(await tell([])).toEqual({ films: [], days: [], ratings: [], watchlist: 0 });
});

test('does not read a whole long log for a few films', async () => {
  for (const film of others(60)) await view(film, '2018-01-01');
  const walked = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await log.read((db) => readFilmsOfLog(db, listRefs([her])));
  const names = walked.mock.contexts.map((store) => (store as IDBObjectStore).name);
  walked.mockRestore();
  // There are few ratings and watchlist items, and no lists.
  expect(new Set(names)).toEqual(new Set(['ratings', 'watchlist', 'lists', 'listItems']));
});

test('stops reading when it is aborted', async () => {
  const control = new AbortController();
  control.abort(new Error('enough'));
  await expect(
    log.read((db) => readFilmsOfLog(db, listRefs([her]), { signal: control.signal })),
  ).rejects.toThrow('enough');
});

test('folds titles in steps, and lists each film by its ids and its title', () => {
  const films = others(120);
  const work = listKnownRefs(films);
  let steps = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) steps += 1;
  expect(steps).toBe(2);
  expect([...step.value]).toEqual(
    films.flatMap(({ title, year, refs }) => [
      ...refs.filter((ref) => !ref.startsWith('title:')),
      titleRef(title, year),
    ]),
  );
});
