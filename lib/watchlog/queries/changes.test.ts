import { expect, test } from 'vitest';
import { rateFilm, setLiked } from '../commands/commands.ts';
import { createLogFixture, her, melancholia, type LogFixture } from '../testing/fixture.ts';
import { findChanges } from './changes.ts';

const changesSince = ({ log, storage }: LogFixture, sequence: number) =>
  log.read((db) => findChanges(db, storage, sequence));

async function createRatedLog(): Promise<LogFixture> {
  const fixture = await createLogFixture();
  await fixture.log.write(setLiked({ film: melancholia, liked: true }));
  for (const value of [1, 2, 3] as const) await fixture.log.write(rateFilm({ film: her, value }));
  return fixture;
}

test('an empty log has no changes', async () => {
  const changes = await changesSince(await createLogFixture(), 0);
  expect(changes?.sequence).toBe(0);
  expect(Object.values(changes?.rows ?? {}).flat()).toEqual([]);
});

test('the changes since a commit are the rows that were written after it, as they are now', async () => {
  const fixture = await createRatedLog();
  const none = await changesSince(fixture, 4);
  expect(none?.sequence).toBe(4);
  expect(Object.values(none?.rows ?? {}).flat()).toEqual([]);
  const some = await changesSince(fixture, 2);
  expect(some).toMatchObject({ sequence: 4, rows: { films: [], ratings: [{ value: 3 }] } });
  const all = await changesSince(fixture, 0);
  expect(all?.rows.films.map(({ title }) => title)).toEqual(['Melancholia', 'Her']);
});

test('there are no changes since a commit that is still to come', async () => {
  expect(await changesSince(await createRatedLog(), 5)).toBeNull();
});

test('a journal with a gap gives no changes from before the gap', async () => {
  const fixture = await createRatedLog();
  fixture.storage.values.delete('marquee-log:journal:3');
  expect(await changesSince(fixture, 1)).toBeNull();
  expect(await changesSince(fixture, 3)).toMatchObject({ sequence: 4 });
});

test('a journal that lacks the newest commit gives no changes', async () => {
  const fixture = await createRatedLog();
  fixture.storage.beforeChange = () => {
    throw new Error('full');
  };
  await fixture.log.write(rateFilm({ film: her, value: 4 }));
  expect(await changesSince(fixture, 3)).toBeNull();
  expect(await changesSince(fixture, 4)).toBeNull();
});

test('a journal is not trusted without its integrity marker', async () => {
  const fixture = await createRatedLog();
  fixture.storage.values.delete('marquee-log:canary');
  fixture.storage.values.delete('marquee-log:canary-copy');
  expect(await changesSince(fixture, 3)).toBeNull();
  expect(await changesSince(fixture, 4)).toMatchObject({ sequence: 4 });
});

test('the changes of 200 commits are gathered, those of more are not', async () => {
  const fixture = await createLogFixture();
  for (let at = 0; at < 201; at += 1) await fixture.log.write(setLiked({ film: her, liked: at % 2 === 0 }));
  expect(await changesSince(fixture, 1)).toMatchObject({ sequence: 201, rows: { films: [{ liked: true }] } });
  expect(await changesSince(fixture, 0)).toBeNull();
});
