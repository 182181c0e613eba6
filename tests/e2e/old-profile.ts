// A profile of version 0.1.0: its database and its storage area, as that version wrote them.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findTestBrowser } from '../../scripts/browsers.ts';
import type { SiteServer } from '../site/server.ts';
import { launchExtension, listFlags, type ExtensionBrowser } from './browser.ts';

interface StoreDump {
  keyPath: string | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
  rows: Record<string, unknown>[];
}

/** The contents of `marquee-log` and `storage.local`. */
export interface OldProfile {
  database: { name: string; version: number; stores: Record<string, StoreDump> };
  storage: Record<string, unknown>;
}

/** Reads the data of version 0.1.0. */
export function loadOldProfile(): OldProfile {
  const text = gunzipSync(readFileSync('tests/logs/log-0.1.0.json.gz')).toString();
  return JSON.parse(text) as OldProfile;
}

/** An extension at our address without code: the browser would restart an older worker instead of ours. */
const idleManifest = {
  manifest_version: 3,
  name: 'Idle',
  version: '0.0.1',
  permissions: ['storage', 'unlimitedStorage'],
};

/** Returns the id that Chromium derives from an unpacked extension's folder: its SHA-256 in the letters a to p. */
function findExtensionId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

/** Writes the old data into a profile, on a page of the idle extension. */
async function putProfile(
  site: SiteServer,
  { extension, profile }: { extension: string; profile: string },
  old: OldProfile,
): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findTestBrowser().path,
    args: [...listFlags(site), `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${findExtensionId(extension)}/manifest.json`);
  await page.evaluate(async ({ database: { name, version, stores }, storage }) => {
    interface WithStorage {
      chrome: { storage: { local: { set: (items: object) => Promise<void> } } };
    }
    await (globalThis as unknown as WithStorage).chrome.storage.local.set(storage);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, version);
      request.onerror = () => reject(new Error(String(request.error)));
      request.onupgradeneeded = () => {
        for (const [storeName, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
          const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
          for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
            store.createIndex(index, path, { unique, multiEntry });
          for (const row of rows) store.put(row);
        }
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  }, old);
  await context.close();
}

/** Launches the current build on the profile of an older version. `close` removes the profile. */
export async function launchOnOldProfile(site: SiteServer, old: OldProfile): Promise<ExtensionBrowser> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'marquee-old-')));
  const [extension, profile] = [join(folder, 'extension'), join(folder, 'profile')];
  mkdirSync(extension);
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(idleManifest));
  await putProfile(site, { extension, profile }, old);
  rmSync(extension, { recursive: true });
  cpSync('.output/chrome-mv3-sample', extension, { recursive: true });
  const browser = await launchExtension({ site, extension, profile });
  return {
    ...browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
