import { dayMs, hourMs, isBelievable, isDue } from '../../dates/stored-time.ts';
import { readItem, requireItem } from '../../settings/read-item.ts';
import { browser } from 'wxt/browser';
import {
  fileBackupFaults,
  type FileBackupFault,
  type FileBackupInterval,
  type FileBackupState,
} from '../../messaging/log-protocol.ts';
import {
  fileBackupInterval,
  fileBackupOn,
  fileBackupRecord,
  type BackupFile,
  type BackupRecord,
} from '../../settings/backup-settings.ts';
import { formatLocalDay } from '../../dates/partial-date.ts';
import { BackupError } from './backup-error.ts';
import { useBackupFile } from './backup-url.ts';
import { isWritable } from '../../watchlog/health.ts';
import { createQueue } from '../../watchlog/store/queue.ts';
import { getLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Backups that are kept in the downloads folder. */
const filesKept = 10;
/** How long a download may take, in milliseconds. */
const maxDownloadMs = 120_000;

const permission = { permissions: ['downloads' as const] };

/** Codes of the browser for a full disk; `chrome.downloads.InterruptReason`. */
const fullDisk = 'FILE_NO_SPACE';

const isFault = (text: string): text is FileBackupFault => fileBackupFaults.some((code) => code === text);

function isPossible(): boolean {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.some((name: string) => name === 'downloads');
}

/** The state of the backup in the downloads folder. */
export async function loadFileBackup(): Promise<FileBackupState> {
  const [on, interval, record, hasPermission] = await Promise.all([
    readItem(fileBackupOn),
    readItem(fileBackupInterval),
    readItem(fileBackupRecord),
    browser.permissions.contains(permission),
  ]);
  const files = record.files.map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes }));
  // A time in the future is a clock's error.
  const { lastDoneAt: doneAt } = record;
  const lastDoneAt = doneAt !== null && isBelievable(doneAt, Date.now()) ? doneAt : null;
  // Older versions stored a sentence.
  const lastFault = record.lastFault === null || isFault(record.lastFault) ? record.lastFault : 'failed';
  return { on, interval, hasPermission, isPossible: isPossible(), lastDoneAt, lastFault, files };
}

const inOrder = createQueue();

/**
 * Changes the record, one change after the other. A record that cannot be read stays as it is, because it lists the files: a
 * default in its place would forget them.
 */
function changeRecord(change: (record: BackupRecord) => BackupRecord | Promise<BackupRecord>): Promise<void> {
  return inOrder(async () => {
    let record: BackupRecord;
    try {
      record = await requireItem(fileBackupRecord);
    } catch (error) {
      reportFault('file backup', error);
      return;
    }
    await fileBackupRecord.setValue(await change(record));
  });
}

/** Resolves when a download is complete. Rejects with a `BackupError` when it fails. */
async function waitForDownload(id: number): Promise<void> {
  let check = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new BackupError('too-slow')), maxDownloadMs);
    check = (): void => {
      browser.downloads.search({ id }).then(([item]) => {
        if (item?.state === 'in_progress') return;
        clearTimeout(timer);
        if (item?.state === 'complete') resolve();
        else reject(new BackupError(item?.error === fullDisk ? 'disk-full' : 'failed'));
      }, reject);
    };
  });
  const listen = (delta: { id: number }): void => {
    if (delta.id === id) check();
  };
  browser.downloads.onChanged.addListener(listen);
  check();
  try {
    await ended;
  } finally {
    browser.downloads.onChanged.removeListener(listen);
  }
}

/** Deletes a backup from the folder and the list of downloads. A file that the user moved is left. */
async function removeFile({ downloadId }: BackupFile): Promise<void> {
  await browser.downloads.removeFile(downloadId).catch(() => undefined);
  await browser.downloads.erase({ id: downloadId });
}

async function writeFile(now: number): Promise<BackupFile> {
  return useBackupFile(async ({ url, bytes }) => {
    const name = `Marquee/marquee-${formatLocalDay(new Date(now))}.json`;
    const downloadId = await browser.downloads.download({
      url,
      filename: name,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    await waitForDownload(downloadId);
    const [item] = await browser.downloads.search({ id: downloadId });
    const path = item?.filename.split(/[\\/]/).at(-1);
    return { downloadId, name: path ?? name, madeAt: now, bytes };
  });
}

async function readSequence(): Promise<number> {
  const log = await getLog();
  // A backup of a damaged log would displace complete ones.
  if (!isWritable(log.health())) throw new BackupError('log-damaged');
  return log.read(async (db) => (await db.get('meta', 'state'))?.sequence ?? 0);
}

/**
 * Writes the whole log into the downloads folder and deletes the oldest backups beyond ten. A failure is stored as
 * `lastFault` and does not reject.
 */
export async function saveFileBackup(now: number): Promise<FileBackupState> {
  try {
    if (!(await browser.permissions.contains(permission))) throw new BackupError('no-permission');
    const sequence = await readSequence();
    const file = await writeFile(now);
    await (await getLog()).noteFileBackup();
    await changeRecord(async (record) => {
      const files = [file, ...record.files];
      for (const old of files.slice(filesKept)) await removeFile(old);
      return { lastDoneAt: now, lastFault: null, sequence, files: files.slice(0, filesKept) };
    });
  } catch (error) {
    const lastFault = error instanceof BackupError ? error.code : 'failed';
    if (lastFault === 'failed') reportFault('file backup', error);
    await changeRecord((record) => ({ ...record, lastFault }));
  }
  return loadFileBackup();
}

/** How often a file is saved, in milliseconds, less the tolerance of the daily tasks. */
const intervalMs = { day: dayMs - hourMs, week: 7 * dayMs - hourMs } as const;

/** Writes the automatic backup if it is switched on and due, and the log has changed since the last one. */
export async function saveScheduledBackup(now: number): Promise<void> {
  if (!(await readItem(fileBackupOn))) return;
  const { sequence, lastFault, lastDoneAt } = await readItem(fileBackupRecord);
  const every = intervalMs[await readItem(fileBackupInterval)];
  if (lastFault === null && !isDue(lastDoneAt, every, now)) return;
  const isSame =
    lastFault === null &&
    (await (await getLog()).read(async (db) => (await db.get('meta', 'state'))?.sequence)) === sequence;
  if (!isSame) await saveFileBackup(now);
}

export async function setFileBackupInterval(interval: FileBackupInterval): Promise<FileBackupState> {
  await fileBackupInterval.setValue(interval);
  return loadFileBackup();
}

/** Notes that a page has saved a file with the whole log. */
export async function noteFileSaved(now: number): Promise<FileBackupState> {
  await (await getLog()).noteFileBackup();
  await changeRecord((record) => ({ ...record, lastDoneAt: now }));
  return loadFileBackup();
}

/** Switches the automatic backup on or off. */
export async function switchFileBackup(on: boolean): Promise<FileBackupState> {
  await fileBackupOn.setValue(on);
  return loadFileBackup();
}
