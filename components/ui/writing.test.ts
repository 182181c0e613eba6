import { expect, test, vi } from 'vitest';
import { LogError } from '../../lib/watchlog/errors.ts';
import type { BackupFault, WriteReceipt } from '../../lib/watchlog/types.ts';
import { createWriting, formatLogged } from './writing.ts';

const receipt: WriteReceipt = { filmId: null, sequence: 1, undo: 'u1' };

function create(): ReturnType<typeof createWriting> {
  return createWriting({ sendUndo: vi.fn(), onDone: vi.fn(), onAfter: () => Promise.resolve() });
}

test.each<[BackupFault, string]>([
  ['storage-full', 'Saved, but not backed up: this device is full'],
  ['storage-broken', 'Saved, but not backed up yet'],
  ['failed', 'Saved, but not backed up yet'],
])('says that a write is saved but not backed up (%s), and offers its undo', async (notBackedUp, text) => {
  const writing = create();
  await writing.write('Saved', () => Promise.resolve([receipt, { ...receipt, notBackedUp }]));
  expect(writing.status.value).toEqual({ kind: 'done', text, canUndo: true });
});

test('says that a write is saved if it is backed up', async () => {
  const writing = create();
  await writing.write('Saved', () => Promise.resolve(receipt));
  expect(writing.status.value).toMatchObject({ text: 'Saved' });
});

test.each([
  [false, 'Added to your diary'],
  [true, 'Added to your diary and taken off your watchlist'],
])('says what logging a film did to the watchlist: %s', async (leftWatchlist, text) => {
  const writing = create();
  await writing.write(formatLogged, () => Promise.resolve({ ...receipt, leftWatchlist }));
  expect(writing.status.value?.text).toBe(text);
});

const receiptOf = (undo: string): WriteReceipt => ({ sequence: 1, filmId: null, undo });

/** Undoes an action of three writes, some of which were changed since. */
async function undoThree(changedSince: string[]) {
  const asked: string[] = [];
  const writing = createWriting({
    sendUndo: (token) => {
      asked.push(token);
      return changedSince.includes(token)
        ? Promise.reject(new LogError('changed-since', 'Refused.'))
        : Promise.resolve(receiptOf('again'));
    },
    onDone: () => undefined,
    onAfter: () => Promise.resolve(),
  });
  await writing.write('Saved', () => Promise.resolve(['one', 'two', 'three'].map(receiptOf)));
  await writing.undo();
  return { asked, status: writing.status.value };
}

test('an action of several writes is undone but for those that were changed since', async () => {
  const { asked, status } = await undoThree(['three', 'two']);
  expect(asked).toEqual(['three', 'two', 'one']);
  expect(status).toEqual({ kind: 'done', text: 'Undone', canUndo: false });
});

test('an action whose writes were all changed since is reported as not undone', async () => {
  const { asked, status } = await undoThree(['one', 'two', 'three']);
  expect(asked).toHaveLength(3);
  expect(status).toEqual({ kind: 'failed', text: 'Not undone: It was changed since.', canUndo: false });
});

test('writes that are part of one action are undone together, the last one first, and only those in a row', async () => {
  const asked: string[] = [];
  const writing = createWriting({
    sendUndo: (token) => {
      asked.push(token);
      return Promise.resolve(receiptOf('again'));
    },
    onDone: () => undefined,
    onAfter: () => Promise.resolve(),
  });
  const save = (undo: string, partOf?: string): Promise<void> =>
    writing.write('Saved', () => Promise.resolve(receiptOf(undo)), partOf === undefined ? {} : { partOf });
  await save('old', 'entry e1');
  await save('rating');
  for (const undo of ['one', 'two']) await save(undo, 'entry e1');
  await writing.undo();
  expect(asked).toEqual(['two', 'one']);
  await save('three', 'entry e1');
  await writing.undo();
  expect(asked).toEqual(['two', 'one', 'three']);
});
