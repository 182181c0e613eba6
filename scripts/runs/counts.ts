// Counts of tests, shared by the scripts that run them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

export const noCounts: Readonly<Counts> = { passed: 0, failed: 0, skipped: 0 };

/** A file that could not be run counts as one failed test. */
export function countTests(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The closing line of a run, such as "12 passed, 0 failed". */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

const totalsOf = (root: string): string => join(root, '.cache', 'test-totals.json');

/** Keeps the counts of `npm test` for `npm run test:servers -- --after-tests`. */
export function saveTotals(root: string, counts: Counts): void {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(totalsOf(root), JSON.stringify(counts));
}

/** The counts of the last `npm test`. Throws when there was none. */
export function readTotals(root: string): Counts {
  return JSON.parse(readFileSync(totalsOf(root), 'utf8')) as Counts;
}
