import { browser } from 'wxt/browser';
import { scheduledTasksDoneAt, trashRuns } from '../../settings/backup-settings.ts';
import type { Command } from '../../watchlog/commands/commands.ts';
import { maxRowsPerEdit } from '../../watchlog/commands/edit-types.ts';
import { purgeTrash } from '../../watchlog/commands/commands.ts';
import { listOutdatedTrash } from '../../watchlog/queries/trash.ts';
import { checkLogIfDue } from './check-log.ts';
import { saveScheduledBackup } from './file-backup.ts';
import { isWritable } from '../../watchlog/health.ts';
import { addRun, dayMs, earlyMs, findAgreedTime, isDue } from '../../dates/stored-time.ts';
import { broadcastLogChanged } from '../messages/broadcast.ts';
import { ensureAlarm } from '../messages/ensure-alarm.ts';
import { findSession } from '../messages/session.ts';
import { getLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Wakes the background to check whether the daily tasks are due. */
export const scheduledTasksAlarm = 'daily';
const alarmMinutes = 60;

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

/** Permanently empties what two sessions of the browser agree has been in the trash for more than 30 days. */
async function purgeAgreed(write: Write, now: number): Promise<void> {
  const runs = addRun(await trashRuns.getValue(), await findSession(), now);
  const agreed = findAgreedTime(runs);
  if (agreed !== null) await purgeOutdated(write, agreed);
  await trashRuns.setValue(runs);
}

/** Checks the log if that is due, before it is backed up; every page reads again what was repaired. */
async function checkLog(now: number): Promise<void> {
  if (await checkLogIfDue(now)) await broadcastLogChanged();
}

let running: Promise<void> | null = null;

/** Further work that is due once a day, such as filling in what films lack. */
type DailyTask = () => Promise<unknown>;

/**
 * Runs the daily tasks, once a day. They count as done once all of them are: if one fails, or the background ends before,
 * all run again at the next alarm. Rejects with the error of the first that failed.
 */
export function runScheduledTasks(write: Write, now: number, more: DailyTask[] = []): Promise<void> {
  return (running ??= runIfDue(write, now, more).finally(() => (running = null)));
}

async function runIfDue(write: Write, now: number, more: DailyTask[]): Promise<void> {
  if (!isDue(await scheduledTasksDoneAt.getValue(), dayMs - earlyMs, now)) return;
  const backUp = async (): Promise<void> => (await getLog()).backUp();
  let faults: unknown[] = [];
  for (const task of [
    () => checkLog(now),
    () => purgeAgreed(write, now),
    ...more,
    backUp,
    () => saveScheduledBackup(now),
  ])
    await task().catch((error: unknown) => (faults = [...faults, error]));
  if (faults.length > 0) throw faults[0];
  await scheduledTasksDoneAt.setValue(now);
}

/** Tries again to write the copy of the log if the last try failed. */
async function completeCopy(): Promise<void> {
  const log = await getLog();
  const health = log.health();
  if (isWritable(health) && health.backupFault !== undefined) await log.checkHealth();
}

/** Deletes the databases from which the log was rebuilt before this start of the browser. */
async function removeFormerLogs(): Promise<void> {
  await (await getLog()).removeFormer();
}

/** Registers the alarm, which also deletes old undo data. Call it at the top level of the worker. */
export function registerScheduledTasks(
  write: Write,
  pruneUndos: () => Promise<void>,
  more: DailyTask[] = [],
): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== scheduledTasksAlarm) return;
    runScheduledTasks(write, Date.now(), more).catch((error: unknown) => reportFault('daily', error));
    completeCopy().catch((error: unknown) => reportFault('copy', error));
    pruneUndos().catch((error: unknown) => reportFault('undo', error));
  });
  browser.runtime.onStartup.addListener(() => {
    removeFormerLogs().catch((error: unknown) => reportFault('former log', error));
  });
  ensureAlarm(scheduledTasksAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: 2 }).catch(
    (error: unknown) => reportFault('alarm', error),
  );
}
