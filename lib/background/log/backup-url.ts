import { browser } from 'wxt/browser';
import { sendMessage } from '../../messaging/messages.ts';
import { createBackupFile, type FileInMemory } from './backup-file.ts';
import { BackupError } from './backup-error.ts';
import { getLog } from '../messages/log-access.ts';

/** The page in which a worker without `URL.createObjectURL` makes the file (Chromium's service worker has none). */
const backupPage = '/backup.html';

interface Offscreen {
  createDocument: (options: { url: string; reasons: ['BLOBS']; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
}

function isOffscreen(value: unknown): value is Offscreen {
  return typeof value === 'object' && value !== null && 'createDocument' in value && 'closeDocument' in value;
}

/** Makes the file here, where the background is a page (Firefox). */
async function useHere<T>(task: (file: FileInMemory) => Promise<T>): Promise<T> {
  const log = await getLog();
  const file = await log.read((db) => createBackupFile(db, Date.now()));
  try {
    return await task(file);
  } finally {
    URL.revokeObjectURL(file.url);
  }
}

/** Creates the file in an offscreen page, which reads the log itself. The file is gone when the page closes. */
async function useOffscreen<T>(offscreen: Offscreen, task: (file: FileInMemory) => Promise<T>): Promise<T> {
  const justification = 'Writes the backup of the log into a file.';
  // One may be left over from a worker that was ended.
  await offscreen.closeDocument().catch(() => undefined);
  await offscreen.createDocument({ url: backupPage, reasons: ['BLOBS'], justification });
  try {
    return await task(await sendMessage('makeBackupFile', undefined));
  } finally {
    await offscreen.closeDocument();
  }
}

/** Runs a task with the whole log as a file in memory, which is gone afterwards. */
export async function useBackupFile<T>(task: (file: FileInMemory) => Promise<T>): Promise<T> {
  if (typeof URL.createObjectURL === 'function') return useHere(task);
  const offscreen: unknown = Reflect.get(browser, 'offscreen');
  if (!isOffscreen(offscreen)) throw new BackupError('unsupported');
  return useOffscreen(offscreen, task);
}
