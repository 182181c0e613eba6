import type { ImportStep } from './imports.ts';

/** Beyond 2000 rows a commit has the whole log backed up; a film that joins two of the log touches some more. */
const maxRowsPerChunk = 1600;

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
