// Imports as the log's page runs them, without the messages between.
import { findChunkEnd } from '../imports/import-run.ts';
import { commitImport, type ImportInfo, type ImportStep } from '../imports/imports.ts';
import { commitLogMerge, countPart, splitMerge } from '../imports/merge-log.ts';
import { undoImport } from '../imports/undo-import.ts';
import type { Log } from '../log.ts';
import type { RowLists } from '../store/schema.ts';
import type { ImportRow } from '../types.ts';

/** Rows of a part of another copy of a log, where each is merged by itself. */
const maxRowsPerPart = 500;

/** How an import is watched and interrupted. */
interface ImportRunOptions {
  /** Called after each chunk that is durable. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** The most steps of a chunk, where it is not to be as large as it may. */
  maxSteps?: number;
}

async function findImport({ read }: Pick<Log, 'read'>, id: string): Promise<ImportRow | null> {
  return (await read((db) => db.get('imports', id))) ?? null;
}

/**
 * Commits an import chunk by chunk; one that was interrupted goes on where it was. Ends with `cancelled` where the signal
 * said so: what is done stays, and can be taken back or gone on with. Throws `LogError` as the log's `write` does.
 */
export async function runImport(
  log: Pick<Log, 'read' | 'write'>,
  info: Omit<ImportInfo, 'total'>,
  steps: ImportStep[],
  { onProgress, signal, maxSteps }: ImportRunOptions = {},
): Promise<'done' | 'cancelled'> {
  const whole = { ...info, total: steps.length };
  let at = (await findImport(log, info.id))?.counts.done ?? 0;
  while (at < steps.length) {
    if (signal?.aborted) return 'cancelled';
    const end = findChunkEnd(steps, at, maxSteps);
    await log.write(commitImport(whole, at, steps.slice(at, end)));
    at = end;
    onProgress?.(at, steps.length);
  }
  return 'done';
}

/**
 * Brings another copy of a log into this one, chunk by chunk, as `runImport` does. The rows keep ids and stamps; of each
 * field the last change counts. Throws `LogError` as the log's `write` does.
 */
export async function runLogMerge(
  log: Pick<Log, 'read' | 'write'>,
  info: Omit<ImportInfo, 'total'>,
  rows: RowLists,
  { onProgress, signal }: ImportRunOptions = {},
): Promise<'done' | 'cancelled'> {
  const mine = await log.read((db) => db.getAll('films'));
  const parts = splitMerge(rows, mine, maxRowsPerPart);
  const total = parts.reduce((sum, part) => sum + countPart(part), 0);
  const done = (await findImport(log, info.id))?.counts.done ?? 0;
  let at = 0;
  for (const part of parts) {
    if (signal?.aborted) return 'cancelled';
    const count = countPart(part);
    if (at >= done) await log.write(commitLogMerge({ ...info, total }, at, part));
    at += count;
    onProgress?.(at, total);
  }
  return 'done';
}

/** Takes an import back, pass by pass, and answers it as it then is. Throws `LogError`, `not-found` among them. */
export async function runUndoImport(
  log: Pick<Log, 'read' | 'write'>,
  importId: string,
): Promise<ImportRow | null> {
  for (;;) {
    await log.write(undoImport({ importId }));
    const row = await findImport(log, importId);
    if (row === null || row.undoneAt !== null) return row;
  }
}
