import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { memory } from '../../settings/settings-copy.ts';
import { deleteEverything } from './delete-everything.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});

test('deletes settings, keys, databases and buckets', async () => {
  memory.known = { badgesOn: false };
  await fakeBrowser.storage.local.set({ sourceKeys: { omdb: 'secret' } });
  const open = await openDB('marquee-log', 1, {
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  (await openDB('marquee-cache', 1)).close();
  const remove = vi.fn(() => Promise.resolve());
  const buckets = { keys: () => Promise.resolve(['marquee-copy']), delete: remove };
  await deleteEverything({ factory: indexedDB, buckets });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(memory.known).toEqual({});
  expect(await indexedDB.databases()).toEqual([]);
  expect(remove).toHaveBeenCalledWith('marquee-copy');
  open.close();
});

test('says that a part could not be deleted', async () => {
  const buckets = {
    keys: () => Promise.resolve(['marquee-copy']),
    delete: () => Promise.reject(new Error('busy')),
  };
  await expect(deleteEverything({ factory: indexedDB, buckets })).rejects.toThrow('busy');
});
