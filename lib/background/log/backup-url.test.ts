import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../messaging/messages.ts';
import { useBackupFile } from './backup-url.ts';

const create = Reflect.getOwnPropertyDescriptor(URL, 'createObjectURL') ?? {};
let open: string[];

beforeEach(() => {
  fakeBrowser.reset();
  removeAllListeners();
  open = [];
  // As in Chromium's service worker.
  Reflect.deleteProperty(URL, 'createObjectURL');
  Object.assign(browser, {
    offscreen: {
      createDocument: ({ url }: { url: string }) => Promise.resolve(void open.push(url)),
      closeDocument: () => (open.pop() === undefined ? Promise.reject(new Error('none')) : Promise.resolve()),
    },
  });
  onMessage('makeBackupFile', () => {
    if (open.length === 0) throw new Error('nobody listens');
    return { url: 'blob:1', bytes: 5 };
  });
});

afterEach(() => {
  Object.defineProperty(URL, 'createObjectURL', create);
});

test('a worker that makes no files has a page of ours make it, which is closed afterwards', async () => {
  const pages = await useBackupFile((file) => {
    expect(file).toEqual({ url: 'blob:1', bytes: 5 });
    return Promise.resolve([...open]);
  });
  expect(pages).toEqual(['/backup.html']);
  expect(open).toEqual([]);
});

test('the page is closed where the task fails, and one left over is closed before', async () => {
  open.push('/backup.html');
  await expect(useBackupFile(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(open).toEqual([]);
});

test('a browser that can do neither says so', async () => {
  Object.assign(browser, { offscreen: undefined });
  const task = vi.fn();
  await expect(useBackupFile(task)).rejects.toMatchObject({ code: 'unsupported' });
  expect(task).not.toHaveBeenCalled();
});
