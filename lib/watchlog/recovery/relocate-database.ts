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

/** Deletes the database at its usual place. Where the browser refuses, the next try to open one tells. */
export async function deleteQuietly(name: string): Promise<void> {
  try {
    await deleteDB(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What to make the log of in a new place, and how to clear the old one once it stands. */
export interface Move {
  backup: LoadedBackup | null;
  clearOld: () => Promise<void>;
}

/**
 * Takes all rows along to a storage bucket with files of its own. The files of a database that lost rows stay broken:
 * Chromium 156 goes on writing behind the break, and at its next start reads to the break and no further. Where there
 * are no buckets, or nothing can be read, the log stays where it is.
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
  // Deleting it also tells pages that still read there to look anew.
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
  // A database that went back to an older commit has nothing newer; stamps could say so after a clock was put back.
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
