import { readFileSync } from 'node:fs';

/** A module whose tests are measured by mutation. */
export interface MutatedModule {
  folder: string;
  /** The folders of other tests that exercise the module and run with its own. */
  otherTests: string[];
}

/** The modules that are measured, by name. */
export const mutatedModules: Record<string, MutatedModule> = {
  films: { folder: 'lib/films', otherTests: [] },
  identify: { folder: 'lib/background/identify', otherTests: [] },
  sources: { folder: 'lib/background/sources', otherTests: [] },
  // What a command has written is read through queries, so that the tests of each exercise both.
  commands: { folder: 'lib/watchlog/commands', otherTests: ['lib/watchlog/queries'] },
  queries: { folder: 'lib/watchlog/queries', otherTests: ['lib/watchlog/commands'] },
  page: { folder: 'entrypoints/page', otherTests: [] },
};

/** The folders whose tests run against the mutants of a module: its own, then others. */
export const listTestFolders = ({ folder, otherTests }: MutatedModule): string[] => [folder, ...otherTests];

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
