import { commitImport, type ImportInfo, type ImportStep } from './imports.ts';
import type { Log } from '../log.ts';
import { commitLogMerge, countPart, splitMerge } from './merge-log.ts';
import type { RowLists } from '../store/schema.ts';
import type { ImportRow } from '../types.ts';
import { undoImport } from './undo-import.ts';

/** Beyond 2000 rows a commit has the whole log backed up; a film that joins two of the log touches some more. */
const maxRowsPerChunk = 1600;
/** Rows of a part of another copy of a log, where each is merged by itself. */
const maxRowsPerPart = 500;

/** How an import goes on. */
export interface ImportRunOptions {
  /** Called after each chunk that is durable. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** The most steps of a chunk, where it is not to be as large as it may. */
  maxSteps?: number;
}

/** The rows that a step writes: the film, and what is said of it. */
const countRows = ({ entries, changes, rating, watchlist }: ImportStep): number =>
  1 + entries.length + changes.length + Number(rating !== null) + Number(watchlist !== null);

/** The end of the chunk that begins at `from`: at least one step, and no more than `maxSteps`. */
export function findChunkEnd(
  steps: readonly ImportStep[],
  from: number,
  maxSteps: number = steps.length,
): number {
  let rows = 0;
  let end = from;
  for (const step of steps.slice(from, from + maxSteps)) {
    rows += countRows(step);
    if (rows > maxRowsPerChunk && end > from) break;
    end += 1;
  }
  return end;
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
