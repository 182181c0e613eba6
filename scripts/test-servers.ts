// Runs the tests with real servers of Debian's packages, which it installs; where they cannot be installed it says so and
// ends with 0. Usage: node scripts/test-servers.ts [--after-tests]; --after-tests: the last line counts those of
// `npm test` too, which ran before.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import {
  addCounts,
  countTests,
  formatCounts,
  noCounts,
  readTotals,
  type VitestReport,
} from './runs/counts.ts';

const root = resolve(import.meta.dirname, '..');
/** A real WordPress; the reference reader of feeds, with feeds to compare with; and WebDAV servers. */
const packages = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'php-cli',
  'php-mysql',
  'php-xml',
  'mariadb-server',
  'python3-feedparser',
  'golang-github-mmcdole-gofeed-dev',
  'lighttpd',
  'lighttpd-mod-webdav',
  'rclone',
  'apache2-bin',
];

/** Whether a command succeeds. Its output is left out. */
function succeeds(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0;
}

const isInstalled = (name: string): boolean => existsSync(`/var/lib/dpkg/info/${name}.list`);

/** Installs what is missing. Returns why the tests cannot run, or null. */
function install(): string | null {
  if (packages.every(isInstalled)) return null;
  if (!existsSync('/usr/bin/apt-get')) return 'this machine has no Debian packages';
  if (process.getuid?.() !== 0) return `only root can install ${packages.join(', ')}`;
  const isDone =
    succeeds('apt-get', 'update', '-qq') &&
    succeeds('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  return isDone ? null : `${packages.join(', ')} cannot be installed here`;
}

function runTests() {
  const report = join(root, '.cache', 'vitest-servers.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  };
  const args = [
    'run',
    '--project=servers',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync('vitest', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  const counts = existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, 'utf8')) as VitestReport)
    : { ...noCounts };
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const before = process.argv.includes('--after-tests') ? readTotals(root) : noCounts;
const obstacle = install();
if (obstacle !== null) console.log(`skipped: servers (${obstacle})`);
const counts = obstacle === null ? runTests() : noCounts;
const total = addCounts(before, counts);
// Without tests there is nothing to count.
if (obstacle === null || before !== noCounts) console.log(formatCounts(total));
process.exitCode = counts.failed ? 1 : 0;
