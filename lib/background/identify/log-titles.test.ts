import { beforeEach, expect, test } from 'vitest';
import { editFilms, setWatchlist } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput, type LogFixture } from '../../watchlog/testing/fixture.ts';
import { listSearchable } from './log-titles.ts';
import { createTitleSearches } from './title-searches.ts';

let fixture: LogFixture;
const readLog = <T>(query: Parameters<typeof fixture.log.read<T>>[0]): Promise<T> => fixture.log.read(query);
const find = createTitleSearches(() => listSearchable(readLog, () => Promise.resolve([])));

beforeEach(async () => {
  fixture = await createLogFixture();
});

async function keep(title: string, year: number): Promise<void> {
  const film = { ...filmInput(title, year), alternativeTitles: ['Der Nebelsee'] };
  await fixture.log.write(setWatchlist({ film, listed: true }));
}

test.each([
  ['a typing error', 'ferryhuose'],
  ['words in any order', 'fog ferryhouse'],
  ['a year', 'ferryhouse 2021'],
  ['another title', 'nebelsee'],
])('a film that only the log has is found with %s', async (_what, text) => {
  await keep('Ferryhouse in the Fog', 2021);
  expect((await find(text, 8)).map(({ title, ref }) => [title, ref])).toEqual([
    ['Ferryhouse in the Fog', 'title:ferryhouse-in-the-fog:2021'],
  ]);
});

test('films are found as soon as the log has them, and no longer when they are deleted', async () => {
  expect(await find('ferryhouse', 8)).toEqual([]);
  await keep('Ferryhouse', 2021);
  await keep('Ferryhouse Again', 2022);
  expect(await find('ferryhouse', 8)).toHaveLength(2);
  const [row] = (await fixture.log.read((db) => db.getAll('films'))) ?? [];
  await fixture.log.write(editFilms({ ids: [row?.id ?? ''], edit: { isDeleted: true } }));
  expect(await find('ferryhouse', 8)).toHaveLength(1);
});

test('a log that cannot be read has no titles', async () => {
  expect(
    await listSearchable(
      () => Promise.resolve(null),
      () => Promise.resolve([]),
    ),
  ).toEqual([]);
});
