import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners, sendMessage } from '../../../lib/messaging/messages.ts';
import { LogError } from '../../../lib/watchlog/errors.ts';
import type { LogHealth } from '../../../lib/watchlog/types.ts';
import { createLogState } from './log-state.ts';

let hash: string;
let from: string | null;
const back = vi.fn();
const createState = () =>
  createLogState({ read: () => hash, write: (text) => void (hash = text), from: () => from, back });

const damaged: LogHealth = { state: 'damaged', promisedRows: 2, foundRows: 1, backups: [] };
let health: LogHealth;
let fault: Error | null;
let written: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  health = { state: 'ok' };
  fault = null;
  written = [];
  hash = '#diary';
  from = null;
  back.mockClear();
  const receive = (data: unknown) => {
    if (fault) throw fault;
    written.push(data);
    return { filmId: 'f1', sequence: written.length, undo: 'token' };
  };
  onMessage('getLogHealth', () => health);
  onMessage('listBackups', () => []);
  onMessage('listLogChanges', () => null);
  onMessage('logEntry', ({ data }) => ({ ...receive(data), entryId: 'e1', leftWatchlist: false }));
  onMessage('deleteEntry', ({ data }) => receive(data));
  onMessage('undoWrite', ({ data }) => receive(data));
  onMessage('acceptLoss', () => {
    if (fault) throw fault;
    return { state: 'ok' } as const;
  });
});

afterEach(removeAllListeners);

test('an empty log is whole and has an empty list', async () => {
  const state = createState();
  await state.open();
  expect(state.health.value).toEqual({ state: 'ok' });
  expect(state.listingOf('diary')?.positions).toEqual([]);
  expect(state.shown.value?.isWhole).toBe(true);
});

test('a change of the query does not notify the subscribers of other parts of the address', async () => {
  hash = '#films?rewatch=1&sort=-year&layout=table';
  const state = createState();
  await state.open();
  const listeners = [state.view, state.filters, state.period].map((part) => {
    const listener = vi.fn();
    part.subscribe(listener);
    return listener;
  });
  state.search('h');
  state.search('he');
  expect(listeners.map((listener) => listener.mock.calls.length)).toEqual([1, 1, 1]);
  expect(state.sortingOf('films')).toEqual({ key: 'year', isDescending: true });
  expect(state.layoutOf('films')).toBe('table');
  state.filter({ rewatch: false });
  expect(listeners.map((listener) => listener.mock.calls.length)).toEqual([1, 2, 1]);
});

test('opens the page of a film, and goes back to where it was opened', () => {
  const state = createState();
  state.openPage('film', 'f1');
  expect(hash).toBe('#film/f1');
  expect([state.view.value, state.pageId.value]).toEqual(['film', 'f1']);
  from = '#watchlist?q=her';
  expect(state.cameFrom()).toMatchObject({ view: 'watchlist', query: 'her' });
  state.leavePage('films');
  expect(back).toHaveBeenCalledOnce();
  expect(hash).toBe('#film/f1');
});

test('leaves a page that was opened by itself for its view', () => {
  hash = '#film/f1';
  const state = createState();
  expect(state.cameFrom()).toBeNull();
  state.leavePage('films');
  expect(back).not.toHaveBeenCalled();
  expect(hash).toBe('#films');
});

test('a deletion can be undone once', async () => {
  const state = createState();
  await state.open();
  await state.remove('e1');
  expect(state.status.value).toEqual({ kind: 'done', text: 'Entry deleted', canUndo: true });
  await state.undo();
  await state.undo();
  expect(written).toEqual([{ id: 'e1' }, 'token']);
  expect(state.status.value).toEqual({ kind: 'done', text: 'Undone', canUndo: false });
});

test.each([
  ['undo-gone', 'Not undone: This change can no longer be undone.'],
  ['changed-since', 'Not undone: It was changed since.'],
] as const)('says why an undo was refused with %s', async (code, text) => {
  const state = createState();
  await state.open();
  await state.remove('e1');
  fault = new LogError(code, 'Refused.');
  await state.undo();
  expect(state.status.value).toEqual({ kind: 'failed', text, canUndo: false });
});

test('a double click adds one entry', async () => {
  const state = createState();
  await state.open();
  const film = { title: 'Her', year: 2013, refs: [] };
  const entry = { watchedOn: null, rewatch: false, finished: true, tags: [], note: '', rating: null };
  await Promise.all([state.add(film, entry), state.add(film, entry)]);
  expect(written).toHaveLength(1);
});

test('says why a write failed', async () => {
  const state = createState();
  await state.open();
  fault = new Error('no such luck');
  await state.remove('e1');
  expect(state.status.value).toEqual({
    kind: 'failed',
    text: 'Not saved. Something unexpected went wrong. Try again.',
    canUndo: false,
  });
});

test('loads the changes when the log changes elsewhere', async () => {
  const state = createState();
  await state.open();
  health = damaged;
  await sendMessage('logChanged', undefined);
  expect(state.health.value).toEqual(damaged);
});

test('is healthy again after the user accepts the loss', async () => {
  health = damaged;
  const state = createState();
  await state.open();
  await state.acceptLoss();
  expect(state.health.value).toEqual({ state: 'ok' });
  expect(state.isBusy.value).toBe(false);
});

test('shows why a repair failed, and keeps the state of the log', async () => {
  health = damaged;
  const state = createState();
  await state.open();
  fault = new Error('no such luck');
  await state.acceptLoss();
  expect(state.fault.value).toBe('Something unexpected went wrong. Try again.');
  expect(state.health.value).toEqual(damaged);
});

test('shows the log as unreadable when the background cannot answer', async () => {
  removeAllListeners();
  onMessage('getLogHealth', () => {
    throw new Error('UnknownError');
  });
  onMessage('listBackups', () => []);
  const state = createState();
  await state.open();
  expect(state.health.value).toEqual({ state: 'unreadable', code: 'unreadable', backups: [] });
});
