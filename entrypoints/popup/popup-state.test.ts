// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import type { LogHealth, UndoToken } from '../../lib/watchlog/types.ts';
import { createPopupState, parseTabId } from './popup-state.ts';

const her = formatTypedHint('Her', 2013);
const unknown: FilmDescription = {
  match: { kind: 'unknown', reason: 'no-film-of-that-name' },
  summary: null,
  own: null,
  entries: [],
};
const token: UndoToken = { rows: {} };
const reading: TabReading = {
  url: 'https://films.example/her',
  subject: her,
  mentions: [],
  badgeCount: 1,
  review: null,
};

/** The tab's content script: what it says when asked, or null where there is none. */
let inTab: TabReading | null;
/** What the background says instead of writing. */
let fault: Error | null;
/** The film whose badge opened the popup. */
let asked: SightedHint | null;
let written: { name: string; data: unknown }[];

beforeEach(() => {
  fakeBrowser.reset();
  fault = null;
  asked = null;
  inTab = reading;
  written = [];
  Object.assign(fakeBrowser.tabs, {
    query: () => Promise.resolve([{ id: 7 }]),
    // The browser calls back without an answer where no script listens in the tab.
    sendMessage: (_tab: number, _message: unknown, _options: unknown, answer: (response: unknown) => void) =>
      answer(inTab ? { res: inTab } : undefined),
  });
  const receive = (name: string, data: unknown) => {
    if (fault) throw fault;
    written.push({ name, data });
    return { filmId: 'f1', sequence: written.length, undo: token };
  };
  onMessage('getLogHealth', (): LogHealth => ({ state: 'ok' }));
  onMessage('takePopupHint', () => asked);
  onMessage('describeFilm', () => unknown);
  onMessage('rateFilm', ({ data }) => receive('rateFilm', data));
  onMessage('logViewing', ({ data }) => receive('logViewing', data));
  onMessage('correctMatch', ({ data }) => receive('correctMatch', data));
  onMessage('undoWrite', ({ data }) => receive('undoWrite', data));
});

afterEach(removeAllListeners);

const lateEvening = () => new Date(2026, 10, 21, 23, 50);

test.each([
  ['?tab=12', 12],
  ['', null],
  ['?tab=-1', null],
  ['?tab=1e3', null],
])('the tab is read out of the address: %o', (search, tab) => {
  expect(parseTabId(search)).toBe(tab);
});

test('opens on the film that the page is about', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'film', hint: her, namedBy: 'page', description: unknown });
  expect(state.findShownFilm()?.refs).toEqual(['title:her:2013']);
});

test('the film whose badge opened the popup goes before the film of the page', async () => {
  const inception = formatTypedHint('Inception', 2010);
  asked = inception;
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toMatchObject({ kind: 'film', hint: inception });
});

test('a page that no script reads says so', async () => {
  inTab = null;
  const unread = createPopupState(7);
  await unread.open();
  expect(unread.view.value).toEqual({ kind: 'unread', refused: false });
});

test('a page without a film says so', async () => {
  inTab = { ...reading, subject: null };
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'no-film' });
});

test('a page that the browser keeps to itself is not asked for twice', async () => {
  inTab = null;
  Object.assign(fakeBrowser, {
    scripting: { executeScript: () => Promise.reject(new Error('Cannot access')) },
  });
  const state = createPopupState(7);
  await state.open();
  await state.readPage();
  expect(state.view.value).toEqual({ kind: 'unread', refused: true });
});

test('a rating is written for the film as the page names it, and can be taken back once', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  expect(written).toEqual([
    {
      name: 'rateFilm',
      data: { film: expect.objectContaining({ title: 'Her', year: 2013 }) as unknown, value: 9 },
    },
  ]);
  expect(state.status.value).toEqual({ kind: 'done', text: 'Saved', canUndo: true });
  await state.undo();
  expect(written.at(-1)).toEqual({ name: 'undoWrite', data: token });
  expect(state.status.value).toEqual({ kind: 'done', text: 'Undone', canUndo: false });
  await state.undo();
  expect(written).toHaveLength(2);
});

test("today is the day of the user's own calendar", async () => {
  const state = createPopupState(7, lateEvening);
  await state.open();
  await state.watchedToday();
  expect(written).toMatchObject([
    { name: 'logViewing', data: { entry: { watchedOn: '2026-11-21', rewatch: false }, origin: 'popup' } },
  ]);
});

test('a write that fails says why and offers no undo', async () => {
  fault = new Error('disk full');
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  expect(state.status.value).toEqual({ kind: 'failed', text: 'Not saved: disk full', canUndo: false });
});

test('the choice of film is remembered under the names that the page gave', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.choose(null);
  expect(written).toEqual([{ name: 'correctMatch', data: { keys: ['title:her:2013'], film: null } }]);
});

test('a choice among films that the user looked for is no correction of a page', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.find('King Kong', null);
  const film = formatHintAsFilm({ ...her.hint, refs: ['imdb:tt0360717'], title: 'King Kong', year: 2005 });
  await state.choose(film);
  expect(written).toEqual([]);
  expect(state.view.value).toMatchObject({ namedBy: 'user', hint: { hint: { refs: ['imdb:tt0360717'] } } });
});

test('badges are switched off for the site of the page', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.findSite()).toBe('films.example');
  expect(state.hasBadges()).toBe(true);
  await state.setBadges(false);
  expect(state.hasBadges()).toBe(false);
});

test('without a tab in its address it is about the tab in front', async () => {
  const query = vi.spyOn(fakeBrowser.tabs, 'query');
  const state = createPopupState(null);
  await state.open();
  expect(query).toHaveBeenCalledOnce();
  expect(state.view.value.kind).toBe('film');
});
