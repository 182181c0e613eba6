// Finds the browsers on this machine.
// Usage: node scripts/browsers.ts [--install [--firefox]]; --install: installs Chromium if it can, and Firefox with --firefox.
// Imports nothing from node_modules, so that it works in a fresh clone.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

export interface InstalledBrowser {
  name: string;
  family: 'chromium' | 'firefox';
  path: string;
  /** Whether `--load-extension` works. Branded Chrome dropped it in version 137. */
  loadsFromFlag: boolean;
}

interface KnownBrowser extends Omit<InstalledBrowser, 'path'> {
  /** Command names on the PATH (Linux and Homebrew). */
  commands: string[];
  /** The name of the bundle in `/Applications` and of the program in it. */
  mac: string;
  /** Paths below `Program Files` or the user's `AppData\Local`. */
  windows: string[];
}

/** In order of preference: first those that load an unpacked extension from a flag. */
const knownBrowsers: KnownBrowser[] = [
  {
    name: 'Chromium',
    family: 'chromium',
    loadsFromFlag: true,
    commands: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
    mac: 'Chromium',
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  {
    name: 'Brave',
    family: 'chromium',
    loadsFromFlag: true,
    commands: ['brave-browser', 'brave-browser-stable', 'brave'],
    mac: 'Brave Browser',
    windows: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  },
  {
    name: 'Microsoft Edge',
    family: 'chromium',
    loadsFromFlag: true,
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: 'Microsoft Edge',
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  {
    name: 'Firefox',
    family: 'firefox',
    loadsFromFlag: false,
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    mac: 'Firefox',
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
  {
    name: 'Google Chrome',
    family: 'chromium',
    loadsFromFlag: false,
    commands: ['google-chrome', 'google-chrome-stable', 'chrome'],
    mac: 'Google Chrome',
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
];

const advice = {
  linux:
    'Install Chromium (or Brave, Microsoft Edge or Firefox) with your package manager, or set BROWSER_PATH.',
  darwin:
    'Install Chromium (brew install --cask chromium), Brave, Microsoft Edge or Firefox, or set BROWSER_PATH.',
  win32: 'Install Brave or Firefox (Microsoft Edge may be there already), or set BROWSER_PATH.',
};

/** Returns one line that says what to do if no suitable browser is found. */
export function formatMissingBrowser(family?: InstalledBrowser['family']): string {
  const needed =
    family === 'chromium' ? 'No Chromium, Brave or Microsoft Edge was found.' : 'No browser was found.';
  const chrome = findBrowsers().some((found) => found.name === 'Google Chrome')
    ? ' Google Chrome no longer loads an unpacked extension from a flag.'
    : '';
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  return `${needed}${chrome} ${advice[platform]}`;
}

/** Returns the browsers on this machine, best first. With `BROWSER_PATH` set, only that one. Throws if it does not exist. */
export function findBrowsers(): InstalledBrowser[] {
  const override = process.env.BROWSER_PATH;
  if (override) {
    if (!existsSync(override)) throw new Error(`BROWSER_PATH names ${override}, which does not exist.`);
    return [describePath(override)];
  }
  return knownBrowsers.flatMap(({ name, family, loadsFromFlag, ...places }) => {
    const path = listPlaces(places).find((place) => existsSync(place));
    return path ? [{ name, family, loadsFromFlag, path }] : [];
  });
}

/** Returns the best browser, of one family if given; null if there is none. */
export function findBrowser(family?: InstalledBrowser['family']): InstalledBrowser | null {
  return findBrowsers().find((found) => !family || found.family === family) ?? null;
}

/** Returns the browser for end-to-end tests and the bench. Throws an error of one line if there is none. */
export function findTestBrowser(): InstalledBrowser {
  const found = findBrowsers().find(({ family, loadsFromFlag }) => family === 'chromium' && loadsFromFlag);
  if (!found) throw new Error(formatMissingBrowser('chromium'));
  return found;
}

function describePath(path: string): InstalledBrowser {
  const file = basename(path).toLowerCase();
  const bundle = path.toLowerCase();
  if (file.includes('firefox')) return { name: 'Firefox', family: 'firefox', loadsFromFlag: false, path };
  const branded = file.startsWith('google-chrome') || /google[ \\/]*chrome/.test(bundle);
  const known = knownBrowsers.find(
    ({ commands, windows, mac }) =>
      commands.includes(file) ||
      windows.some((place) => path.endsWith(place)) ||
      bundle.endsWith(mac.toLowerCase()),
  );
  const name = branded ? 'Google Chrome' : (known?.name ?? 'Chromium');
  return { name, family: 'chromium', loadsFromFlag: !branded, path };
}

function listPlaces({
  commands,
  mac,
  windows,
}: Pick<KnownBrowser, 'commands' | 'mac' | 'windows'>): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${mac}.app`, 'Contents', 'MacOS', mac.toLowerCase() === 'firefox' ? 'firefox' : mac),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return folders.flatMap((folder) => windows.map((place) => join(folder, place)));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return commands.flatMap((command) => folders.filter(Boolean).map((folder) => join(folder, command)));
}

/**
 * Installs Chromium, and Firefox if wanted, on Debian as root; elsewhere prints what to install. Never fails: a script
 * that needs a browser reports it itself.
 */
function installBrowsers(wantsFirefox: boolean): void {
  const found = findBrowsers();
  const missing = [
    ...(found.some(({ loadsFromFlag }) => loadsFromFlag) ? [] : ['chromium']),
    ...(wantsFirefox && !found.some(({ family }) => family === 'firefox') ? ['firefox-esr'] : []),
  ];
  if (missing.length === 0 || process.env.BROWSER_PATH) return;
  const isDebian = process.platform === 'linux' && existsSync('/etc/debian_version');
  if (!isDebian || process.getuid?.() !== 0) {
    if (found.length === 0) console.error(formatMissingBrowser());
    return;
  }
  try {
    console.error(`Installing ${missing.join(' and ')} (apt-get) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2], env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 2, 2],
      env,
    });
  } catch (error) {
    console.error(`That could not be installed (${String(error)}). ${formatMissingBrowser()}`);
  }
}

if (process.argv[1]?.endsWith('browsers.ts')) {
  if (process.argv.includes('--install')) installBrowsers(process.argv.includes('--firefox'));
  else for (const found of findBrowsers()) console.log(`${found.name}\t${found.path}`);
}
