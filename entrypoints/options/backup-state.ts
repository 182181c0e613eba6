import { signal } from '@preact/signals';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { createBackupFile } from '../../lib/background/log/backup-file.ts';
import { formatDateTime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { FileBackupInterval } from '../../lib/messaging/log-protocol.ts';
import { formatNotBackedUp } from '../../components/ui/writing.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { undoWholeImport } from '../../lib/messaging/undo-whole-import.ts';
import { askToDownload } from '../../lib/settings/ask-permission.ts';
import { formatLocalDay } from '../../lib/dates/partial-date.ts';
import type { AskedRestore } from '../../components/settings/RestoreDialog.tsx';
import type { RestoreMode } from '../../lib/watchlog/commands/edit-types.ts';
import { openLogForReading } from '../../lib/watchlog/queries/reading.ts';
import type { BackupSummary } from '../../lib/watchlog/types.ts';
import { createLoaded } from './loaded.ts';

/** How long the browser may take to begin a download, in milliseconds. */
const downloadMs = 60_000;

/** Saves the whole log as a file in the way that the browser saves downloads. */
async function saveLogFile(now: Date): Promise<void> {
  const reader = openLogForReading();
  try {
    const { url } = await reader.read((db) => createBackupFile(db, now.getTime()));
    const link = document.createElement('a');
    link.href = url;
    link.download = `marquee-${formatLocalDay(now)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), downloadMs);
  } finally {
    reader.close();
  }
}

/** Runs an action and says its result; undefined says nothing. */
type Run = (task: () => Promise<string | undefined>) => Promise<void>;

/** Creates the state of the files, and the actions that save them. */
function createFileActions(run: Run, now: () => Date) {
  const fileBackup = createLoaded(() => sendMessage('getFileBackup', undefined));
  return {
    fileBackup,
    saveFile: () =>
      run(async () => {
        await saveLogFile(now());
        fileBackup.value.value = await sendMessage('noteFileSaved', undefined);
        return t('fileBackupSaved');
      }),
    /** Must be called in a click: the browser asks for the permission. */
    switchFiles: (on: boolean) => {
      const asking = on ? askToDownload() : Promise.resolve(true);
      return run(async () => {
        const isAllowed = await asking;
        fileBackup.value.value = await sendMessage('switchFileBackup', { on: on && isAllowed });
        if (on && isAllowed) fileBackup.value.value = await sendMessage('saveFileBackup', undefined);
        return isAllowed ? undefined : t('fileBackupNoPermission');
      });
    },
    setFileInterval: (interval: FileBackupInterval) =>
      run(async () => {
        fileBackup.value.value = await sendMessage('setFileBackupInterval', { interval });
        return undefined;
      }),
  };
}

/** Creates the state of the backups, and the actions that make and restore them. */
export function createBackupState(now: () => Date) {
  const backups = createLoaded(() => sendMessage('listKept', undefined));
  const backupStatus = signal<Status | null>(null);
  const isBackupBusy = signal(false);
  const asked = signal<AskedRestore | null>(null);
  let lastRestore: string | null = null;

  const run: Run = async (task) => {
    isBackupBusy.value = true;
    lastRestore = null;
    backupStatus.value = null;
    try {
      const text = await task();
      if (text !== undefined) backupStatus.value = { kind: 'done', text, canUndo: lastRestore !== null };
    } catch (error) {
      backupStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    isBackupBusy.value = false;
  };
  return {
    backups,
    backupStatus,
    isBackupBusy,
    asked,
    makeBackup: () =>
      run(async () => {
        backups.value.value = await sendMessage('makeBackup', undefined);
        return t('backupsMade');
      }),
    askRestore: (backup: BackupSummary) =>
      run(async () => {
        const [preview, { location }] = await Promise.all([
          sendMessage('previewRestore', { id: backup.id }),
          sendMessage('syncState', undefined),
        ]);
        asked.value = { backup, preview, isSynced: location !== null };
        return undefined;
      }),
    closeRestore: () => void (asked.value = null),
    restoreBackup: (mode: RestoreMode) =>
      run(async () => {
        const backup = asked.value?.backup;
        asked.value = null;
        if (backup === undefined) return undefined;
        const name = t('restoreName', formatDateTime(backup.madeAt));
        const { importId, notBackedUp } = await sendMessage('goBack', { id: backup.id, mode, name });
        lastRestore = importId;
        return notBackedUp === undefined ? t('restoreDone') : formatNotBackedUp(notBackedUp);
      }),
    undoRestore: () => {
      const importId = lastRestore;
      return run(async () => {
        if (importId === null) return undefined;
        const notBackedUp = await undoWholeImport(importId);
        return notBackedUp === null ? t('statusUndone') : formatNotBackedUp(notBackedUp);
      });
    },
    ...createFileActions(run, now),
  };
}
