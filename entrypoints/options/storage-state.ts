import { signal } from '@preact/signals';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { createLoaded } from './loaded.ts';

/** Creates the state of the storage use, and the action that clears the cache. */
export function createStorageState() {
  const storageUse = createLoaded(() => sendMessage('getStorageUse', undefined));
  const storageStatus = signal<Status | null>(null);
  const isClearing = signal(false);
  return {
    storageUse,
    storageStatus,
    isClearing,
    async clearCache(): Promise<void> {
      isClearing.value = true;
      try {
        storageUse.value.value = await sendMessage('clearCache', undefined);
        storageStatus.value = { kind: 'done', text: t('storageCleared'), canUndo: false };
      } catch (error) {
        storageStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
      }
      isClearing.value = false;
    },
  };
}
