import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastLogCheck } from '../../settings/backup-settings.ts';
import { logEntry, rateFilm } from '../../watchlog/commands/commands.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import { closeLog, getLog } from '../messages/log-access.ts';
import { checkLogIfDue, loadLogCheck, runLogCheck } from './check-log.ts';

const day = 86_400_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  const log = await getLog();
  await log.acceptLoss();
  await log.write(logEntry({ film: her, entry: { note: 'at home' }, origin: 'log' }));
  await log.write(rateFilm({ film: her, value: 9 }));
});

/** Changes the notes of all entries to what no entry has, as a fault of the disk does. */
async function damageEntries(): Promise<void> {
  await (
    await getLog()
  ).read(async (db) => {
    for (const row of await db.getAll('entries')) await db.put('entries', { ...row, note: 7 as never });
  });
}

test('keeps what a check found, how many and what it did, without ids', async () => {
  expect(await loadLogCheck()).toEqual({ progress: null, last: null });
  await damageEntries();
  await runLogCheck();
  const { last, progress } = await loadLogCheck();
  expect(progress).toBeNull();
  expect(last).toMatchObject({ rows: 3, isWritable: true });
  expect(last?.problems).toContainEqual({
    kind: 'broken-row',
    store: 'entries',
    count: 1,
    done: 'from-backup',
  });
  await runLogCheck();
  expect((await loadLogCheck()).last?.problems).toEqual([]);
});

test('says how far a check is while it runs', async () => {
  const log = await getLog();
  const seen: unknown[] = [];
  const check = log.check;
  vi.spyOn(log, 'check').mockImplementation((onScanned) =>
    check((now) => {
      onScanned?.(now);
      void loadLogCheck().then(({ progress }) => seen.push(progress));
    }),
  );
  await runLogCheck();
  await vi.waitFor(() => expect(seen).not.toEqual([]));
  expect(seen).toContainEqual({ read: 3, total: 3 });
});

test('checks by itself once a week, whatever the clock was', async () => {
  const check = vi.spyOn(await getLog(), 'check');
  const now = Date.now();
  expect(await checkLogIfDue(now)).toBe(false);
  expect(check).toHaveBeenCalledTimes(1);
  await checkLogIfDue(now + 6 * day);
  expect(check).toHaveBeenCalledTimes(1);
  await checkLogIfDue(now + 7 * day);
  expect(check).toHaveBeenCalledTimes(2);
  // The clock was a year ahead at the last check.
  await lastLogCheck.setValue({ checkedAt: now + 365 * day, rows: 3, problems: [], isWritable: true });
  await checkLogIfDue(now);
  expect(check).toHaveBeenCalledTimes(3);
});

test('says whether the check changed anything, so that pages read the log again', async () => {
  await damageEntries();
  expect(await checkLogIfDue(Date.now())).toBe(true);
});

test('does not check by itself a log that waits for a decision', async () => {
  const log = await getLog();
  vi.spyOn(log, 'health').mockReturnValue({ state: 'unreadable', code: 'failed' } as never);
  const check = vi.spyOn(log, 'check');
  expect(await checkLogIfDue(Date.now())).toBe(false);
  expect(check).not.toHaveBeenCalled();
});
