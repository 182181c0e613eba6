import type { ImportStep } from './imports.ts';

/** A commit of over 2000 rows triggers a backup of the whole log; the rest is a reserve for joined films. */
const maxRowsPerChunk = 1600;

/** The number of rows that a step writes: the film and its data. */
const countRows = ({ entries, changes, rating, watchlist }: ImportStep): number =>
  1 + entries.length + changes.length + Number(rating !== null) + Number(watchlist !== null);

/** The end of the chunk that begins at `from`: at least one step, at most `maxSteps`. */
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
