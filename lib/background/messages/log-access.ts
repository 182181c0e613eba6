import { localArea } from '../../settings/patient-storage.ts';
import { openLog, type Log } from '../../watchlog/log.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import { reportFault } from './report-fault.ts';

/** Runs a query on the log; null when the log cannot be read. */
export type ReadLog = <T>(query: (db: LogDatabase) => Promise<T>) => Promise<T | null>;

let opening: Promise<Log> | null = null;

/** The user's log, opened on first use. Only the background writes to it. Rejects when storage cannot be read. */
export function getLog(): Promise<Log> {
  opening ??= openLog({ storage: localArea });
  opening.catch(() => (opening = null));
  return opening;
}

/** Reads from the log. A log that cannot be read is reported on the console: films are shown without the user's own data. */
export const readLog: ReadLog = async (query) => {
  try {
    return await (await getLog()).read(query);
  } catch (error) {
    return reportFault('log', error);
  }
};
