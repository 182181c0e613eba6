import type { LogChanges } from '../commands/edit-types.ts';
import type { LogIndex } from './index-types.ts';
import { createLogIndex, putEntry, putEntryRow, putFilm, putWatchlistItem, putRating } from './log-index.ts';
import { iterateRows, type IterateOptions } from '../store/iterate-rows.ts';
import type { LogDatabase } from '../store/schema.ts';

const indexStores = ['films', 'ratings', 'watchlist', 'entries'] as const;

/** Rows sorted between two pauses. */
const rowsPerStep = 10_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The entries' positions by day, newest day first, and within a day newest row first. */
async function listNewestFirst(byDay: Map<string, number[]>): Promise<number[]> {
  const order: number[] = [];
  let nextStop = rowsPerStep;
  for (const day of [...byDay.keys()].sort().reverse()) {
    const positions = byDay.get(day) ?? [];
    if (order.length >= nextStop) {
      await pause();
      nextStop = order.length + rowsPerStep;
    }
    for (let at = positions.length - 1; at >= 0; at -= 1) order.push(positions[at] ?? 0);
  }
  return order;
}

/**
 * Reads the whole log into an index, in one transaction and in steps of a few hundred rows with pauses
 * between. Calls `onStep` with the number of entries read so far. Rejects with the reason of `signal` if it
 * is aborted.
 */
export async function loadLogIndex(
  db: LogDatabase,
  { signal, onStep }: { signal?: AbortSignal; onStep?: (entries: number) => void } = {},
): Promise<LogIndex> {
  const index = createLogIndex();
  const tx = db.transaction([...indexStores, 'meta'] as const);
  const byDay = new Map<string, number[]>();
  const walk: IterateOptions = { ...(signal && { signal }) };
  index.sequence = (await tx.objectStore('meta').get('state'))?.sequence ?? 0;
  await iterateRows(tx.objectStore('films'), walk, (row) => {
    if (row.deleted === null) putFilm(index, row);
  });
  await iterateRows(tx.objectStore('ratings'), walk, (row) => {
    if (row.deleted === null) putRating(index, row);
  });
  await iterateRows(tx.objectStore('watchlist'), walk, (row) => {
    if (row.deleted === null) putWatchlistItem(index, row);
  });
  const reported = { ...walk, onStep: () => onStep?.(index.entries.ids.length) };
  await iterateRows(tx.objectStore('entries'), reported, (row) => {
    if (row.deleted !== null) return;
    const position = putEntryRow(index, row);
    const day = index.entries.days[position] ?? '';
    const positions = byDay.get(day);
    if (positions === undefined) byDay.set(day, [position]);
    else positions.push(position);
  });
  index.order = await listNewestFirst(byDay);
  return index;
}

/** Applies the changes since the index's commit to the index, in place. */
export function applyChanges(index: LogIndex, { sequence, rows }: LogChanges): void {
  for (const row of rows.films) putFilm(index, row);
  // Deleted rows first, so that of two ratings of one film the live one is applied last.
  const deletedFirst = <Row extends { deleted: string | null }>(list: readonly Row[]): Row[] => [
    ...list.filter(({ deleted }) => deleted !== null),
    ...list.filter(({ deleted }) => deleted === null),
  ];
  for (const row of deletedFirst(rows.ratings)) putRating(index, row);
  for (const row of deletedFirst(rows.watchlist)) putWatchlistItem(index, row);
  for (const row of rows.entries) putEntry(index, row);
  index.sequence = sequence;
}
