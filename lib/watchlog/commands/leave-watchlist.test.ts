import { beforeEach, expect, test } from 'vitest';
import type { Log } from '../log.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { runImport } from '../testing/run-import.ts';
import type { WatchlistRow } from '../types.ts';
import { changeEntry, logEntry, setWatchlist, undoWrite } from './commands.ts';

let log: Log;
let clock: { ms: number };

beforeEach(async () => {
  ({ log, clock } = await createLogFixture());
  await log.write(setWatchlist({ film: her, listed: true, priority: 2, reason: 'Anna likes it.' }));
  await log.write(setWatchlist({ film: melancholia, listed: true }));
  clock.ms += 60_000;
});

/** The live rows of the watchlist, without the stamps that every write renews. */
const listWatchlist = async (): Promise<Partial<WatchlistRow>[]> =>
  (await log.read((db) => db.getAll('watchlist')))
    .filter(({ deleted }) => deleted === null)
    .map(({ id, filmId, priority, reason, addedAt }) => ({ id, filmId, priority, reason, addedAt }));

const entry = { watchedOn: '2024-01-15' };

test.each(['popup', 'log', 'menu', 'command'] as const)(
  'a film that is logged from %s leaves the watchlist in the same commit, and no other film does',
  async (origin) => {
    const [, other] = await listWatchlist();
    const before = (await log.write(setWatchlist({ film: her, listed: true }))).sequence;
    const { sequence, changes } = await log.write(logEntry({ film: her, entry, origin }));
    expect(sequence).toBe(before + 1);
    expect(await listWatchlist()).toEqual([other]);
    expect(changes.watchlist).toHaveLength(1);
  },
);

test('one undo removes the entry and puts the film back as it was on the watchlist', async () => {
  const before = await listWatchlist();
  const { changes, sequence } = await log.write(logEntry({ film: her, entry, origin: 'popup' }));
  clock.ms += 60_000;
  expect((await log.write(undoWrite(changes))).sequence).toBe(sequence + 1);
  expect(await listWatchlist()).toEqual(before);
  const entries = await log.read((db) => db.getAll('entries'));
  expect(entries.filter(({ deleted }) => deleted === null)).toEqual([]);
});

test('a film stays on the watchlist where that is asked for', async () => {
  const before = await listWatchlist();
  await log.write(logEntry({ film: her, entry, origin: 'popup', keepsWatchlist: true }));
  expect(await listWatchlist()).toEqual(before);
});

test('a film that was put back on the watchlist stays there when an entry is changed', async () => {
  await log.write(logEntry({ film: her, entry, origin: 'popup' }));
  await log.write(setWatchlist({ film: her, listed: true }));
  const before = await listWatchlist();
  const [logged] = await log.read((db) => db.getAll('entries'));
  await log.write(changeEntry({ id: logged?.id ?? '', changes: { note: 'Again.' } }));
  expect(await listWatchlist()).toEqual(before);
});

test('an import of an entry leaves the watchlist alone', async () => {
  const before = await listWatchlist();
  const fields = { watchedOn: '2020-05-01' };
  const step = {
    ...{ film: her, changes: [], rating: null, watchlist: null, liked: false, tags: [] },
    entries: [{ fields, loggedAt: clock.ms, sourceId: null }],
  };
  await runImport(log, { id: 'import-1', fileNames: ['diary.csv'], format: 'letterboxd' }, [step]);
  expect(await log.read((db) => db.count('entries'))).toBe(1);
  expect(await listWatchlist()).toEqual(before);
});
