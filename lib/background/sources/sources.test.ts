// What the worker registers for the sources; router-sources.test.ts tests them in the whole worker.
import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sourceKeys, sourcesOn } from '../../settings/source-settings.ts';
import type { Command } from '../../watchlog/commands/commands.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import { makeReview } from '../../watchlog/testing/review.ts';
import { cacheDatabaseName } from '../cache/cache-database.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/options.html') };
const key = 'my-own-key';

let written: Command[] = [];
let notified = 0;
let asked: string[] = [];
let accessLevels: unknown[] = [];

async function send(type: string, data?: unknown): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const reply = ({ res, err }: { res: unknown; err?: { message: string } }) =>
      err ? reject(new Error(err.message)) : resolve(res);
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, page, reply as never);
  });
}

async function startWorker() {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  vi.resetModules();
  const sources = await import('./sources.ts');
  sources.registerToSources({
    identify: () => Promise.resolve([]),
    write: (command) => {
      written.push(command);
      return Promise.resolve({ sequence: 1, filmId: null, undo: 'token' });
    },
    notify: () => void (notified += 1),
  });
  return sources;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(cacheDatabaseName);
  written = [];
  notified = 0;
  asked = [];
  accessLevels = [];
  Object.assign(browser.permissions, { contains: () => Promise.resolve(true) });
  Object.assign(browser.storage.local, {
    setAccessLevel: (level: unknown) => {
      accessLevels.push(level);
      return Promise.resolve();
    },
  });
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response('{"Response":"False","Error":"Movie not found!"}'));
  });
});

test('an alarm wakes the worker every hour, and a restart does not begin the hour again', async () => {
  await startWorker();
  const first = await vi.waitFor(async () => {
    const alarm = await browser.alarms.get('sources');
    expect(alarm).toMatchObject({ periodInMinutes: 60 });
    return alarm;
  });
  expect((first?.scheduledTime ?? 0) - Date.now()).toBeLessThanOrEqual(60_000);
  const create = vi.spyOn(browser.alarms, 'create');
  const get = vi.spyOn(browser.alarms, 'get');
  await startWorker();
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await Promise.all(get.mock.results.map(({ value }) => value as Promise<unknown>));
  expect(create).not.toHaveBeenCalled();
});

test('content scripts lose their access to the storage with the keys', async () => {
  await startWorker();
  await vi.waitFor(() => expect(accessLevels).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }]));
});

test('the alarm of the sources deletes what may be kept no longer, another alarm does not', async () => {
  const { answers, useCache } = await startWorker();
  const { makeFilm } = await import('../../films/make-film.ts');
  await answers.saveFault('omdb', makeFilm({ title: 'Her', year: 2013 }), { code: 'failed', until: 0 });
  const count = () => useCache((db) => db.count('sourceAnswers'));
  const purge = vi.spyOn(answers, 'purge');
  const ring = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);
  await ring('other');
  expect(purge).not.toHaveBeenCalled();
  await ring('sources');
  await Promise.all(purge.mock.results.map(({ value }) => value as Promise<void>));
  expect(await count()).toBe(0);
});

test('pages are notified when a source is switched', async () => {
  await startWorker();
  expect(await send('switchSource', { source: 'wikidata', on: true })).toMatchObject({ on: true });
  expect(await sourcesOn.getValue()).toEqual(['wikidata']);
  await vi.waitFor(() => expect(notified).toBe(1));
});

test('a film is asked about with the kept key at a source that is on, and pages are notified', async () => {
  const { live, answers } = await startWorker();
  await sourcesOn.setValue(['omdb']);
  await sourceKeys.setValue({ omdb: key });
  await vi.waitFor(() => expect(notified).toBe(1));
  const { makeFilm } = await import('../../films/make-film.ts');
  const film = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
  await live.refresh([film], { reason: 'opened', signal: new AbortController().signal });
  expect(asked).toEqual([expect.stringMatching(`omdbapi.*${key}`)]);
  expect(notified).toBe(2);
  expect(await live.read([film])).toMatchObject([[{ status: { source: 'omdb', state: 'none' } }]]);
  await sourceKeys.setValue({});
  const other = makeFilm({ title: 'Heat', year: 1995 });
  await live.refresh([other], { reason: 'opened', signal: new AbortController().signal });
  expect(await live.read([other])).toMatchObject([[{ status: { state: 'no-key' } }]]);
  expect(await answers.loadFilms([film.refs])).toEqual([[]]);
});

test('keys are checked, kept and never told', async () => {
  await startWorker();
  expect(await send('checkSourceKey', { source: 'omdb', key })).toMatchObject({ state: 'valid' });
  expect(await sourceKeys.getValue()).toEqual({});
  expect(await send('setSourceKey', { source: 'omdb', key })).toMatchObject({ state: 'valid' });
  expect(await sourceKeys.getValue()).toEqual({ omdb: key });
  expect(JSON.stringify(await send('listSources'))).not.toContain(key);
});

test('reviews and followed sites are changed by commands of the log', async () => {
  await startWorker();
  const { score100: _score, source: _source, fetchedAt: _time, ...review } = makeReview('https://a.example/');
  await send('keepReview', { film: her, review, withText: false });
  await send('forgetReview', { url: review.url });
  await send('pauseSite', { id: 'site', paused: true });
  await send('unfollowSite', { id: 'site' });
  expect(written).toHaveLength(4);
});

test('nothing is followed and nothing is stored at first', async () => {
  await startWorker();
  expect(await send('listFollowedSites')).toEqual([]);
  expect(await send('listUnmatched')).toEqual([]);
  for (const name of ['getStorageUse', 'clearCache'])
    expect(await send(name)).toMatchObject({ catalogueAnswers: 0, posts: 0 });
  await expect(send('fetchSite', { id: 'none' })).rejects.toThrow('no such site');
  await expect(send('assignPost', { siteId: 'none', url: 'https://a.example/', film: null })).rejects.toThrow(
    'no such post',
  );
  expect(asked).toEqual([]);
});
