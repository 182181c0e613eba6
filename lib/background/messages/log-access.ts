import { localArea } from '../../settings/patient-storage.ts';
import { openLog, type Log } from '../../watchlog/log.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { CommitReceipt } from '../../watchlog/types.ts';
import { reportFault } from './report-fault.ts';

/** Runs a query on the log; null when the log cannot be read. */
export type ReadLog = <T>(query: (db: LogDatabase) => Promise<T>) => Promise<T | null>;

/** Receives each write that changed something, before it is acknowledged. */
export type NoteCommit = (receipt: CommitReceipt) => Promise<void>;

let opening: Promise<Log> | null = null;
let noteCommit: NoteCommit = () => Promise.resolve();
const noting = new Set<Promise<unknown>>();

/** Sets who notes what is written. */
export function watchCommits(note: NoteCommit): void {
  noteCommit = note;
}

/** Resolves when every write that has begun so far was noted, or failed. */
export async function waitForNotes(): Promise<void> {
  await Promise.allSettled(noting);
}

/** The log as the user writes to it: what is written is noted. */
const createNotedLog = (log: Log): Log => ({
  ...log,
  write: (command, options) => {
    const written = log.write(command, options).then(async (receipt) => {
      // The write is durable: that it could not be noted is no fault of it.
      await noteCommit(receipt).catch((error: unknown) => reportFault('sync', error));
      return receipt;
    });
    noting.add(written);
    const forget = (): void => void noting.delete(written);
    written.then(forget, forget);
    return written;
  },
});

let noted: { log: Log; as: Log } | null = null;

/**
 * The user's log as sync writes to it, opened on first use: what is written is not noted. Rejects when storage cannot be read.
 */
export function getUnnotedLog(): Promise<Log> {
  opening ??= openLog({ storage: localArea });
  opening.catch(() => (opening = null));
  return opening;
}

/** The user's log, opened on first use. Only the background writes to it. Rejects when storage cannot be read. */
export async function getLog(): Promise<Log> {
  const log = await getUnnotedLog();
  if (noted?.log !== log) noted = { log, as: createNotedLog(log) };
  return noted.as;
}

/** Closes the log and forgets it: the next use opens what is there then. */
export async function closeLog(): Promise<void> {
  const log = await opening?.catch(() => null);
  opening = null;
  log?.close();
}

/** Reads from the log. A log that cannot be read is reported on the console: films are shown without the user's own data. */
export const readLog: ReadLog = async (query) => {
  try {
    return await (await getLog()).read(query);
  } catch (error) {
    return reportFault('log', error);
  }
};
