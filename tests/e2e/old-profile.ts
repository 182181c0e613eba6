// A profile as version 0.1.0 left it: its database and its storage area, written by that version and kept as they were.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteServer } from '../site/server.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';

interface StoreDump {
  keyPath: string | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
  rows: Record<string, unknown>[];
}

/** What a version left in `marquee-log` and in `storage.local`. */
export interface OldProfile {
  database: { name: string; version: number; stores: Record<string, StoreDump> };
  storage: Record<string, unknown>;
}

/** What version 0.1.0 left: see the rows for what was done. */
export function loadOldProfile(): OldProfile {
  const text = gunzipSync(readFileSync('tests/logs/log-0.1.0.json.gz')).toString();
  return JSON.parse(text) as OldProfile;
}

/** An extension that does nothing, at the address of ours. */
const idleManifest = {
  manifest_version: 3,
  name: 'Idle',
  version: '0.0.1',
  permissions: ['storage', 'unlimitedStorage'],
  background: { service_worker: 'idle.js' },
};

/** Writes the profile on a page of an extension none of whose code runs. */
async function putProfile(browser: ExtensionBrowser, profile: OldProfile): Promise<void> {
  const page = await browser.openOwn('manifest.json');
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
  }, profile);
}

/** A browser that comes to the build of today with the profile of an older version. `close` removes it. */
export async function launchOnOldProfile(site: SiteServer, old: OldProfile): Promise<ExtensionBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-old-'));
  // The browser derives the extension's address from this folder.
  const extension = join(folder, 'extension');
  mkdirSync(extension);
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(idleManifest));
  writeFileSync(join(extension, 'idle.js'), '');
  const before = await launchExtension({ site, extension });
  await putProfile(before, old);
  await before.quit();
  rmSync(extension, { recursive: true });
  cpSync('.output/chrome-mv3-sample', extension, { recursive: true });
  const browser = await launchExtension({ site, extension, profile: before.profile });
  return {
    ...browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
