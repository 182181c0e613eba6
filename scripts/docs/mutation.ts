import { readFileSync } from 'node:fs';

/** The modules whose tests are measured by mutation, and the folder of each. */
export const mutatedModules: Record<string, string> = {
  films: 'lib/films',
  identify: 'lib/background/identify',
  sources: 'lib/background/sources',
  commands: 'lib/watchlog/commands',
  queries: 'lib/watchlog/queries',
  page: 'entrypoints/page',
};

/** What became of the mutants of a module. */
export interface MutantCounts {
  /** Noticed by a test, or by a run that did not end. */
  killed: number;
  /** Noticed by no test. */
  survived: number;
  /** Of the survivors, those in code that no test runs. */
  uncovered: number;
  /** Left out on purpose: the code names the reason in a comment. */
  ignored: number;
}

/** What of Stryker's JSON report is read here. */
interface MutationReport {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** Counts the mutants of one of Stryker's JSON reports. Throws where the file is missing or not JSON. */
export function readCounts(path: string): MutantCounts {
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as MutationReport;
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: string[]): number => states.filter((state) => wanted.includes(state)).length;
  return {
    killed: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    uncovered: count('NoCoverage'),
    ignored: count('Ignored'),
  };
}

/** The share of mutants that a test noticed, in per cent; 100 where there are none. */
export function measureScore({ killed, survived }: MutantCounts): number {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}
