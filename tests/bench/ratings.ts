// Measures a refresh of IMDb's ratings: its time and memory, beside reading the same stream without keeping anything.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRatingsFile } from '../site/ratings.ts';
import { findMedian, type Figure } from './figures.ts';

const titles = 1_500_000;
const runs = 3;

interface Run {
  ratings: number;
  ms: number;
  /** Of the whole process. */
  peakBytes: number;
}

function measureRun(kind: 'stream' | 'table', path: string): Run {
  const args = [join(import.meta.dirname, 'ratings-script.ts'), kind, path];
  const run = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Run;
  if (run.ratings !== titles) throw new Error(`${kind} read ${run.ratings} ratings of ${titles}`);
  return run;
}

/** Measures 1,500,000 ratings, each run in a new process. */
export function measureRatings(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-ratings-'));
  try {
    const path = join(folder, 'title.ratings.tsv.gz');
    writeFileSync(path, makeRatingsFile(titles));
    const measure = (kind: 'stream' | 'table'): Run[] =>
      Array.from({ length: runs }, () => measureRun(kind, path));
    const [stream, table] = [measure('stream'), measure('table')];
    const time = (list: Run[]): number => findMedian(list.map(({ ms }) => ms));
    const memory = (list: Run[]): number => findMedian(list.map(({ peakBytes }) => peakBytes)) / 1e6;
    return [
      { name: 'ratings-stream', value: time(stream), unit: 'ms' },
      { name: 'ratings-refresh', value: time(table), unit: 'ms' },
      { name: 'ratings-refresh-ratio', value: time(table) / time(stream), unit: 'times' },
      { name: 'ratings-stream-memory', value: memory(stream), unit: 'MB' },
      { name: 'ratings-refresh-memory', value: memory(table), unit: 'MB' },
      { name: 'ratings-refresh-memory-added', value: memory(table) - memory(stream), unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
