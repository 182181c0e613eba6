import { deleteDB } from 'idb';
import { readAllRows } from '../store/read-all-rows.ts';
import { hasSpare, moveToSpare } from '../store/database-location.ts';
import { LogError } from '../errors.ts';
import { createRowMaps, type RowMaps } from './journal.ts';
import type { LogParts } from './log-parts.ts';
import { mergeRows } from '../store/merge.ts';
import type { LoadedBackup } from './restore.ts';
import { logDatabaseName, logStores, type RowLists, type RowOf } from '../store/schema.ts';
import type { LogStore } from '../types.ts';

/** Deletes the database at its usual location. If the browser refuses, the next attempt to open one fails. */
export async function deleteQuietly(name: string): Promise<void> {
  try {
    await deleteDB(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * The backup to rebuild the log from in a new location, and a function that removes the old database
 * afterwards.
 */
export interface Move {
  backup: LoadedBackup | null;
  clearOld: () => Promise<void>;
}

/**
 * Moves all rows to a storage bucket, which has its own files. The files of a database that lost rows stay
 * broken: Chromium 156 continues to write after the damaged part, but at its next start reads only up to it.
 * If there are no buckets, or nothing can be read, the log stays in its location.
 */
export async function leaveBrokenFiles(parts: LogParts, backup: LoadedBackup | null): Promise<Move> {
  const { connection, buckets, now, databaseName = logDatabaseName } = parts;
  const stay: Move = { backup, clearOld: () => Promise.resolve() };
  if (buckets === null) return stay;
  const found = await readFound(parts);
  if (found === null) return stay;
  const wasInSpare = await hasSpare(buckets);
  connection.close();
  await moveToSpare(buckets);
  // The deletion also makes pages that still read there reopen the log.
  const clearOld = wasInSpare ? stay.clearOld : () => deleteQuietly(databaseName);
  return { backup: joinFound(found, backup, now()), clearOld };
}

interface FoundRows {
  rows: RowLists;
  sequence: number;
}

async function readFound({ connection }: LogParts): Promise<FoundRows | null> {
  try {
    return await connection.use(async ({ db, newer }) => {
      if (newer) throw new LogError('newer', 'A newer version of Marquee has written this log.');
      const state = await db.get('meta', 'state');
      return { rows: await readAllRows(db), sequence: state?.sequence ?? 0 };
    });
  } catch (error) {
    if (error instanceof LogError && error.code === 'unreadable') return null;
    throw error;
  }
}

function joinFound(found: FoundRows, backup: LoadedBackup | null, nowMs: number): LoadedBackup {
  const rows = backup?.rows ?? createRowMaps();
  // A database that went back to an older commit has nothing newer, even if its stamps say so after the clock
  // was set back.
  const isOlder = backup !== null && found.sequence <= backup.sequence;
  for (const store of logStores) addFound(rows, store, found.rows, isOlder, nowMs);
  return {
    rows,
    sequence: Math.max(backup?.sequence ?? 0, found.sequence),
    unreadable: backup?.unreadable ?? [],
  };
}

function addFound<S extends LogStore>(
  rows: RowMaps,
  store: S,
  found: RowLists,
  isOlder: boolean,
  nowMs: number,
): void {
  const list: RowOf<S>[] = found[store];
  for (const mine of list) {
    const theirs = rows[store].get(mine.id);
    if (theirs === undefined) rows[store].set(mine.id, mine);
    else if (!isOlder) rows[store].set(mine.id, mergeRows<S>(mine, theirs, nowMs));
  }
}
