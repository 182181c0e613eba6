import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scheduledTasksDoneAt, trashRuns } from '../../settings/backup-settings.ts';
import { deleteEntry, logEntry, type Command } from '../../watchlog/commands/commands.ts';
import { inOneCommit } from '../../watchlog/testing/in-one-commit.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import { trashKeptMs } from '../../watchlog/queries/trash.ts';
import {
  scheduledTasksAlarm,
  registerScheduledTasks,
  purgeOutdated,
  runScheduledTasks,
} from './scheduled-tasks.ts';
import { closeLog, getLog } from '../messages/log-access.ts';

const day = 86_400_000;
const write = async (command: Command): Promise<unknown> => (await getLog()).write(command);

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  const log = await getLog();
  await log.acceptLoss();
});

async function fillTrash(count: number): Promise<void> {
  const entry = (at: number): Command => logEntry({ film: her, entry: { note: `n${at}` }, origin: 'log' });
  await write(inOneCommit(Array.from({ length: count }, (_, at) => entry(at))));
  const log = await getLog();
  const ids = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await write(inOneCommit(ids.map((id) => deleteEntry({ id }))));
}

const listNotes = async (): Promise<string[]> => {
  const log = await getLog();
  return (await log.read((db) => db.getAll('entries'))).map(({ note }) => note);
};

test('what was in the trash for 30 days is emptied, however much it is', { tags: 'slow' }, async () => {
  await fillTrash(1100);
  expect(await purgeOutdated(write, Date.now() + trashKeptMs - day)).toBe(0);
  expect(await listNotes()).toContain('n7');
  expect(await purgeOutdated(write, Date.now() + trashKeptMs + day)).toBe(1100);
  expect(new Set(await listNotes())).toEqual(new Set(['']));
  expect((await getLog()).health()).toEqual({ state: 'ok' });
});

/** As when the browser starts again. */
const startSession = (): Promise<void> => browser.storage.session.clear();

test('what is due each day is done once a day, and the trash is emptied of what two sessions agree on', async () => {
  await fillTrash(1);
  const later = Date.now() + trashKeptMs + day;
  await runScheduledTasks(write, later);
  await runScheduledTasks(write, later + day / 2);
  expect(await scheduledTasksDoneAt.getValue()).toBe(later);
  await runScheduledTasks(write, later + 3 * day);
  expect(await listNotes()).toEqual(['n0']);
  await startSession();
  await runScheduledTasks(write, later + 4 * day);
  expect(await listNotes()).toEqual(['']);
  expect(await scheduledTasksDoneAt.getValue()).toBe(later + 4 * day);
});

test('tasks of which one fails are not done: the others run, and all run again', async () => {
  const log = await getLog();
  const backUp = vi.spyOn(log, 'backUp').mockRejectedValueOnce(new Error('broken'));
  const now = Date.now();
  await expect(runScheduledTasks(write, now)).rejects.toThrow('broken');
  expect(await scheduledTasksDoneAt.getValue()).toBe(0);
  expect(await trashRuns.getValue()).toMatchObject({ at: now });
  await runScheduledTasks(write, now + 1);
  expect(backUp).toHaveBeenCalledTimes(2);
  expect(await scheduledTasksDoneAt.getValue()).toBe(now + 1);
});

test('two alarms at once run the tasks once', async () => {
  const backUp = vi.spyOn(await getLog(), 'backUp');
  await Promise.all([runScheduledTasks(write, Date.now()), runScheduledTasks(write, Date.now())]);
  expect(backUp).toHaveBeenCalledTimes(1);
});

test('the alarm is set once, does what is due, and stays when the worker starts again', async () => {
  const prune = vi.fn(() => Promise.resolve());
  registerScheduledTasks(write, prune);
  await vi.waitFor(async () =>
    expect(await browser.alarms.get(scheduledTasksAlarm)).toMatchObject({ name: scheduledTasksAlarm }),
  );
  const first = await browser.alarms.get(scheduledTasksAlarm);
  registerScheduledTasks(write, prune);
  await Promise.resolve();
  expect(await browser.alarms.get(scheduledTasksAlarm)).toEqual(first);
  await fakeBrowser.alarms.onAlarm.trigger({ name: scheduledTasksAlarm, scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await scheduledTasksDoneAt.getValue()).toBeGreaterThan(0));
  expect(prune).toHaveBeenCalled();
});
