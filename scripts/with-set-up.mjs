// Installs missing dependencies, then runs a script of this folder. Plain JavaScript without imports from
// node_modules, so that it works in a fresh clone and with the machine's own Node (20 or later).
// Usage: node scripts/with-set-up.mjs [--browser|--browsers] [--FLAG-OF-NODE…] SCRIPT [ARGUMENT…]; --browsers: Firefox too.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const browserFlags = { '--browser': [], '--browsers': ['--firefox'] }[args[0]] ?? null;
if (browserFlags) args.shift();
const flags = ['--disable-warning=ExperimentalWarning'];
while (args[0]?.startsWith('--')) flags.push(args.shift());
const script = args.shift();
const windows = process.platform === 'win32';

/** Runs a command with its output on standard error, so that standard output has only the script's own. */
function run(command, commandArgs) {
  execFileSync(command, commandArgs, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.marquee-set-up');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the dependencies (npm ci) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** Lets WXT write the types that tsconfig.json extends. */
function prepareTypes(node) {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return;
  mkdirSync(join(root, '.wxt'), { recursive: true });
  run(node, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare']);
}

installDependencies();
const ownNode = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
const node = existsSync(ownNode) ? ownNode : process.execPath;
prepareTypes(node);
if (browserFlags) run(node, [join(root, 'scripts', 'browsers.ts'), '--install', ...browserFlags]);

const child = spawn(node, [...flags, join(root, script), ...args], {
  stdio: 'inherit',
  shell: windows,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
