import { signal } from '@preact/signals';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { StorageUse } from '../../lib/messaging/source-protocol.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { createLoaded } from './loaded.ts';

/** Creates the state of the storage use, and the actions that delete what is stored. */
export function createStorageState() {
  const storageUse = createLoaded(() => sendMessage('getStorageUse', undefined));
  const storageStatus = signal<Status | null>(null);
  const isClearing = signal(false);
  const clear = async (task: Promise<StorageUse>, done: string): Promise<void> => {
    isClearing.value = true;
    try {
      storageUse.value.value = await task;
      storageStatus.value = { kind: 'done', text: done, canUndo: false };
    } catch (error) {
      storageStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    isClearing.value = false;
  };
  return {
    storageUse,
    storageStatus,
    isClearing,
    clearCache: () => clear(sendMessage('clearCache', undefined), t('storageCleared')),
    clearSiteScores: () => clear(sendMessage('clearSiteScores', undefined), t('storageSiteScoresCleared')),
  };
}
