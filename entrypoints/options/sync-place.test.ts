import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as SyncStoreModule from '../../lib/sync/sync-store.ts';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import { syncOff } from '../../lib/messaging/testing/sync-off.ts';

/** A folder as Chromium keeps it over a start: the permission is "prompt" until a click asks for it. */
const folder = vi.hoisted(() => ({
  name: 'Marquee',
  permission: 'prompt',
  /** What the user answers. */
  answer: 'granted',
  asked: [] as unknown[],
  requestPermission(descriptor: object) {
    this.asked.push(descriptor);
    // Chromium asks no more where the user has blocked it.
    if (this.permission === 'prompt') this.permission = this.answer;
    return Promise.resolve(this.permission);
  },
}));

vi.mock('../../lib/sync/sync-store.ts', async (load) => ({
  ...(await load<typeof SyncStoreModule>()),
  // A database takes no object with functions that is not the browser's own.
  createSyncStore: () => ({ loadFolder: () => Promise.resolve(folder), close: () => undefined }),
}));

let passes = 0;
beforeEach(() => {
  Object.assign(folder, { permission: 'prompt', answer: 'granted', asked: [] });
  passes = 0;
  onMessage('syncState', () => ({ ...syncOff, location: { kind: 'folder', name: 'Marquee' } }));
  onMessage('syncNow', () => {
    passes += 1;
    return { ok: true };
  });
});
afterEach(removeAllListeners);

async function allow() {
  // Another test of this process may have loaded the modules with their own store.
  vi.resetModules();
  const { createSyncState } = await import('./sync-state.ts');
  const state = createSyncState(() => new Date(0));
  await state.refreshSync();
  await state.allowPlace();
  return state.syncStatus.value;
}

test('a folder whose permission is "prompt" is asked for with a click, and synced once it is granted', async () => {
  expect(await allow()).toBeNull();
  expect(folder.asked).toEqual([{ mode: 'readwrite' }]);
  expect(passes).toBe(1);
});

test.each([
  ['is declined', 'prompt', 'prompt'],
  ['is blocked now', 'prompt', 'denied'],
  ['was blocked before', 'denied', 'granted'],
] as const)(
  'a permission that %s is said in words, and nothing is synced',
  async (_what, permission, answer) => {
    Object.assign(folder, { permission, answer });
    expect(await allow()).toMatchObject({ kind: 'failed', text: t('syncFolderBlocked') });
    expect(passes).toBe(0);
  },
);
