// Starts Chromium with the built extension on the sample site, and gives access to what a page cannot see.
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findTestBrowser } from '../../scripts/browsers.ts';
import { formatResolverRules, type SiteServer } from '../site/server.ts';

/** Less than the limit of a test, and more than any wait needs. */
const longestWaitMs = 100_000;

export interface LaunchOptions {
  site: SiteServer;
  /** IANA name; also that of the worker, since it is set for the whole process. */
  timeZone?: string;
  colorScheme?: 'light' | 'dark';
  /** Folder of the unpacked extension. */
  extension?: string;
  headless?: boolean;
  /** A profile of an earlier launch, to come back to. */
  profile?: string;
  viewport?: { width: number; height: number };
  /** Whether a page that is left may come back as it was (the back-forward cache), as people's browsers do. */
  keepsPages?: boolean;
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** Opens an address in a new tab and waits until it is loaded. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension, such as `log.html`. */
  openOwn(path: string): Promise<Page>;
  /** Opens the popup for a page's tab, in a new tab. */
  openPopup(page: Page): Promise<Page>;
  /** Stops the service worker, as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<ExtensionBrowser>;
  /** Kills the browser and all its processes. Keeps the profile. */
  crash(): Promise<void>;
  /** Closes the browser and keeps the profile. */
  quit(): Promise<void>;
  /** Closes the browser and removes the profile. */
  close(): Promise<void>;
}

/** The build that also has permission for the live sources' hosts. `global-set-up.ts` writes it. */
export const grantedBuild = '.output/chrome-mv3-granted';

/** Launches Chromium with the extension. Throws an error of one line if no suitable browser is installed. */
export async function launchExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { site, timeZone = 'UTC', colorScheme = 'light', viewport = { width: 1000, height: 800 } } = options;
  const extension = resolve(options.extension ?? '.output/chrome-mv3-sample');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'marquee-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findTestBrowser().path,
    headless: options.headless ?? true,
    colorScheme,
    viewport,
    locale: 'en-GB',
    ignoreDefaultArgs: options.keepsPages ? ['--disable-back-forward-cache'] : [],
    env: { ...process.env, TZ: timeZone },
    args: [...listFlags(site), `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  // Playwright's default of 30 s is too short for a large page on a busy machine.
  context.setDefaultTimeout(longestWaitMs);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  const own = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const quit = () => context.close();
  if (!options.profile && existsSync(join(extension, 'welcome.html')))
    await closeWelcome(context, own('welcome.html'));
  return {
    context,
    extensionId,
    profile,
    open,
    openOwn: (path) => open(own(path)),
    openPopup: async (page) => open(own(`popup.html?tab=${await findTabId(context, extensionId, page)}`)),
    killWorker: () => killWorker(context, extensionId),
    restart: async () => {
      await quit();
      return launchExtension({ ...options, profile });
    },
    crash: () => crash(context, profile),
    quit,
    close: async () => {
      await quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Closes the page that opens after an installation. In front of a page, it lets it have one frame a second. */
async function closeWelcome(context: BrowserContext, url: string): Promise<void> {
  const find = () => context.pages().find((page) => page.url() === url);
  const end = Date.now() + 20_000;
  while (!find() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  await find()?.close();
}

/** Returns the flags for Chromium on the sample site. Root cannot use the sandbox. */
export function listFlags(site: SiteServer): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--no-first-run',
    '--ignore-certificate-errors',
    formatResolverRules(site),
  ];
}

/**
 * Returns a tab on a document of the extension's origin without any of its code, from which tests call the browser's API.
 */
async function openDesk(context: BrowserContext, extensionId: string): Promise<Page> {
  const address = `chrome-extension://${extensionId}/manifest.json`;
  const open = context.pages().find((page) => page.url() === address);
  if (open) return open;
  const desk = await context.newPage();
  await desk.goto(address);
  return desk;
}

/** Returns the browser's id of a page's tab. */
async function findTabId(context: BrowserContext, extensionId: string, page: Page): Promise<number> {
  const desk = await openDesk(context, extensionId);
  await page.bringToFront();
  const id = await desk.evaluate(async () => {
    interface WithTabs {
      chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
    }
    const { tabs } = (globalThis as unknown as WithTabs).chrome;
    return (await tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  });
  if (id === undefined) throw new Error(`No tab shows ${page.url()}.`);
  return id;
}

/** Stops every service worker through the debugging protocol. The next message starts it again. */
async function killWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await context.newCDPSession(await openDesk(context, extensionId));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/**
 * Kills the browser's process group. Chromium writes its process id into the profile's lock (Linux and macOS).
 */
async function crash(context: BrowserContext, profile: string): Promise<void> {
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').pop());
  const closed = context.waitForEvent('close');
  process.kill(-pid, 'SIGKILL');
  await closed;
  rmSync(join(profile, 'SingletonLock'), { force: true });
}
