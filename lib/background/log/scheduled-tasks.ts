import { browser } from 'wxt/browser';
import { scheduledTasksDoneAt } from '../../settings/backup-settings.ts';
import type { Command } from '../../watchlog/commands/commands.ts';
import { maxRowsPerEdit } from '../../watchlog/commands/edit-types.ts';
import { purgeTrash } from '../../watchlog/commands/commands.ts';
import { listOutdatedTrash } from '../../watchlog/queries/trash.ts';
import { saveScheduledBackup } from './file-backup.ts';
import { getLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Wakes the background to check whether the daily tasks are due. */
export const scheduledTasksAlarm = 'daily';
const alarmMinutes = 60;
const dayMs = 86_400_000;
/** Tolerance for an alarm that fires a little early, in milliseconds. */
const earlyMs = 5 * 60_000;

type Write = (command: Command) => Promise<unknown>;

/** Permanently empties rows that have been in the trash for more than 30 days. Returns how many. */
export async function purgeOutdated(write: Write, now: number): Promise<number> {
  const log = await getLog();
  let purged = 0;
  for (;;) {
    const rows = await log.read((db) => listOutdatedTrash(db, now, maxRowsPerEdit));
    if (rows.length === 0) return purged;
    let count = 0;
    await write(purgeTrash({ rows }, (done) => (count = done)));
    purged += count;
    if (count === 0) return purged;
  }
}

/** Runs the daily tasks, once a day. */
export async function runScheduledTasks(write: Write, now: number): Promise<void> {
  if (now - (await scheduledTasksDoneAt.getValue()) < dayMs - earlyMs) return;
  await scheduledTasksDoneAt.setValue(now);
  await purgeOutdated(write, now);
  await saveScheduledBackup(now);
}

async function ensureAlarm(): Promise<void> {
  if (!(await browser.alarms.get(scheduledTasksAlarm)))
    await browser.alarms.create(scheduledTasksAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: 2 });
}

/** Registers the alarm, which also deletes old undo data. Call it at the top level of the worker. */
export function registerScheduledTasks(write: Write, pruneUndos: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== scheduledTasksAlarm) return;
    runScheduledTasks(write, Date.now()).catch((error: unknown) => reportFault('daily', error));
    pruneUndos().catch((error: unknown) => reportFault('undo', error));
  });
  ensureAlarm().catch((error: unknown) => reportFault('alarm', error));
}
