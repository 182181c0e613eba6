// Runs every check, also after one has failed, and ends with one line of totals.
// Usage: node scripts/test.ts [--quick]; --quick: without builds, labelled pages, browsers and tests tagged `slow`; lint and
// format keep their results for files that did not change.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import {
  addCounts,
  countTests,
  formatCounts,
  noCounts,
  saveTotals,
  type Counts,
  type VitestReport,
} from './runs/counts.ts';

interface Step {
  name: string;
  run: () => Promise<Counts & { summary: string }>;
}

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  NO_UPDATE_NOTIFIER: '1',
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
};

const isQuick = process.argv.includes('--quick');

const types = tool('types of messages and entry points', 'wxt', 'prepare');
const checks: Step[] = [
  tool(
    'format',
    'prettier',
    '--check',
    '--cache',
    '--cache-location=.cache/prettier',
    '--log-level=warn',
    '.',
  ),
  tool(
    'lint',
    'eslint',
    '--max-warnings=0',
    ...(isQuick ? ['--cache', '--cache-location=.cache/eslint/'] : []),
    '.',
  ),
  tool('types', 'tsc', '-p', '.', '--noEmit'),
  tool('unused code', 'knip', '--no-progress'),
  tool('code that only tests use', 'knip', '--no-progress', '--production', '--include=files,exports,types'),
  tool('generated documents', 'node', 'scripts/docs.ts', '--check'),
];
const unit = vitest('unit', 'dom');

/** The steps of a group run at once, and the groups one after another. */
const quickSteps: Step[][] = [[types], checks, [unit]];
const allSteps: Step[][] = [
  [types],
  // The corpus test uses one core and takes as long as the checks on the other.
  [...checks, vitest('corpus')],
  [unit],
  [tool('build for Chrome', 'node', 'scripts/build.ts', 'chrome')],
  [tool('build for Firefox', 'node', 'scripts/build.ts', 'firefox')],
  [
    tool(
      'web-ext lint',
      'web-ext',
      'lint',
      '--source-dir=.output/firefox-mv3',
      '--no-config-discovery',
      '--boring',
    ),
    vitest('package'),
  ],
  [vitest('e2e')],
];

let total: Counts = noCounts;
const failedSteps: string[] = [];
for (const group of isQuick ? quickSteps : allSteps) await Promise.all(group.map(runStep));
if (failedSteps.length) console.log(`Failed: ${failedSteps.join(', ')}`);
if (!isQuick) saveTotals(root, total);
console.log(formatCounts(total));
process.exitCode = total.failed ? 1 : 0;

/** Runs a step, says how it ended, and adds it to the total. */
async function runStep({ name, run }: Step): Promise<void> {
  const startedAt = performance.now();
  const { summary, ...counts } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${counts.failed ? '✗' : '✓'} ${name}: ${summary} (${seconds} s)`);
  if (counts.failed) failedSteps.push(name);
  total = addCounts(total, counts);
}

/** A step that runs a program and counts as one test. The program's output is shown if its exit code is not 0. */
function tool(name: string, program: string, ...args: string[]): Step {
  const run = async () => {
    const { code, output } = await runProgram(program, args, false);
    if (code) console.log(output.trim());
    return code
      ? { passed: 0, failed: 1, skipped: 0, summary: `failed with exit code ${code}` }
      : { passed: 1, failed: 0, skipped: 0, summary: 'ok' };
  };
  return { name, run };
}

/** A step that runs vitest projects and counts their tests. */
function vitest(...projects: string[]): Step {
  const name = projects.join(' and ');
  const report = join(root, '.cache', `vitest-${projects.join('-')}.json`);
  const run = async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    rmSync(report, { force: true });
    const named = projects.map((project) => `--project=${project}`);
    const args = ['run', ...named, '--passWithNoTests', '--reporter=dot', '--reporter=json'];
    if (projects.includes('e2e')) args.push('--reporter=./tests/e2e/report-retries.ts');
    if (isQuick) args.push('--tagsFilter=!slow');
    const { code } = await runProgram('vitest', [...args, `--outputFile.json=${report}`], true);
    const counts = existsSync(report)
      ? countTests(JSON.parse(readFileSync(report, 'utf8')) as VitestReport)
      : { passed: 0, failed: 0, skipped: 0 };
    if (code && counts.failed === 0) counts.failed = 1;
    return { ...counts, summary: formatCounts(counts) };
  };
  return { name: `${name} tests`, run };
}

function runProgram(
  program: string,
  args: string[],
  shows: boolean,
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const stdio = shows ? 'inherit' : 'pipe';
    const child = spawn(program, args, { cwd: root, env, shell: windows, stdio: ['ignore', stdio, stdio] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => done({ code: 1, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
