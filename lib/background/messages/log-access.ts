import { browser } from 'wxt/browser';
import { openLog, type Log } from '../../watchlog/log.ts';
import type { ReadLog } from '../identify/identify.ts';
import { reportFault } from './report-fault.ts';

let opening: Promise<Log> | null = null;

/** The user's log, opened when first asked for. The background alone writes to it. Rejects where storage cannot be read. */
export function getLog(): Promise<Log> {
  opening ??= openLog({ storage: browser.storage.local });
  opening.catch(() => (opening = null));
  return opening;
}

/** Reads from the log; null, with a word on the console, where it cannot be read: films are shown without the user's own. */
export const readLog: ReadLog = async (query) => {
  try {
    return await (await getLog()).read(query);
  } catch (error) {
    return reportFault('log', error);
  }
};
