import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeAllListeners } from '../lib/messaging/messages.ts';
import { memory as settingsCopy } from '../lib/settings/settings-copy.ts';
import english from '../public/_locales/en/messages.json';

// Test files that run in one process do not share databases: what one has open would keep another from deleting it.
globalThis.indexedDB = new IDBFactory();
const reset = fakeBrowser.reset.bind(fakeBrowser);
fakeBrowser.reset = () => {
  reset();
  // What an earlier test has set must not come back as the settings that a storage has lost.
  settingsCopy.known = {};
};
fakeBrowser.reset();

// What a file has stubbed is nothing to the next one in the same process.
const areas = { ...fakeBrowser };
afterAll(() => {
  // A listener that is left would keep those of the next file from being heard, as the fake browser forgets it.
  removeAllListeners();
  vi.unstubAllGlobals();
  Object.assign(fakeBrowser, areas);
});

const messages = new Map<string, { message: string }>(Object.entries(english));

// The fake browser has no messages, so this returns the English ones.
Object.assign(fakeBrowser.i18n, {
  getUILanguage: () => 'en-GB',
  getMessage: (key: string, substitutions: string | string[] = []) =>
    (messages.get(key)?.message ?? '').replace(
      /\$([1-9])/g,
      (_place, number: string) => [substitutions].flat()[Number(number) - 1] ?? '',
    ),
});

// The fake browser has no manifest, and this one has no permissions.
Object.assign(fakeBrowser.runtime, {
  getManifest: () => ({ manifest_version: 3, name: 'Marquee', version: '0' }),
});
const silentEvent = { addListener: () => undefined, removeListener: () => undefined };
Object.assign(fakeBrowser, {
  permissions: { contains: () => Promise.resolve(false), onAdded: silentEvent, onRemoved: silentEvent },
  contextMenus: { onClicked: silentEvent, removeAll: () => Promise.resolve(), create: () => undefined },
  commands: { onCommand: silentEvent },
  omnibox: {
    onInputChanged: silentEvent,
    onInputEntered: silentEvent,
    setDefaultSuggestion: () => undefined,
  },
});
