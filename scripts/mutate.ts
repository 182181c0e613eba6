// Makes small changes to the code ("mutants") and counts how many of them make a test fail.
// Usage: npm run mutate -- MODULE… [--file PATTERN]… [--tests FOLDER]… [--concurrency N]
//   MODULE: films, identify, sources, commands, queries, page; a module takes ten minutes or more.
//   --file: only these files of the module, a path or pattern relative to the project.
//   --tests: the folders whose tests run; without it, those that scripts/docs/mutation.ts names for the module.
// Writes .output/mutation/MODULE.json, which `npm run docs` reads (with --file: part-of-MODULE.json). Mutants whose code and tests did not change since the
// last run keep their result (.cache/mutation).
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import {
  listTestFolders,
  measureScore,
  mutatedModules,
  readCounts,
  type MutatedModule,
} from './docs/mutation.ts';

const usage =
  'Usage: npm run mutate -- MODULE… [--file PATTERN]… [--tests FOLDER]… [--concurrency N]\n' +
  `Modules: ${Object.keys(mutatedModules).join(', ')}.`;

const notCode = ['!**/*.test.{ts,tsx}', '!**/*.fixture.ts', '!**/testing/**'];

interface MutateOptions {
  /** Only these files; if empty, all of the module. */
  files: string[];
  /** The folders whose tests run; those of the module when empty. */
  tests: string[];
  concurrency: number;
}

async function mutate(
  name: string,
  module: MutatedModule,
  { files, tests, concurrency }: MutateOptions,
): Promise<void> {
  const report = `.output/mutation/${files.length > 0 ? 'part-of-' : ''}${name}.json`;
  for (const path of ['.output/mutation', '.cache/mutation']) mkdirSync(path, { recursive: true });
  process.env.MARQUEE_MUTATION_TESTS = (tests.length > 0 ? tests : listTestFolders(module)).join(',');
  const stryker = new Stryker({
    configFile: 'stryker.config.json',
    mutate: [...(files.length > 0 ? files : [`${module.folder}/**/*.{ts,tsx}`]), ...notCode],
    concurrency,
    incrementalFile: `.cache/mutation/${name}.json`,
    jsonReporter: { fileName: report },
  });
  await stryker.runMutationTest();
  const counts = readCounts(report);
  console.log(
    `${name}: ${measureScore(counts).toFixed(1)} % of ${counts.killed + counts.survived} mutants killed`,
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true, default: [] },
    tests: { type: 'string', multiple: true, default: [] },
    concurrency: { type: 'string', default: '2' },
  },
});
const options = { files: values.file, tests: values.tests, concurrency: Number(values.concurrency) };
const unknown = positionals.filter((name) => mutatedModules[name] === undefined);
const wanted = Object.entries(mutatedModules).filter(([name]) => positionals.includes(name));
if (positionals.length === 0 || unknown.length > 0) {
  console.error(unknown.length > 0 ? `There is no module ${unknown.join(', ')}.\n${usage}` : usage);
  process.exitCode = 2;
} else {
  for (const [name, module] of wanted) await mutate(name, module, options);
}
