import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scheduledTasksDoneAt } from '../../settings/backup-settings.ts';
import { deleteEntry, logEntry, type Command } from '../../watchlog/commands/commands.ts';
import { inOneCommit } from '../../watchlog/testing/in-one-commit.ts';
import { logDatabaseName } from '../../watchlog/store/schema.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import { trashKeptMs } from '../../watchlog/queries/trash.ts';
import {
  scheduledTasksAlarm,
  registerScheduledTasks,
  purgeOutdated,
  runScheduledTasks,
} from './scheduled-tasks.ts';
import { getLog } from '../messages/log-access.ts';

const day = 86_400_000;
const write = async (command: Command): Promise<unknown> => (await getLog()).write(command);

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(logDatabaseName);
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

test('what is due each day is done once a day', async () => {
  await fillTrash(1);
  const later = Date.now() + trashKeptMs + day;
  await scheduledTasksDoneAt.setValue(later - day / 2);
  await runScheduledTasks(write, later);
  expect(await listNotes()).toEqual(['n0']);
  await runScheduledTasks(write, later + day / 2);
  expect(await listNotes()).toEqual(['']);
  expect(await scheduledTasksDoneAt.getValue()).toBe(later + day / 2);
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
