import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeLog } from './messages/log-access.ts';
import { formatTestCatalogue } from '../catalogue/built-in/built-in.fixture.ts';
import { parseHead } from '../catalogue/built-in/layout.ts';
import { pageBytes } from '../catalogue/built-in/partial-file.ts';
import { maxHintsPerBatch, type BatchAnswer, type OwnAnswer } from '../messaging/types.ts';
import type { FilmDescription } from '../messaging/protocol.ts';
import { saveSettings } from '../settings/settings.ts';
import { deleteDatabases } from '../watchlog/testing/delete-databases.ts';
import { her, filmInput } from '../watchlog/testing/fixture.ts';
import type { LogHealth, LogReceipt, WriteReceipt } from '../watchlog/types.ts';
import { cacheDatabaseName } from './cache/cache-database.ts';
import { makeHint, catalogueFilms } from './testing/films.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
const content = {
  id: browser.runtime.id,
  url: 'https://films.example/her',
  frameId: 0,
  tab: { id: 7, windowId: 3, active: true },
};
const catalogueUrl = browser.runtime.getURL('/catalogue/built-in.bin');
const subject = makeHint({ title: 'Her', year: 2013 }, { isSubject: true });

const builtIn = await formatTestCatalogue(catalogueFilms);

/** The machine is offline: nothing but the package can be read. */
const fetchOffline = vi.fn<(input: string) => Promise<Response>>();

/** Starts the background again, as after the browser ended the worker: nothing in memory is left. */
async function startWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  vi.resetModules();
  const { registerToEverything } = await import('./router.ts');
  registerToEverything();
}

/** What the background answers, or the message of its refusal. */
async function send(type: string, data: unknown, sender: unknown): Promise<{ res?: unknown; err?: string }> {
  return await new Promise((resolve) => {
    const message = { id: 1, type, data, timestamp: 0 };
    void fakeBrowser.runtime.onMessage.trigger(
      message,
      sender as never,
      ((answer: { res: unknown; err?: { message: string } }) =>
        resolve(answer.err ? { err: answer.err.message } : { res: answer.res })) as never,
    );
  });
}

/** The code of the error that the background answers with. */
async function findCode(type: string, data: unknown): Promise<unknown> {
  return await new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(
      { id: 1, type, data, timestamp: 0 },
      page,
      (answer: { err?: { code?: unknown } }) => resolve(answer.err?.code),
    );
  });
}

async function ask<T>(type: string, data: unknown, sender: unknown = page): Promise<T> {
  const { res, err } = await send(type, data, sender);
  if (err !== undefined) throw new Error(err);
  return res as T;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  fetchOffline.mockImplementation((url) =>
    url === catalogueUrl
      ? Promise.resolve(new Response(builtIn))
      : Promise.reject(new TypeError('Failed to fetch')),
  );
  vi.stubGlobal('fetch', fetchOffline);
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  await startWorker();
});

afterEach(async () => {
  const { getLog } = await import('./messages/log-access.ts');
  const log = await getLog();
  await log.flush();
  log.close();
});

test('a batch is answered offline out of the package', async () => {
  const { views, badgesOn } = await ask<BatchAnswer>(
    'identifyBatch',
    { hints: [subject, makeHint({ title: 'King Kong' })] },
    content,
  );
  expect(badgesOn).toBe(true);
  expect(views).toMatchObject([
    { kind: 'film', film: { title: 'Her' }, scores: [{ value: 95 }, { value: 82 }] },
    null,
  ]);
  expect(new Set(fetchOffline.mock.calls.map(([url]) => url))).toEqual(new Set([catalogueUrl]));
});

test('a hint that cannot be read gets no badge, and the others of its batch get theirs', async () => {
  const refs = Array.from({ length: 400 }, (_, at) => `tmdb:${900_000 + at}`);
  const overfull = { ...subject, hint: { ...subject.hint, refs: [...subject.hint.refs, ...refs] } };
  const { views } = await ask<BatchAnswer>('identifyBatch', { hints: ['Her', overfull, subject] }, content);
  expect(views).toMatchObject([null, { film: { title: 'Her' } }, { film: { title: 'Her' } }]);
});

test('the listeners stand as soon as the script has run', async () => {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  vi.resetModules();
  const { registerToEverything } = await import('./router.ts');
  expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  registerToEverything();
  expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
});

test('a rating is saved, shown by the badge, and there after the worker was ended', async () => {
  const receipt = await ask<WriteReceipt>('rateFilm', { film: her, value: 9 });
  await ask('logEntry', { film: her, entry: { watchedOn: '2024-01-14' }, origin: 'popup' });
  await startWorker();
  const open = await ask<BatchAnswer>('identifyBatch', { hints: [subject] }, content);
  expect(open.views).toMatchObject([{ kind: 'film', own: null }]);
  const { views } = await ask<OwnAnswer>('readOwnBatch', { hints: [subject] }, content);
  expect(views).toMatchObject([{ kind: 'film', own: { rating: 9, watched: true } }]);
  const description = await ask<FilmDescription>('describeFilm', { hint: subject });
  expect(description).toMatchObject({
    match: { kind: 'film' },
    own: { rating: 9, watchedCount: 1 },
    entries: [{ watchedOn: '2024-01-14' }],
  });
  await ask('undoWrite', receipt.undo);
  expect((await ask<FilmDescription>('describeFilm', { hint: subject })).own?.rating ?? null).toBeNull();
});

test('an undo works after the worker was ended, once, and then says by a code that it is gone', async () => {
  const { undo } = await ask<WriteReceipt>('rateFilm', { film: her, value: 9 });
  const other = await ask<WriteReceipt>('rateFilm', { film: filmInput('Heat', 1995), value: 4 });
  expect(undo).toEqual(expect.any(String));
  expect(other.undo).not.toBe(undo);
  await startWorker();
  await ask('undoWrite', undo);
  const ratingOf = async (hint = subject): Promise<number | null> =>
    (await ask<FilmDescription>('describeFilm', { hint })).own?.rating ?? null;
  expect(await ratingOf()).toBeNull();
  expect(await findCode('undoWrite', undo)).toBe('undo-gone');
  expect(await findCode('undoWrite', 'unknown')).toBe('undo-gone');
  // The undo of another window is as good as before.
  await startWorker();
  await ask('undoWrite', other.undo);
  const { getLog } = await import('./messages/log-access.ts');
  const ratings = await (await getLog()).read((db) => db.getAll('ratings'));
  expect(ratings.every(({ deleted, value }) => deleted !== null || value === null)).toBe(true);
});

test('a film that is logged leaves the watchlist, unless the user keeps it there, and one undo puts it back', async () => {
  const isListed = async (): Promise<boolean> =>
    (await ask<FilmDescription>('describeFilm', { hint: subject })).own?.onWatchlist ?? false;
  const request = { film: her, entry: { watchedOn: '2024-01-14' }, origin: 'popup' };
  await ask('setWatchlist', { film: her, listed: true });
  const receipt = await ask<LogReceipt>('logEntry', { ...request, keepsWatchlist: true });
  expect(receipt.leftWatchlist).toBe(true);
  const { entries } = await ask<FilmDescription>('describeFilm', { hint: subject });
  expect(entries.map(({ id }) => id)).toEqual([receipt.entryId]);
  expect(await isListed()).toBe(false);
  await ask('undoWrite', receipt.undo);
  expect(await isListed()).toBe(true);
  await saveSettings({ keepsWatchlist: true });
  expect(await ask('logEntry', request)).toMatchObject({ leftWatchlist: false });
  expect(await isListed()).toBe(true);
});

test('a bulk edit is taken back by one undo, and what is emptied permanently by none', async () => {
  for (const title of ['One', 'Two', 'Three'])
    await ask('logEntry', { film: filmInput(title, 2001), entry: { note: 'secret' }, origin: 'log' });
  const { getLog } = await import('./messages/log-access.ts');
  const readNotes = async (): Promise<(string | null)[]> =>
    (await (await getLog()).read((db) => db.getAll('entries'))).map(({ note, deleted }) =>
      deleted === null ? note : null,
    );
  const ids = (await (await getLog()).read((db) => db.getAll('entries'))).map(({ id }) => id);
  const edit = await ask<WriteReceipt>('editEntries', { ids, edit: { set: { note: 'public' } } });
  const deletion = await ask<WriteReceipt>('editEntries', { ids, edit: { isDeleted: true } });
  await ask('undoWrite', deletion.undo);
  await ask('undoWrite', edit.undo);
  expect(await readNotes()).toEqual(['secret', 'secret', 'secret']);
  const again = await ask<WriteReceipt>('editEntries', { ids, edit: { isDeleted: true } });
  await ask('purgeTrash', { rows: ids.map((id) => ({ store: 'entries', id })) });
  expect(await findCode('undoWrite', again.undo)).toBe('undo-gone');
});

test('after a restart the same page is answered from the cache, without reading a film in the package', async () => {
  const first = await ask<BatchAnswer>('identifyBatch', { hints: [subject] }, content);
  await vi.waitFor(async () => {
    await startWorker();
    // No film can be read of this file: of the pages after those that opening needs, nothing is left.
    const { titles, checks } = parseHead(builtIn).sections;
    const emptied = builtIn.slice().fill(0, Math.ceil(titles[0] / pageBytes) * pageBytes, checks[0]);
    fetchOffline.mockImplementation(() => Promise.resolve(new Response(emptied)));
    expect(await ask('identifyBatch', { hints: [subject] }, content)).toEqual(first);
  });
});

test('nothing of the user’s own is in the cache', async () => {
  await ask('rateFilm', { film: her, value: 9 });
  await ask('identifyBatch', { hints: [subject] }, content);
  const { openDB } = await import('idb');
  await vi.waitFor(async () => {
    const db = await openDB(cacheDatabaseName);
    const rows: unknown = await db.getAll('answers');
    db.close();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/rating|filmId|watched/i);
  });
});

test.each<[string, Record<string, unknown>]>([
  ['on a site switched off', { offSites: ['films.example'] }],
  ['when all are switched off', { badgesOn: false }],
])('no film is looked up %s', async (_when, settings) => {
  await browser.storage.local.set(settings);
  expect(await ask('identifyBatch', { hints: [subject] }, content)).toEqual({
    views: [],
    badgesOn: false,
    asksInView: false,
  });
  expect(fetchOffline).not.toHaveBeenCalled();
});

test('which one of several is asked on the film’s own page, and the answer is remembered', async () => {
  const kong = makeHint({ title: 'King Kong' }, { isSubject: true });
  const before = await ask<BatchAnswer>('identifyBatch', { hints: [kong] }, content);
  expect(before.views).toMatchObject([{ kind: 'ambiguous', candidates: 2 }]);
  const { match } = await ask<FilmDescription>('describeFilm', { hint: kong });
  const chosen = match.kind === 'ambiguous' ? match.candidates.find(({ year }) => year === 2005) : undefined;
  await ask('correctMatch', { keys: ['title:king-kong'], film: chosen });
  // The page cannot see the answer: its badge is where it was.
  expect(await ask('identifyBatch', { hints: [kong] }, content)).toEqual(before);
  const after = await ask<OwnAnswer>('readOwnBatch', { hints: [kong] }, content);
  expect(after.views).toMatchObject([{ kind: 'film', film: { year: 2005 }, scores: [{ value: 83 }] }]);
});

const privileged: [string, unknown][] = [
  ['describeFilm', { hint: subject }],
  ['takePendingPopupFilm', { tabId: 7 }],
  ['rateFilm', { film: her, value: 1 }],
  ['logEntry', { film: her, entry: {}, origin: 'popup' }],
  ['changeEntry', { id: 'x', changes: {} }],
  ['deleteEntry', { id: 'x' }],
  ['setWatchlist', { film: her, listed: true }],
  ['correctMatch', { keys: ['title:her'], film: null }],
  ['undoWrite', 'token'],
  ['getLogHealth', undefined],
  ['listBackups', undefined],
  ['restoreBackup', { id: 'x' }],
  ['acceptLoss', undefined],
];

test.each(privileged)(
  '%s is refused to a content script, another extension and a frame',
  async (type, data) => {
    for (const sender of [
      content,
      { ...page, id: 'other' },
      { ...page, origin: 'https://films.example' },
      {},
    ]) {
      expect(await send(type, data, sender)).toEqual({ err: 'message refused' });
    }
  },
);

test.each([
  ['identifyBatch', { hints: [subject] }],
  ['readOwnBatch', { hints: [subject] }],
  ['openPopupFor', subject],
])('%s is refused to everybody but a page’s top content script', async (type, data) => {
  for (const sender of [
    page,
    { ...content, id: 'other' },
    { ...content, frameId: 2 },
    { ...content, tab: undefined },
  ]) {
    expect(await send(type, data, sender)).toEqual({ err: 'message refused' });
  }
});

test.each<[string, unknown, unknown]>([
  ['identifyBatch', { hints: Array.from({ length: maxHintsPerBatch + 1 }, () => subject) }, content],
  ['identifyBatch', { hints: 'Her' }, content],
  ['identifyBatch', null, content],
  ['openPopupFor', { hint: {} }, content],
  ['rateFilm', { film: her, value: 12 }, page],
  ['rateFilm', { film: { title: 'Her' }, value: 9 }, page],
  ['undoWrite', { films: [{ before: null, after: {} }] }, page],
  ['undoWrite', '', page],
  ['restoreBackup', {}, page],
])('%s that is not of its shape is refused: %#', async (type, data, sender) => {
  expect(await send(type, data, sender)).toEqual({ err: 'message malformed' });
});

test.each(['dropTable', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'an unknown message is not answered: %s',
  async (type) => {
    const message = { id: 1, type, data: null, timestamp: 0 };
    const answers = await fakeBrowser.runtime.onMessage.trigger(message, content as never, vi.fn());
    expect(answers).not.toContain(true);
  },
);

test('a refusal tells its name and no more', async () => {
  const message = { id: 1, type: 'rateFilm', data: { film: her, value: 9 }, timestamp: 0 };
  const answer = await new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, content as never, resolve);
  });
  expect(answer).toEqual({ err: { name: 'MessageError', message: 'message refused' } });
});

test('what the log refuses reaches the page in words, and a content script gets no details', async () => {
  expect((await send('changeEntry', { id: 'gone', changes: { note: 'x' } }, page)).err).toMatch(
    /no such entry/,
  );
  gesture(true);
  vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('secret path /home'));
  expect(await send('openPopupFor', subject, content)).toEqual({ err: 'message failed' });
});

/** Says whether the page has just had a gesture of the user. */
function gesture(isActive: boolean): void {
  vi.stubGlobal('performance', { now: () => 1_000_000 });
  Object.assign(browser, { scripting: { executeScript: () => Promise.resolve([{ result: isActive }]) } });
}

test('a click in a badge opens the popup on that film, once', async () => {
  gesture(true);
  const open = vi.spyOn(browser.action, 'openPopup').mockResolvedValue(undefined);
  await ask('openPopupFor', subject, content);
  expect(open).toHaveBeenCalledWith({ windowId: 3 });
  expect(await ask('takePendingPopupFilm', { tabId: 7 })).toEqual(subject);
  const again = Array.from({ length: 20 }, () => send('openPopupFor', subject, content));
  expect(await Promise.all(again)).toEqual(Array(20).fill({ err: 'message refused' }));
  expect(open).toHaveBeenCalledOnce();
});

test.each<[string, boolean, object]>([
  ['without a gesture', false, content],
  ['from a tab in the back', true, { ...content, tab: { ...content.tab, active: false } }],
])('a page %s opens no popup', async (_how, isActive, sender) => {
  gesture(isActive);
  const open = vi.spyOn(browser.action, 'openPopup').mockResolvedValue(undefined);
  expect(await send('openPopupFor', subject, sender)).toEqual({ err: 'message refused' });
  expect(open).not.toHaveBeenCalled();
});

test('a write makes every tab ask again, and one that does not listen is not a fault', async () => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }, { id: 8 }, {}] as never);
  const told: unknown[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(((tabId: number, message: { type: string }) => {
    told.push([tabId, message.type]);
    return Promise.resolve(tabId === 8 ? undefined : { res: undefined });
  }) as never);
  await ask('setWatchlist', { film: filmInput('Heat', 1995), listed: true });
  await vi.waitFor(() =>
    expect(told).toEqual([
      [7, 'logChanged'],
      [8, 'logChanged'],
    ]),
  );
});

test('a page gets the health of the log', async () => {
  expect(await ask<LogHealth>('getLogHealth', undefined)).toMatchObject({ state: 'ok' });
  expect(await ask('listBackups', undefined)).toEqual([]);
});

test('every message that the protocol sends to the background has a listener', async () => {
  const source = await readFile(new URL('../messaging/protocol.ts', import.meta.url), 'utf8');
  const names = [...source.slice(source.indexOf('interface ProtocolMap')).matchAll(/^ {2}(\w+)\(/gm)].map(
    ([, name]) => name ?? '',
  );
  const toTabs = new Set(['readTab', 'logChanged']);
  const answered = await Promise.all(
    names.filter((name) => !toTabs.has(name)).map(async (name) => [name, (await send(name, null, {})).err]),
  );
  expect(answered).toEqual(
    names.filter((name) => !toTabs.has(name)).map((name) => [name, 'message refused']),
  );
});
