// Runs inside a page of the extension: imports a shelf in its worker, and times look-ups in it.
import type { FilmRef } from '../../lib/films/types.ts';
import { startImport } from '../../lib/shelf/store/import-client.ts';
import type { ImportEnd } from '../../lib/shelf/store/import-protocol.ts';
import { listStoredShelves, openStoredShelf } from '../../lib/shelf/store/stored-shelves.ts';

export interface ShelfTiming {
  end: ImportEnd;
  importMs: number;
  bytes: number;
  shards: number;
  /** Medians of look-ups in a shelf opened anew, so that nothing of it is in memory. */
  lookUpOneMs: number;
  lookUpManyMs: number;
  found: number;
}

const rounds = 9;
/** For some seconds after an import the browser is still sorting its database on the disk. */
const settleMs = 8000;

async function timeLookUps(lists: FilmRef[][]): Promise<{ ms: number; found: number }> {
  const times: number[] = [];
  let found = 0;
  for (const refs of lists) {
    const shelf = await openStoredShelf('imdb');
    const start = performance.now();
    const films = await shelf?.lookUp(refs);
    times.push(performance.now() - start);
    found += [...(films?.values() ?? [])].filter((list) => list.length > 0).length;
  }
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN, found };
}

/** Refs spread over the whole shelf, others each round. */
function spreadRefs(films: number, count: number, round: number): FilmRef[] {
  return Array.from({ length: count }, (_, at) => {
    const row = 1 + ((at * Math.floor(films / count) + round * 7919) % films);
    return `imdb:tt${String(row).padStart(7, '0')}` as const;
  });
}

/** Imports what the file input of the page holds, as the options page does, and looks films up. */
export async function timeShelf(films: number): Promise<ShelfTiming> {
  const input = document.querySelector('input');
  const files = [...(input?.files ?? [])];
  const start = performance.now();
  const running = startImport(new Worker('/import-shelf.js'), { kind: 'imdb', files }, () => {});
  const end = await running.end;
  const importMs = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const [row] = await listStoredShelves();
  const roundsOf = (count: number) =>
    Array.from({ length: rounds }, (_, round) => spreadRefs(films, count, round));
  const one = await timeLookUps(roundsOf(1));
  const many = await timeLookUps(roundsOf(250));
  return {
    end,
    importMs,
    bytes: row?.bytes ?? 0,
    shards: 16 ** (row?.head.prefixLength ?? 0),
    lookUpOneMs: one.ms,
    lookUpManyMs: many.ms,
    found: (one.found + many.found) / (rounds * 251),
  };
}
