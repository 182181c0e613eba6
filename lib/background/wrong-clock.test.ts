// Everything that is scheduled or kept for a time, while the clock is two days or a year ahead and then right again, while
// it goes back, and while the time zone changes.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scheduledTasksDoneAt } from '../settings/backup-settings.ts';
import { deleteEntry, logEntry, rateFilm, type Command } from '../watchlog/commands/commands.ts';
import { commitImport } from '../watchlog/imports/imports.ts';
import { undoImport } from '../watchlog/imports/undo-import.ts';
import { createLogFixture, filmInput, her, type LogFixture } from '../watchlog/testing/fixture.ts';
import { deleteDatabases } from '../watchlog/testing/delete-databases.ts';
import { isFresh } from '../dates/stored-time.ts';
import { createCache } from './cache/cache-database.ts';
import { completeRefresh, isRefreshDue, isWishOpen, wishRefresh } from './catalogues/ratings-schedule.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createUsageQuota } from './http/usage-quota.ts';
import { closeLog, getLog } from './messages/log-access.ts';
import { ensureAlarm } from './messages/ensure-alarm.ts';
import { runScheduledTasks } from './log/scheduled-tasks.ts';
import { createUndoStore } from './log/undo-store.ts';
import { isAnswerDue } from './sources/source-answers.ts';

const hour = 3_600_000;
const day = 24 * hour;
const today = Date.UTC(2026, 10, 30, 12);

const errors: [what: string, ms: number][] = [
  ['two days ahead', 2 * day],
  ['a year ahead', 365 * day],
];

// Once, because the log keeps the clock with which it was opened.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: today }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  vi.setSystemTime(today);
  await (await getLog()).acceptLoss();
});
afterEach(() => vi.unstubAllEnvs());

const write = async (command: Command): Promise<unknown> => (await getLog()).write(command);
const listNotes = async (): Promise<string[]> =>
  (await (await getLog()).read((db) => db.getAll('entries'))).map(({ note }) => note);

async function deleteOne(note: string): Promise<void> {
  await write(logEntry({ film: her, entry: { note }, origin: 'log' }));
  const rows = await (await getLog()).read((db) => db.getAll('entries'));
  await write(deleteEntry({ id: rows.find((row) => row.note === note)?.id ?? '' }));
}

const at = (ms: number): Promise<void> => {
  vi.setSystemTime(ms);
  return runScheduledTasks(write, ms);
};

/** Runs the daily tasks in a new session of the browser, at each of the times. */
async function inSession(...times: number[]): Promise<void> {
  await fakeBrowser.storage.session.clear();
  for (const ms of times) await at(ms);
}

test.each(errors)(
  'the trash keeps its 30 days after a session whose clock is %s, however long it lasts',
  async (_what, ms) => {
    await inSession(today);
    await deleteOne('mine');
    await inSession(today + ms, today + ms + hour, today + ms + 2 * day, today + ms + 40 * day);
    await inSession(today + day, today + 2 * day);
    await inSession(today + 3 * day);
    expect(await listNotes()).toEqual(['mine']);
    await inSession(today + 31 * day);
    await inSession(today + 32 * day);
    expect(await listNotes()).toEqual(['']);
  },
);

test.each([
  ['two days', 2 * day],
  ['a year', 365 * day],
])('what is deleted while the clock is %s behind keeps its 30 days', async (_what, ms) => {
  await inSession(today);
  await write(logEntry({ film: her, entry: { note: 'mine' }, origin: 'log' }));
  vi.setSystemTime(today - ms);
  const [row] = await (await getLog()).read((db) => db.getAll('entries'));
  await write(deleteEntry({ id: row?.id ?? '' }));
  await inSession(today - ms, today - ms + 2 * day);
  for (let days = 1; days <= 29; days += 7) await inSession(today + days * day);
  expect(await listNotes()).toEqual(['mine']);
  await inSession(today + 31 * day);
  await inSession(today + 32 * day);
  expect(await listNotes()).toEqual(['']);
});

test.each([...errors, ['a day ahead', day] as [string, number]])(
  'a host that was asked by a clock %s is asked again without a wait that is longer than its gap',
  async (_what, ms) => {
    const waits: number[] = [];
    const limit = createRateLimit({
      now: Date.now,
      sleep: (wait) => {
        waits.push(wait);
        return Promise.resolve();
      },
    });
    const { signal } = new AbortController();
    vi.setSystemTime(today + ms);
    await limit.wait('a.example', 1000, signal);
    vi.setSystemTime(today);
    await limit.wait('a.example', 1000, signal);
    await limit.wait('a.example', 1000, signal);
    expect(waits).toEqual([1000]);
  },
);

test.each(errors)(
  'daily work continues the next day after a session whose clock is %s',
  async (_what, ms) => {
    await at(today + ms);
    await at(today + day);
    expect(await scheduledTasksDoneAt.getValue()).toBe(today + day);
    await at(today + 2 * day);
    expect(await scheduledTasksDoneAt.getValue()).toBe(today + 2 * day);
  },
);

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])(
  'daily work runs once a day when the time zone changes to %s',
  async (zone) => {
    await at(today);
    vi.stubEnv('TZ', zone);
    await at(today + 12 * hour);
    expect(await scheduledTasksDoneAt.getValue()).toBe(today);
    await at(today + day);
    expect(await scheduledTasksDoneAt.getValue()).toBe(today + day);
  },
);

test.each(errors)('an alarm that was set by a clock %s is set again', async (_what, ms) => {
  vi.setSystemTime(today + ms);
  await ensureAlarm('a', { periodInMinutes: 60, delayInMinutes: 1 });
  vi.setSystemTime(today);
  await ensureAlarm('a', { periodInMinutes: 60, delayInMinutes: 1 });
  expect((await fakeBrowser.alarms.get('a'))?.scheduledTime).toBe(today + 60_000);
});

test('an alarm that is due within its period stays', async () => {
  await ensureAlarm('a', { periodInMinutes: 60, delayInMinutes: 1 });
  vi.setSystemTime(today + 30_000);
  await ensureAlarm('a', { periodInMinutes: 60, delayInMinutes: 1 });
  expect((await fakeBrowser.alarms.get('a'))?.scheduledTime).toBe(today + 60_000);
});

test.each(errors)('a service that was paused by a clock %s is asked again', async (_what, ms) => {
  const use = createCache();
  const quota = createUsageQuota({ use, now: Date.now });
  vi.setSystemTime(today + ms);
  await quota.fail('omdb', 'limit-reached', today + ms + 5 * hour);
  await expect(quota.reserve('omdb', 10)).rejects.toMatchObject({ code: 'limit-reached' });
  vi.setSystemTime(today);
  expect(await quota.load('omdb')).toMatchObject({ restUntil: 0, used: 0 });
  await quota.reserve('omdb', 10);
  await quota.fail('omdb', 'limit-reached', today + 5 * hour);
  expect(await quota.load('omdb')).toMatchObject({ restUntil: today + 5 * hour });
});

test.each(errors)('an answer or a fault that was kept by a clock %s is asked for again', (_what, ms) => {
  const row = { key: 'k', source: 'omdb', refs: [], found: null, fetchedAt: today + ms } as const;
  const fault = { code: 'failed', until: today + ms + hour } as const;
  expect(isAnswerDue({ row: { ...row, refs: [], fault }, age: 'stale' }, today)).toBe(true);
  expect(isAnswerDue({ row: { ...row, refs: [], fault }, age: 'stale' }, today + ms)).toBe(false);
});

test.each(errors)("today's scores are fetched again after a session whose clock is %s", (_what, ms) => {
  const done = completeRefresh(today + ms);
  expect(isRefreshDue(done, today + ms)).toBe(false);
  expect(isRefreshDue(done, today)).toBe(ms > 0);
  expect(isRefreshDue(completeRefresh(today), today + day)).toBe(false);
  expect(isWishOpen(wishRefresh(done, today + ms), today)).toBe(false);
});

test.each(errors)('an undo that was kept by a clock %s is dropped', async (_what, ms) => {
  const use = createCache();
  const undos = createUndoStore({ use, now: Date.now });
  vi.setSystemTime(today + ms);
  const token = await undos.keep({});
  vi.setSystemTime(today);
  await expect(undos.use(token, () => Promise.resolve())).rejects.toMatchObject({ code: 'undo-gone' });
  await undos.prune();
  expect(await use((db) => db.count('undo'))).toBe(0);
});

/** Imports two ratings and an entry. */
function importFilms(fixture: LogFixture): Promise<unknown> {
  const step = (film: ReturnType<typeof filmInput>) => ({
    film,
    entries: [{ fields: { watchedOn: '2020-01-01' }, loggedAt: null, sourceId: null }],
    changes: [],
    rating: { value: 5 as const, criteria: {}, ratedAt: null },
    watchlist: null,
    liked: false,
    tags: [],
  });
  const info = { id: 'i', fileNames: ['a.csv'], format: 'generic', total: 2 };
  return fixture.log.write(commitImport(info, 0, [step(her), step(filmInput('Jaws', 1975))]));
}

test.each([...errors, ['half a day ahead', day / 2] as [string, number]])(
  'undoing an import that was made by a clock %s keeps what the user wrote later',
  async (_what, ms) => {
    for (const later of [0, 3 * day, 400 * day]) {
      const fixture = await createLogFixture();
      fixture.clock.ms = today + ms;
      await importFilms(fixture);
      fixture.clock.ms = today;
      await fixture.log.write(rateFilm({ film: her, value: 9 }));
      fixture.clock.ms = today + later;
      await fixture.log.write(undoImport({ importId: 'i' }));
      const ratings = await fixture.log.read((db) => db.getAll('ratings'));
      expect(ratings.filter(({ deleted }) => deleted === null)).toMatchObject([{ value: 9 }]);
      fixture.log.close();
    }
  },
);

test.each(errors)('nothing kept by a clock %s is fresh, in any time zone', (_what, ms) => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    vi.stubEnv('TZ', zone);
    expect(isFresh(today + ms, 500 * day, today)).toBe(false);
  }
});
