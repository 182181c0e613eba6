import { signal } from '@preact/signals';
import { formatError } from '../../components/ui/error-words.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { createLoaded } from './loaded.ts';

/** How often the progress of a check is read, in milliseconds. */
const pollMs = 300;

/** Creates the state of the check of the log, and the action that checks it. */
export function createCheckState() {
  const logCheck = createLoaded(() => sendMessage('getLogCheck', undefined));
  const isCheckingLog = signal(false);
  const logCheckFault = signal<string | null>(null);
  return {
    logCheck,
    isCheckingLog,
    logCheckFault,
    checkLog: async (): Promise<void> => {
      isCheckingLog.value = true;
      logCheckFault.value = null;
      const polling = setInterval(() => void logCheck.refresh(), pollMs);
      try {
        await sendMessage('checkLog', undefined);
      } catch (error) {
        logCheckFault.value = formatError(error);
      }
      clearInterval(polling);
      await logCheck.refresh();
      isCheckingLog.value = false;
    },
  };
}
