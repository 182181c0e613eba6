import { readFile } from 'node:fs/promises';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildCatalogue } from '../catalogue/builder/build-catalogue.ts';
import { formatContainer } from '../catalogue/container.ts';
import { maxHintsPerBatch, type BatchAnswer } from '../messaging/types.ts';
import type { FilmDescription } from '../messaging/protocol.ts';
import { logDatabaseName } from '../watchlog/store/schema.ts';
import { her, filmInput } from '../watchlog/testing/fixture.ts';
import type { LogHealth, WriteReceipt } from '../watchlog/types.ts';
import { cacheDatabaseName } from './cache/cache-database.ts';
import { makeHint, catalogueFilms } from './testing/films.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
const content = {
  id: browser.runtime.id,
  url: 'https://films.example/her',
  frameId: 0,
  tab: { id: 7, windowId: 3 },
};
const catalogueUrl = browser.runtime.getURL('/catalogue/built-in.bin');
const subject = makeHint({ title: 'Her', year: 2013 }, { isSubject: true });

const info = { id: 'starter', name: 'Starter', asOf: '2010', licence: null, attribution: null, note: null };
const { manifest, shards } = await buildCatalogue(catalogueFilms, info, { minFilmsPerShard: 1 });
const container = formatContainer(manifest, shards);

/** The machine is offline: nothing but the package can be read. */
const fetchOffline = vi.fn<(input: string) => Promise<Response>>();

/** Starts the background anew, as after the browser ended the worker: nothing in memory is left. */
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
  await Promise.all([deleteDB(logDatabaseName), deleteDB(cacheDatabaseName)]);
  fetchOffline.mockImplementation((url) =>
    url === catalogueUrl
      ? Promise.resolve(new Response(container))
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
  expect(fetchOffline.mock.calls).toEqual([[catalogueUrl]]);
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
  const { views } = await ask<BatchAnswer>('identifyBatch', { hints: [subject] }, content);
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

test('a bulk edit is taken back by one undo, and what is emptied for ever by none', async () => {
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

test('after a restart the same page is answered from the cache, without reading a shard', async () => {
  const first = await ask<BatchAnswer>('identifyBatch', { hints: [subject] }, content);
  await vi.waitFor(async () => {
    await startWorker();
    // A container whose shards are gone: only the manifest can be read.
    fetchOffline.mockResolvedValue(
      new Response(
        container.slice(
          0,
          container.length - [...shards.values()].reduce((sum, { length }) => sum + length, 0),
        ),
      ),
    );
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
  expect(await ask('identifyBatch', { hints: [subject] }, content)).toEqual({ views: [], badgesOn: false });
  expect(fetchOffline).not.toHaveBeenCalled();
});

test('which one of several is asked on the film’s own page, and the answer is remembered', async () => {
  const kong = makeHint({ title: 'King Kong' }, { isSubject: true });
  const before = await ask<BatchAnswer>('identifyBatch', { hints: [kong] }, content);
  expect(before.views).toMatchObject([{ kind: 'ambiguous', candidates: 2 }]);
  const { match } = await ask<FilmDescription>('describeFilm', { hint: kong });
  const chosen = match.kind === 'ambiguous' ? match.candidates.find(({ year }) => year === 2005) : undefined;
  await ask('correctMatch', { keys: ['title:king-kong'], film: chosen });
  const after = await ask<BatchAnswer>('identifyBatch', { hints: [kong] }, content);
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

test('a message nobody knows is not answered', async () => {
  const answers = await fakeBrowser.runtime.onMessage.trigger(
    { id: 1, type: 'dropTable', data: null, timestamp: 0 },
    page,
    vi.fn(),
  );
  expect(answers).not.toContain(true);
});

test('what the log refuses reaches the page in words, and a content script is told of no fault', async () => {
  expect((await send('changeEntry', { id: 'gone', changes: { note: 'x' } }, page)).err).toMatch(
    /no such entry/,
  );
  vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('secret path /home'));
  expect(await send('openPopupFor', subject, content)).toEqual({ err: 'message failed' });
});

test('a click in a badge opens the popup on that film', async () => {
  const open = vi.spyOn(browser.action, 'openPopup').mockResolvedValue(undefined);
  await ask('openPopupFor', subject, content);
  expect(open).toHaveBeenCalledWith({ windowId: 3 });
  expect(await ask('takePendingPopupFilm', { tabId: 7 })).toEqual(subject);
});

test('after a write every tab is told to ask again, and one that does not listen is no fault', async () => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }, { id: 8 }, {}] as never);
  const told: unknown[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(((
    tabId: number,
    message: { type: string },
    _options: unknown,
    respond: (answer: unknown) => void,
  ) => {
    told.push([tabId, message.type]);
    respond(tabId === 8 ? undefined : { res: undefined });
  }) as never);
  await ask('setWatchlist', { film: filmInput('Heat', 1995), listed: true });
  await vi.waitFor(() =>
    expect(told).toEqual([
      [7, 'logChanged'],
      [8, 'logChanged'],
    ]),
  );
});

test('the health of the log is told', async () => {
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
