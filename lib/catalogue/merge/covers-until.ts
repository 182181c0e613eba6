import { readOmdbRows } from './readers/omdb-rows.ts';
import type { SourceFiles } from './types.ts';

/** So many months before a month say how many films one usually has: ten years. */
const compared = 120;
/** A month with a smaller share of the usual number is one of those that the dump has only the announced films of. */
const leastShare = 0.4;

/** The last day of a month, `2025-05-31`. */
function lastDayOf(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** The months from 1990 to the newest one in the counts, in order. */
function listMonths(counts: Map<string, number>): string[] {
  const newest = [...counts.keys()].sort().at(-1) ?? '';
  const months: string[] = [];
  for (let at = 1990 * 12; months.at(-1) !== newest && at < 2100 * 12; at += 1)
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  return months;
}

/** The day to which releases are known as usual, by the number of films in each month; null if none is. */
export function findCoversUntil(counts: Map<string, number>): string | null {
  const months = listMonths(counts);
  const found = months.findLast((month, at) => {
    const usual = median(
      months.slice(Math.max(0, at - compared), at).map((before) => counts.get(before) ?? 0),
    );
    return usual > 0 && (counts.get(month) ?? 0) >= usual * leastShare;
  });
  return found === undefined ? null : lastDayOf(found);
}

/** The number of omdb.org's films by month of release. */
export function countMonths(files: SourceFiles): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of readOmdbRows(files, 'all_movies')) {
    const month = /^\d{4}-\d\d/.exec(row('date'))?.[0];
    if (month !== undefined && month >= '1990') counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
