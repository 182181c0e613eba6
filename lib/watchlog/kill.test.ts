// @module-tag slow
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { deleteEntry, logEntry, rateFilm, setWatchlist, undoWrite } from './commands/commands.ts';
import type { Log } from './log.ts';
import { logStores } from './store/schema.ts';
import { createLogFixture, filmInput, type LogFixture } from './testing/fixture.ts';
import { createMemoryStorage } from './testing/memory-storage.ts';
import { readVisible } from './testing/visible.ts';
import type { RatingValue, CommitReceipt } from './types.ts';

type Visible = Awaited<ReturnType<typeof readVisible>>;

/** The writes of the scenario, each with the receipt of the one before. */
const scenario: ((log: Log, last: CommitReceipt | null) => Promise<CommitReceipt>)[] = Array.from(
  { length: 14 },
  (_, at) => (log, last) => {
    const film = filmInput(`Film ${at % 5}`, 2000 + (at % 5), `imdb:tt000000${at % 5}`);
    const id = last?.changes.entries?.[0]?.after.id;
    if (at % 4 === 0) return log.write(rateFilm({ film, value: (1 + (at % 10)) as RatingValue }));
    if (at % 4 === 1) return log.write(logEntry({ film, entry: { note: `entry ${at}` }, origin: 'popup' }));
    if (at % 4 === 2)
      return log.write(id === undefined ? setWatchlist({ film, listed: true }) : deleteEntry({ id }));
    return log.write(last === null ? setWatchlist({ film, listed: true }) : undoWrite(last.changes));
  },
);

/**
 * Runs the scenario until the storage area is about to make its nth change; from then on nothing is written.
 */
async function runUntilKilled(
  fixture: LogFixture,
  change: number,
  settles: boolean,
): Promise<{ wasKilled: boolean; acknowledged: Visible; inFlight: Visible | null }> {
  const { log, storage } = fixture;
  let changes = 0;
  let kill = (): void => undefined;
  const killed = new Promise<'killed'>((resolve) => {
    kill = () => resolve('killed');
  });
  const never = new Promise<never>(() => undefined);
  for (const name of ['set', 'remove'] as const) {
    const real: (argument: never) => Promise<void> = storage[name];
    storage[name] = (argument: unknown) => {
      changes += 1;
      if (changes < change) return real(argument as never);
      kill();
      return never;
    };
  }
  let acknowledged = await log.read(readVisible);
  let last: CommitReceipt | null = null;
  for (const write of scenario) {
    const outcome: CommitReceipt | 'killed' = await Promise.race([write(log, last), killed]);
    const now = await log.read(readVisible);
    if (settles) await Promise.race([log.flush(), killed]);
    if (outcome === 'killed') return { wasKilled: true, acknowledged, inFlight: now };
    acknowledged = now;
    last = outcome;
  }
  const end = await Promise.race([log.flush(), killed]);
  return { wasKilled: end === 'killed', acknowledged, inFlight: null };
}

/** The state after a kill: the values of the storage area and the database, with a working storage area. */
async function reopenAfterKill(fixture: LogFixture): Promise<LogFixture> {
  fixture.log.close();
  return createLogFixture({ name: fixture.name, storage: createMemoryStorage(fixture.storage.values) });
}

async function wipe({ name }: LogFixture): Promise<void> {
  const db = await openDB(name);
  for (const store of [...logStores, 'meta']) await db.clear(store);
  db.close();
}

/** Whether each backup is finished before the next write, or is written during further writes. */
const orders = [
  ['one after another', true],
  ['overlapping', false],
] as const;

test.each(orders)(
  'opens complete with all acknowledged writes, at whatever step the worker is ended (%s)',
  async (_order, settles) => {
    let kills = 0;
    for (let change = 1; ; change += 1) {
      const fixture = await createLogFixture({ commitsPerBackup: 2 });
      const { wasKilled, acknowledged, inFlight } = await runUntilKilled(fixture, change, settles);
      const after = await reopenAfterKill(fixture);
      expect(after.log.health()).toEqual({ state: 'ok' });
      expect(await after.log.read(readVisible)).toEqual(inFlight ?? acknowledged);
      await wipe(after);
      await after.reopen();
      const [backup] = await after.log.listBackups();
      expect(await after.log.restoreBackup(backup?.id ?? '')).toEqual({ state: 'ok' });
      expect(await after.log.read(readVisible)).toEqual(inFlight ?? acknowledged);
      after.log.close();
      if (!wasKilled) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(settles ? 40 : 14);
  },
);

test.each(orders)(
  'restores all acknowledged writes if the database is lost too, at whatever step the worker is ended (%s)',
  async (_order, settles) => {
    for (let change = 2; ; change += 1) {
      const fixture = await createLogFixture({ commitsPerBackup: 2 });
      const { wasKilled, acknowledged } = await runUntilKilled(fixture, change, settles);
      await wipe(fixture);
      const after = await reopenAfterKill(fixture);
      const isEmpty = Object.values(acknowledged).every((rows) => rows.length === 0);
      if (!isEmpty) {
        expect(after.log.health().state).toBe('damaged');
        const [backup] = await after.log.listBackups();
        expect(await after.log.restoreBackup(backup?.id ?? '')).toEqual({ state: 'ok' });
        expect(await after.log.read(readVisible)).toEqual(acknowledged);
      }
      after.log.close();
      if (!wasKilled) break;
    }
  },
);
