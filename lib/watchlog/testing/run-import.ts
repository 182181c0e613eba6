// Runs imports as the log page does, without the messages in between.
import { findChunkEnd } from '../imports/import-run.ts';
import { commitImportedLists, type ImportedList } from '../imports/import-lists.ts';
import { commitImport, type ImportInfo, type ImportStep } from '../imports/imports.ts';
import { commitLogMerge, countPart, splitMerge } from '../imports/merge-log.ts';
import { undoImport } from '../imports/undo-import.ts';
import type { Log } from '../log.ts';
import type { RowLists } from '../store/schema.ts';
import type { ImportRow } from '../types.ts';

/** Maximum rows per part when another copy of a log is merged. */
const maxRowsPerPart = 500;

/** The progress callback and interruption of an import. */
interface ImportRunOptions {
  /** Called after each durable chunk. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** The lists to write after the steps. */
  lists?: ImportedList[];
  /** Maximum steps per chunk, if fewer than allowed. */
  maxSteps?: number;
}

async function findImport({ read }: Pick<Log, 'read'>, id: string): Promise<ImportRow | null> {
  return (await read((db) => db.get('imports', id))) ?? null;
}

/**
 * Commits an import chunk by chunk; continues an interrupted one. Returns `cancelled` if the signal is
 * aborted: finished chunks stay, and can be undone or continued. Throws `LogError` as the log's `write` does.
 */
export async function runImport(
  log: Pick<Log, 'read' | 'write'>,
  info: Omit<ImportInfo, 'total'>,
  steps: ImportStep[],
  { onProgress, signal, lists = [], maxSteps }: ImportRunOptions = {},
): Promise<'done' | 'cancelled'> {
  const whole = { ...info, total: steps.length + lists.length };
  let at = (await findImport(log, info.id))?.counts.done ?? 0;
  while (at < steps.length) {
    if (signal?.aborted) return 'cancelled';
    const end = findChunkEnd(steps, at, maxSteps);
    await log.write(commitImport(whole, at, steps.slice(at, end)));
    at = end;
    onProgress?.(at, whole.total);
  }
  if (at < whole.total) await log.write(commitImportedLists(whole, at, lists.slice(at - steps.length)));
  return 'done';
}

/**
 * Merges another copy of a log into this one chunk by chunk, as `runImport` does. The rows keep ids and
 * stamps; the newest change of each field counts. Throws `LogError` as the log's `write` does.
 */
export async function runLogMerge(
  log: Pick<Log, 'read' | 'write'>,
  info: Omit<ImportInfo, 'total'>,
  rows: RowLists,
  { onProgress, signal }: ImportRunOptions = {},
): Promise<'done' | 'cancelled'> {
  const parts = splitMerge(rows, maxRowsPerPart);
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

/**
 * Undoes an import step by step, and returns its row afterwards. Throws `LogError`, including `not-found`.
 */
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
