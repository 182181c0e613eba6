import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readFiles } from '../../transfer/files/read-files.ts';
import { fileBackupRecord } from '../../settings/backup-settings.ts';
import { logEntry } from '../../watchlog/commands/commands.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import {
  loadFileBackup,
  noteFileSaved,
  saveScheduledBackup,
  saveFileBackup,
  switchFileBackup,
} from './file-backup.ts';
import { closeLog, getLog } from '../messages/log-access.ts';

const start = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;

interface Download {
  id: number;
  filename: string;
  state: string;
  error?: string;
}

let downloads: Map<number, Download>;
/** What is in the folder, by name. */
let folder: Map<string, string>;
let outcome: Partial<Download>;
let granted: boolean;
let lastId = 0;
const blobs = new Map<string, Blob>();

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  downloads = new Map();
  folder = new Map();
  outcome = {};
  granted = true;
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url: string) => void blobs.delete(url);
  Object.assign(browser.permissions, { contains: () => Promise.resolve(granted) });
  Object.assign(browser, {
    downloads: {
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
      download: async ({ url, filename }: { url: string; filename: string }) => {
        const id = (lastId += 1);
        const name = folder.has(filename) ? filename.replace('.json', ` (${id}).json`) : filename;
        folder.set(name, (await blobs.get(url)?.text()) ?? '');
        downloads.set(id, { id, filename: `/home/user/Downloads/${name}`, state: 'complete', ...outcome });
        return id;
      },
      search: ({ id }: { id: number }) => Promise.resolve([downloads.get(id)].filter(Boolean)),
      removeFile: (id: number) => {
        const path = downloads.get(id)?.filename ?? '';
        const name = path.slice('/home/user/Downloads/'.length);
        return folder.delete(name) ? Promise.resolve() : Promise.reject(new Error('gone'));
      },
      erase: ({ id }: { id: number }) => Promise.resolve(downloads.delete(id) ? [id] : []),
    },
  });
  const log = await getLog();
  await log.acceptLoss();
  await log.write(logEntry({ film: her, entry: { note: 'at home' }, origin: 'log' }));
});

afterEach(async () => {
  const log = await getLog();
  await log.flush();
});

test('a backup is our own file, complete, in the downloads folder', async () => {
  const state = await saveFileBackup(start);
  expect(state).toMatchObject({ lastDoneAt: start, lastFault: null, hasPermission: true });
  const [[name, text] = ['', '']] = folder;
  expect(name).toMatch(/^Marquee\/marquee-2026-11-2\d\.json$/);
  expect(state.files).toEqual([
    { name: name.split('/').at(-1), madeAt: start, bytes: new Blob([text]).size },
  ]);
  const reading = readFiles([{ name: 'backup.json', bytes: new TextEncoder().encode(text) }], {
    timeZone: 'UTC',
  });
  expect(reading).toMatchObject({ format: 'marquee', error: null });
  expect(reading.log?.entries.map(({ note }) => note)).toContain('at home');
  expect(blobs.size).toBe(0);
});

test('the last ten are kept, older ones of our own go, and one the user has moved is no fault', async () => {
  folder.set('Marquee/mine.json', 'the user’s own');
  for (let at = 0; at < 13; at += 1) {
    const oldest = [...folder.keys()].find((name) => name !== 'Marquee/mine.json');
    if (at === 11) folder.delete(oldest ?? '');
    await saveFileBackup(start + at * day);
  }
  const { files, lastFault } = await loadFileBackup();
  expect(lastFault).toBeNull();
  expect(files.map(({ madeAt }) => (madeAt - start) / day)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(folder.size).toBe(11);
  expect(folder.get('Marquee/mine.json')).toBe('the user’s own');
  expect(downloads.size).toBe(10);
});

test.each<[string, () => void, RegExp]>([
  ['the disk is full', () => (outcome = { state: 'interrupted', error: 'FILE_NO_SPACE' }), /^disk-full$/],
  ['the permission is gone', () => (granted = false), /^no-permission$/],
  ['the browser stops the download', () => (outcome = { state: 'interrupted', error: 'CRASH' }), /^failed$/],
])('where %s the fault is stored and no backup is deleted', async (_name, spoil, fault) => {
  await saveFileBackup(start);
  spoil();
  const state = await saveFileBackup(start + day);
  expect(state.lastFault).toMatch(fault);
  expect(state).toMatchObject({ lastDoneAt: start, files: [{ madeAt: start }] });
  outcome = {};
  granted = true;
  expect(await saveFileBackup(start + 2 * day)).toMatchObject({
    lastFault: null,
    lastDoneAt: start + 2 * day,
  });
});

test('a list of files that cannot be read is not replaced, and the file is saved', async () => {
  await saveFileBackup(start);
  const { files } = await loadFileBackup();
  for (const spoil of [() => undefined, () => (outcome = { state: 'interrupted', error: 'CRASH' })]) {
    spoil();
    const reading = vi.spyOn(fileBackupRecord, 'getValue').mockRejectedValue(new Error('IO error'));
    await saveFileBackup(start + day);
    await noteFileSaved(start + day);
    reading.mockRestore();
    expect((await loadFileBackup()).files).toEqual(files);
  }
  // The fake browser keeps what an interrupted download has written.
  expect(folder.size).toBe(3);
});

test('two backups at once are both in the list', async () => {
  await Promise.all([saveFileBackup(start), saveFileBackup(start + 1)]);
  expect((await loadFileBackup()).files).toHaveLength(2);
});

test('a fault that an older version stored as a sentence counts as a failure', async () => {
  const former = { lastDoneAt: null, lastFault: 'The download is gone.', sequence: -1, files: [] };
  await fileBackupRecord.setValue(former);
  expect(await loadFileBackup()).toMatchObject({ lastFault: 'failed' });
});

test('the daily backup is written where it is on and something has changed', async () => {
  await saveScheduledBackup(start);
  expect(folder.size).toBe(0);
  expect(await switchFileBackup(true)).toMatchObject({ on: true });
  await saveScheduledBackup(start);
  await saveScheduledBackup(start + day);
  expect(folder.size).toBe(1);
  await (await getLog()).write(logEntry({ film: her, entry: {}, origin: 'log' }));
  await saveScheduledBackup(start + 2 * day);
  expect(folder.size).toBe(2);
  expect((await fileBackupRecord.getValue()).lastDoneAt).toBe(start + 2 * day);
});
