import type { LogChanges } from '../commands/edit-types.ts';
import type { LogIndex } from './index-types.ts';
import { createLogIndex, putEntry, putEntryRow, putFilm, putWatchlistItem, putRating } from './log-index.ts';
import { iterateRows, type IterateOptions } from '../store/iterate-rows.ts';
import type { LogDatabase } from '../store/schema.ts';

const indexStores = ['films', 'ratings', 'watchlist', 'entries'] as const;

/** Places that are put in order before others may run. */
const placesPerStep = 10_000;
const letOthersRun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The places day by day, the newest day first, and of one day the newest row first. */
async function listNewestFirst(byDay: Map<string, number[]>): Promise<number[]> {
  const order: number[] = [];
  let nextStop = placesPerStep;
  for (const day of [...byDay.keys()].sort().reverse()) {
    const places = byDay.get(day) ?? [];
    if (order.length >= nextStop) {
      await letOthersRun();
      nextStop = order.length + placesPerStep;
    }
    for (let at = places.length - 1; at >= 0; at -= 1) order.push(places[at] ?? 0);
  }
  return order;
}

/**
 * Reads the whole log into an index, in one transaction and in steps of a few hundred rows, between which others run.
 * `onStep` is told how many viewings have been read. Rejects with the reason of `signal` where it is aborted.
 */
export async function loadLogIndex(
  db: LogDatabase,
  { signal, onStep }: { signal?: AbortSignal; onStep?: (viewings: number) => void } = {},
): Promise<LogIndex> {
  const index = createLogIndex();
  const tx = db.transaction([...indexStores, 'meta']);
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
  const told = { ...walk, onStep: () => onStep?.(index.entries.ids.length) };
  await iterateRows(tx.objectStore('entries'), told, (row) => {
    if (row.deleted !== null) return;
    const place = putEntryRow(index, row);
    const day = index.entries.days[place] ?? '';
    const places = byDay.get(day);
    if (places === undefined) byDay.set(day, [place]);
    else places.push(place);
  });
  index.order = await listNewestFirst(byDay);
  return index;
}

/** Brings an index up to what was changed since the commit it shows; in place. */
export function applyChanges(index: LogIndex, { sequence, rows }: LogChanges): void {
  for (const row of rows.films) putFilm(index, row);
  // What is deleted goes first: of two ratings of one film the one that stays must have the last word.
  const deletedFirst = <Row extends { deleted: string | null }>(list: readonly Row[]): Row[] => [
    ...list.filter(({ deleted }) => deleted !== null),
    ...list.filter(({ deleted }) => deleted === null),
  ];
  for (const row of deletedFirst(rows.ratings)) putRating(index, row);
  for (const row of deletedFirst(rows.watchlist)) putWatchlistItem(index, row);
  for (const row of rows.entries) putEntry(index, row);
  index.sequence = sequence;
}
