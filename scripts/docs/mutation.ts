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

/** The mutants of a module, counted by result. */
export interface MutantCounts {
  /** A test failed, or the run did not end. */
  killed: number;
  /** No test failed. */
  survived: number;
  /** Survivors in code that no test runs. */
  uncovered: number;
  /** Left out on purpose; a comment in the code gives the reason. */
  ignored: number;
}

/** The part of Stryker's JSON report that is read here. */
interface MutationReport {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** Counts the mutants in a JSON report of Stryker. Throws if the file is missing or not JSON. */
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

/** Returns the share of killed mutants in per cent; 100 if there are no mutants. */
export function measureScore({ killed, survived }: MutantCounts): number {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}
