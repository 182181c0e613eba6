import { deleteDB } from 'idb';
import { listScores } from '../../reviews/summary.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeAllListeners } from '../../messaging/messages.ts';
import type {
  AddCatalogueAnswer,
  CatalogueOverview,
  UnfinishedImport,
} from '../../messaging/catalogue-protocol.ts';
import { buildCatalogue } from '../../catalogue/testing/build-catalogue.ts';
import { makeFilm } from '../../films/make-film.ts';
import { formatTestCatalogue } from '../../catalogue/built-in/built-in.fixture.ts';
import { closeCatalogueDatabase, catalogueDatabaseName } from '../../catalogue/store/database.ts';
import { runImport } from '../../catalogue/store/run-import.ts';
import { createIdentify } from '../identify/identify.ts';
import { refreshPublishedCatalogues } from './published.ts';
import { registerToCatalogues } from './catalogue-messages.ts';
import { createCatalogueLookUp } from '../identify/catalogue-lookup.ts';
import { loadCatalogues } from './built-in.ts';
import { makeHint, makeScore } from '../testing/films.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/options.html') };
const her = makeFilm({ title: 'Her', year: 2013, directors: ['Spike Jonze'] });
const builtIn = await formatTestCatalogue([{ film: her, scores: [makeScore(95)] }]);
const many = Array.from({ length: 1000 }, (_, at) => ({
  film: makeFilm({ title: `Film ${at}` }),
  scores: [],
}));
const published = await buildCatalogue(
  [{ film: her, scores: [makeScore(88, { source: 'web' })] }, ...many],
  { id: 'web', name: 'Web', asOf: '2020', licence: null, attribution: null, note: null },
  { minFilmsPerShard: 50 },
);

const fetchFile = vi.fn<(url: string) => Promise<Response>>();
const notify = vi.fn();
let isGranted = true;
const cache = { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() };
const lookUp = createCatalogueLookUp({ loadCatalogues, cache });
const identify = createIdentify({ lookUp, readLog: () => Promise.resolve(null) });
const subject = makeHint({ title: 'Her', year: 2013 }, { isSubject: true });

async function ask<T>(type: string, data?: unknown): Promise<T> {
  return await new Promise((resolve, reject) => {
    const answer = (({ res, err }: { res: T; err?: { message: string } }) =>
      err ? reject(new Error(err.message)) : resolve(res)) as never;
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, page, answer);
  });
}

async function importMine(asOf = '2026-01-02', score = '7,1'): Promise<void> {
  const blob = new Blob([`title;year;critics\nHer;2013;${score}\n`]);
  const file = { name: 'mine.csv', size: blob.size, lastModified: 0, stream: () => blob.stream() };
  const mine = { id: 'mine', name: 'Mine', asOf, licence: null, attribution: null, note: null };
  const signal = new AbortController().signal;
  await runImport(
    { kind: 'table', files: [file], info: mine, mapping: {} },
    { signal, onProgress() {}, now: Date.now },
  );
  await ask('cataloguesChanged');
}

async function scoresOfHer(): Promise<Record<string, number>> {
  const [one] = await identify([subject]);
  expect(one?.match.kind).toBe('film');
  return Object.fromEntries(listScores(one?.answers ?? []).map(({ source, value }) => [source, value]));
}

beforeEach(async () => {
  fakeBrowser.reset();
  removeAllListeners();
  await closeCatalogueDatabase();
  await deleteDB(catalogueDatabaseName);
  fetchFile.mockImplementation((url) => {
    if (url.endsWith('built-in.bin')) return Promise.resolve(new Response(builtIn));
    if (url.endsWith('manifest.json'))
      return Promise.resolve(new Response(JSON.stringify(published.manifest)));
    const found = [...published.shards].find(([prefix]) => url.includes(`/${prefix}-`));
    return Promise.resolve(found ? new Response(found[1]) : new Response('', { status: 404 }));
  });
  vi.stubGlobal('fetch', fetchFile);
  isGranted = true;
  Object.assign(browser.permissions, { contains: () => Promise.resolve(isGranted) });
  registerToCatalogues({ notify });
  await ask('cataloguesChanged');
  notify.mockClear();
});
afterEach(closeCatalogueDatabase);

const list = () => ask<{ catalogues: CatalogueOverview[]; unfinished: UnfinishedImport[] }>('listCatalogues');

test('the built-in catalogue alone is there at first', async () => {
  const { catalogues, unfinished } = await list();
  expect(catalogues).toMatchObject([{ id: 'built-in', kind: 'package', films: 1, state: 'ready' }]);
  expect(unfinished).toEqual([]);
});

test('an imported catalogue joins it, and its figures are shown beside those of the built-in one', async () => {
  expect(await scoresOfHer()).toEqual({ rottentomatoes: 95 });
  await importMine();
  expect(notify).toHaveBeenCalledOnce();
  expect(await scoresOfHer()).toEqual({ mine: 7.1, rottentomatoes: 95 });
  expect((await list()).catalogues).toMatchObject([
    { id: 'mine', kind: 'imported', films: 1, asOf: '2026-01-02' },
    { id: 'built-in' },
  ]);
});

test('a removed catalogue answers no more; the built-in catalogue stays', async () => {
  await importMine();
  await ask('removeCatalogue', { id: 'mine' });
  await ask('removeCatalogue', { id: 'built-in' });
  expect(await scoresOfHer()).toEqual({ rottentomatoes: 95 });
  expect((await list()).catalogues.map(({ id }) => id)).toEqual(['built-in']);
});

test('a published catalogue needs the permission for its host, and is not asked before', async () => {
  isGranted = false;
  const answer = await ask<AddCatalogueAnswer>('addPublishedCatalogue', {
    url: 'https://catalogue.example/films',
  });
  expect(answer).toEqual({ state: 'no-permission', origins: ['https://catalogue.example/*'] });
  expect(fetchFile.mock.calls.filter(([url]) => url.startsWith('https://catalogue.'))).toEqual([]);
});

test('of a published catalogue a list fetches nothing; an opened film fetches its part, and everybody is told once', async () => {
  const url = 'https://catalogue.example/films';
  expect(await ask('addPublishedCatalogue', { url })).toMatchObject({
    state: 'added',
    catalogue: { kind: 'published', films: 1001 },
  });
  notify.mockClear();
  fetchFile.mockClear();
  const [before] = await identify([subject]);
  expect(before?.answers.map(({ status }) => status)).toMatchObject([
    { state: 'not-asked' },
    { state: 'ok' },
  ]);
  expect(fetchFile.mock.calls.filter(([asked]) => asked.startsWith(url))).toEqual([]);
  if (before) await refreshPublishedCatalogues([before]);
  expect(notify).toHaveBeenCalledOnce();
  expect(await scoresOfHer()).toMatchObject({ web: 88, rottentomatoes: 95 });
  fetchFile.mockClear();
  if (before) await refreshPublishedCatalogues([before]);
  expect(fetchFile).not.toHaveBeenCalled();
  expect(notify).toHaveBeenCalledOnce();
});

test('an address that is wrong gives a code', async () => {
  expect(await ask('addPublishedCatalogue', { url: 'http://catalogue.example/' })).toEqual({
    state: 'bad-address',
  });
  fetchFile.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')));
  for (const [onLine, state] of [
    [false, 'offline'],
    [true, 'unreachable'],
  ] as const) {
    vi.stubGlobal('navigator', { onLine });
    expect(await ask('addPublishedCatalogue', { url: 'https://catalogue.example/' })).toEqual({ state });
  }
});
