import { storage } from 'wxt/utils/storage';
import type { SessionRuns } from '../dates/stored-time.ts';
import type { LogCheck } from '../watchlog/commands/edit-types.ts';

/** One backup in the downloads folder. */
export interface BackupFile {
  /** The browser's id of the download. */
  downloadId: number;
  name: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  bytes: number;
}

/** The record of the backups in the downloads folder. */
export interface BackupRecord {
  /** Milliseconds since 1970, or null. */
  lastDoneAt: number | null;
  lastFault: string | null;
  /** The newest commit in the newest file; -1 if there is no file. */
  sequence: number;
  /** Newest first. */
  files: BackupFile[];
}

/** Whether a backup is written into the downloads folder automatically. */
export const fileBackupOn = storage.defineItem<boolean>('local:fileBackupOn', {
  fallback: false,
  version: 1,
});

/** How often a file is saved. */
export const fileBackupInterval = storage.defineItem<'day' | 'week'>('local:fileBackupInterval', {
  fallback: 'day',
  version: 1,
});

/** The record of the backups so far. */
export const fileBackupRecord = storage.defineItem<BackupRecord>('local:fileBackupRecord', {
  fallback: { lastDoneAt: null, lastFault: null, sequence: -1, files: [] },
  version: 1,
});

/** What the last check of the log found; null before the first. */
export const lastLogCheck = storage.defineItem<LogCheck | null>('local:lastLogCheck', {
  fallback: null,
  version: 1,
});

/** When the trash was last looked through, by session of the browser. */
export const trashRuns = storage.defineItem<SessionRuns | null>('local:trashRuns', {
  fallback: null,
  version: 1,
});

/** When the daily tasks were last done, in milliseconds since 1970. */
export const scheduledTasksDoneAt = storage.defineItem<number>('local:dailyDoneAt', {
  fallback: 0,
  version: 1,
});
