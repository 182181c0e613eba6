import { browser } from 'wxt/browser';
import type { FileBackupState } from '../../messaging/log-protocol.ts';
import { fileBackupOn, fileBackupRecord, type BackupFile } from '../../settings/backup-settings.ts';
import { formatLocalDay } from '../../dates/partial-date.ts';
import { useBackupFile } from './backup-url.ts';
import { getLog } from '../messages/log-access.ts';

/** Backups that are kept in the downloads folder. */
const filesKept = 10;
/** How long a download may take, in milliseconds. */
const maxDownloadMs = 120_000;

const permission = { permissions: ['downloads' as const] };

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isPossible(): boolean {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.some((name: string) => name === 'downloads');
}

/** The state of the backup in the downloads folder. */
export async function loadFileBackup(): Promise<FileBackupState> {
  const [on, record, hasPermission] = await Promise.all([
    fileBackupOn.getValue(),
    fileBackupRecord.getValue(),
    browser.permissions.contains(permission),
  ]);
  const files = record.files.map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes }));
  const { lastDoneAt, lastFault } = record;
  return { on, hasPermission, isPossible: isPossible(), lastDoneAt, lastFault, files };
}

/** Resolves when a download is complete. Rejects with the browser's error when it fails. */
async function waitForDownload(id: number): Promise<void> {
  let check = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The download did not end.')), maxDownloadMs);
    check = (): void => {
      browser.downloads.search({ id }).then(([item]) => {
        if (item?.state === 'in_progress') return;
        clearTimeout(timer);
        if (item?.state === 'complete') resolve();
        else reject(new Error(item?.error ?? 'The download is gone.'));
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
  const { state } = log.health();
  // A backup of a damaged log would displace complete ones.
  if (state !== 'ok') throw new Error(`The log is ${state}.`);
  return log.read(async (db) => (await db.get('meta', 'state'))?.sequence ?? 0);
}

/**
 * Writes the whole log into the downloads folder and deletes the oldest backups beyond ten. A failure is stored as
 * `lastFault` and does not reject.
 */
export async function saveFileBackup(now: number): Promise<FileBackupState> {
  const record = await fileBackupRecord.getValue();
  try {
    if (!(await browser.permissions.contains(permission))) throw new Error('no-permission');
    const sequence = await readSequence();
    const files = [await writeFile(now), ...record.files];
    for (const file of files.slice(filesKept)) await removeFile(file);
    const kept = files.slice(0, filesKept);
    await fileBackupRecord.setValue({ lastDoneAt: now, lastFault: null, sequence, files: kept });
  } catch (error) {
    await fileBackupRecord.setValue({ ...record, lastFault: describe(error) });
  }
  return loadFileBackup();
}

/** Writes the daily backup if it is switched on and the log has changed since the last one. */
export async function saveScheduledBackup(now: number): Promise<void> {
  if (!(await fileBackupOn.getValue())) return;
  const { sequence, lastFault } = await fileBackupRecord.getValue();
  const isSame =
    lastFault === null &&
    (await (await getLog()).read(async (db) => (await db.get('meta', 'state'))?.sequence)) === sequence;
  if (!isSame) await saveFileBackup(now);
}

/** Switches the daily backup on or off. */
export async function switchFileBackup(on: boolean): Promise<FileBackupState> {
  await fileBackupOn.setValue(on);
  return loadFileBackup();
}
