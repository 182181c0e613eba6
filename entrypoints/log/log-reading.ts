import { batch } from '@preact/signals';
import { formatError } from '../../components/ui/writing.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { BackupSummary, LogHealth } from '../../lib/watchlog/types.ts';
import { readDiary } from './diary-loading.ts';
import type { LogModel } from './log-model.ts';

/** The backups there are; none where even that cannot be told. */
async function listBackups(): Promise<BackupSummary[]> {
  try {
    return await sendMessage('listBackups', undefined);
  } catch {
    return [];
  }
}

/** Reads the log into the page, and mends it where rows are missing. */
export function createLogReading(model: LogModel) {
  let reading = new AbortController();

  const load = async (): Promise<void> => {
    reading.abort();
    const { signal: stop } = (reading = new AbortController());
    // While the log is read again, what stands stays until the new list is as long.
    const before = model.items.value?.length ?? 0;
    await readDiary(stop, (list, isWhole) => {
      if (!isWhole && list.length < before) return;
      batch(() => {
        model.items.value = list;
        model.isWhole.value = isWhole;
      });
    });
  };
  const mend = async (send: () => Promise<LogHealth>): Promise<void> => {
    model.isBusy.value = true;
    model.fault.value = null;
    try {
      model.health.value = await send();
      await load();
    } catch (error) {
      model.fault.value = formatError(error);
    }
    model.isBusy.value = false;
  };

  return {
    load,
    async open(): Promise<void> {
      try {
        model.health.value = await sendMessage('getLogHealth', undefined);
        if (model.health.value.state !== 'unreadable') await load();
      } catch (error) {
        model.health.value = {
          state: 'unreadable',
          reason: formatError(error),
          backups: await listBackups(),
        };
      }
    },
    restore: (id: string) => mend(() => sendMessage('restoreBackup', { id })),
    acceptLoss: () => mend(() => sendMessage('acceptLoss', undefined)),
  };
}
