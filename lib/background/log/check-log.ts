import { dayMs, earlyMs, isDue } from '../../dates/stored-time.ts';
import type { LogCheckState } from '../../messaging/log-protocol.ts';
import { lastLogCheck } from '../../settings/backup-settings.ts';
import { readItem } from '../../settings/read-item.ts';
import type { CheckReport } from '../../watchlog/commands/edit-types.ts';
import { isWritable } from '../../watchlog/health.ts';
import { getLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';

/** How often the log is checked without being asked. It takes a second for some ten thousand entries. */
const checkedEveryMs = 7 * dayMs - earlyMs;

let progress: LogCheckState['progress'] = null;

/** Checks the log, repairs what it can, and keeps what it found. */
export async function runLogCheck(): Promise<CheckReport> {
  progress = { read: 0, total: 0 };
  try {
    const report = await (await getLog()).check((now) => (progress = now));
    const { checkedAt, rows, problems, health } = report;
    const found = problems.map(({ kind, store, count, done }) => ({ kind, store, count, done }));
    // What the check did is done, also where this cannot be stored.
    await lastLogCheck
      .setValue({ checkedAt, rows, problems: found, isWritable: isWritable(health) })
      .catch((error: unknown) => reportFault('check of the log', error));
    return report;
  } finally {
    progress = null;
  }
}

/** How far a check that runs is, and what the last one found. */
export async function loadLogCheck(): Promise<LogCheckState> {
  return { progress, last: await readItem(lastLogCheck) };
}

/** Checks a log that can be written, once a week. Resolves with whether it changed anything. */
export async function checkLogIfDue(now: number): Promise<boolean> {
  const last = await lastLogCheck.getValue();
  if (!isDue(last?.checkedAt ?? 0, checkedEveryMs, now)) return false;
  if (!isWritable((await getLog()).health())) return false;
  const { problems } = await runLogCheck();
  return problems.some(({ done }) => done !== 'none');
}
