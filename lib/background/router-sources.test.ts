// @module-tag slow
// The sources as the whole worker has them.
import { readFile } from 'node:fs/promises';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildCatalogue } from '../catalogue/builder/build-catalogue.ts';
import { formatContainer } from '../catalogue/container.ts';
import type { FilmDescription } from '../messaging/protocol.ts';
import type {
  FollowAnswer,
  FollowedSiteOverview,
  SourceOverview,
  StorageUse,
  UnmatchedPost,
} from '../messaging/source-protocol.ts';
import type { BatchAnswer } from '../messaging/types.ts';
import { reviewSources } from '../reviews/sources/registry.ts';
import { omdbHer } from '../reviews/sources/testing/omdb.ts';
import { logDatabaseName } from '../watchlog/store/schema.ts';
import { her } from '../watchlog/testing/fixture.ts';
import { cacheDatabaseName } from './cache/cache-database.ts';
import { makeHint, catalogueFilms } from './testing/films.ts';
import type { LiveSources } from './sources/live-sources.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/options.html') };
const content = {
  id: browser.runtime.id,
  url: 'https://films.example/her',
  frameId: 0,
  tab: { id: 7, windowId: 3 },
};
const catalogueUrl = browser.runtime.getURL('/catalogue/built-in.bin');
const subject = makeHint({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] }, { isSubject: true });
const key = 'my-own-omdb-key';

const info = { id: 'starter', name: 'Starter', asOf: '2010', licence: null, attribution: null, note: null };
const { manifest, shards } = await buildCatalogue(catalogueFilms, info, { minFilmsPerShard: 1 });
const container = formatContainer(manifest, shards);

type Answer = () => Response | Promise<Response>;
let routes: Record<string, Answer> = {};
let asked: string[] = [];
let granted = false;
let refresh: MockInstance<LiveSources['refresh']>;

const json =
  (value: unknown, init: ResponseInit = {}): Answer =>
  () =>
    new Response(JSON.stringify(value), init);

async function startWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  vi.resetModules();
  const { registerToEverything } = await import('./router.ts');
  registerToEverything();
  const { live } = await import('./sources/sources.ts');
  refresh = vi.spyOn(live, 'refresh');
}

/** Ends when the sources have been asked all there is to ask about what was looked at since the worker started. */
async function waitForRefreshes(looks: number): Promise<void> {
  // A look asks about the film that is open, and then about those of lists.
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2 * looks));
  await Promise.all(refresh.mock.results.map(({ value }) => value as Promise<void>));
}

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

async function ask<T>(type: string, data: unknown = undefined, sender: unknown = page): Promise<T> {
  const { res, err } = await send(type, data, sender);
  if (err !== undefined) throw new Error(err);
  return res as T;
}

const describeHer = () => ask<FilmDescription>('describeFilm', { hint: subject });
const statusOf = async (source: string) =>
  (await describeHer()).summary?.statuses.find((status) => status.source === source);
const findOverview = async (source: string) =>
  (await ask<SourceOverview[]>('listSources')).find(({ id }) => id === source);

async function switchOmdbOn(): Promise<void> {
  granted = true;
  await ask('setSourceKey', { source: 'omdb', key });
  await ask('switchSource', { source: 'omdb', on: true });
  asked = [];
}

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all([deleteDB(logDatabaseName), deleteDB(cacheDatabaseName)]);
  routes = {};
  asked = [];
  granted = false;
  vi.stubGlobal('fetch', (input: string) => {
    if (input === catalogueUrl) return Promise.resolve(new Response(container));
    asked.push(input);
    const part = Object.keys(routes).find((one) => input.includes(one));
    const answer = part === undefined ? undefined : routes[part];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
  });
  Object.assign(browser.permissions, { contains: () => Promise.resolve(granted) });
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  await startWorker();
});

afterEach(async () => {
  const log = await (await import('./messages/log-access.ts')).getLog();
  await log.flush();
  log.close();
});

test('nothing is asked of anybody before a source is switched on, whatever is looked at', async () => {
  granted = true;
  await ask(
    'identifyBatch',
    { hints: [subject, makeHint({ title: 'Nobody Knows This', year: 2020 })] },
    content,
  );
  await describeHer();
  await ask('rateFilm', { film: her, value: 9 });
  for (const name of ['listSources', 'listFollowedSites', 'listUnmatched', 'getStorageUse', 'clearCache'])
    await ask(name);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'sources', scheduledTime: 0 } as never);
  await waitForRefreshes(2);
  expect(asked).toEqual([]);
  const overviews = await ask<SourceOverview[]>('listSources');
  expect(overviews.map(({ id }) => id)).toEqual(reviewSources.map(({ id }) => id));
  for (const overview of overviews) expect(overview).toMatchObject({ on: false, state: 'not-asked' });
});

test('switched on without its permission, a source says so and is not asked', async () => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  granted = false;
  await describeHer();
  await vi.waitFor(async () => expect(await statusOf('omdb')).toMatchObject({ state: 'no-permission' }));
  expect(asked).toEqual([]);
});

test('a film that is opened is answered at once, asked for once, and shown with count and attribution then', async () => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  const first = await describeHer();
  expect(first.summary?.scores.map(({ value }) => value)).toEqual([95, 82]);
  await vi.waitFor(async () =>
    expect(await statusOf('omdb')).toMatchObject({
      state: 'ok',
      attribution: expect.stringContaining('CC BY-NC') as string,
    }),
  );
  const { summary } = await describeHer();
  expect(summary?.scores).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ source: 'imdb', kind: 'audience', value: 8, count: 712345 }),
    ]),
  );
  await startWorker();
  await describeHer();
  expect(asked).toHaveLength(1);
  const omdb = await findOverview('omdb');
  expect(omdb).toMatchObject({
    on: true,
    hasKey: true,
    state: 'ok',
    usedToday: 2,
    leftToday: 998,
  });
  expect(JSON.stringify(omdb)).not.toContain(key);
});

test('films of a list are not asked for one by one', async () => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  const hints = catalogueFilms.map(({ film }) =>
    makeHint({ title: film.title, year: film.year, refs: film.refs }),
  );
  await ask<BatchAnswer>('identifyBatch', { hints }, content);
  await waitForRefreshes(1);
  expect(asked).toEqual([]);
});

test.each<[string, Answer, string]>([
  [
    'the limit',
    json({ Response: 'False', Error: 'Request limit reached!' }, { status: 401 }),
    'limit-reached',
  ],
  ['a refused key', json({ Response: 'False', Error: 'Invalid API key!' }, { status: 401 }), 'no-key'],
  ['a page to log in', () => new Response('<html>Log in</html>'), 'failed'],
  ['no such film', json({ Response: 'False', Error: 'Movie not found!' }), 'none'],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
])('%s is told, remembered, and the catalogue still answers', async (_what, answer, state) => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  routes = { 'omdbapi.com': answer };
  await describeHer();
  await vi.waitFor(async () => expect(await statusOf('omdb')).toMatchObject({ state }), {
    timeout: 60_000,
  });
  const before = asked.length;
  await startWorker();
  const { summary } = await describeHer();
  await waitForRefreshes(1);
  expect(asked).toHaveLength(before);
  expect(summary?.scores.map(({ value }) => value)).toEqual([95, 82]);
  expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain(key);
});

test('a worker that is ended between the answer and its keeping asks again and loses nothing', async () => {
  let release: (response: Response) => void = () => undefined;
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  routes = { 'omdbapi.com': () => new Promise((resolve) => (release = resolve)) };
  await describeHer();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  // The worker is gone: nobody is there to take the answer. What it had reserved stays counted.
  await startWorker();
  routes = { 'omdbapi.com': json(omdbHer) };
  await describeHer();
  await vi.waitFor(async () => expect(await statusOf('omdb')).toMatchObject({ state: 'ok' }));
  expect(await findOverview('omdb')).toMatchObject({ usedToday: 3 });
  release(new Response(JSON.stringify(omdbHer)));
  expect(await statusOf('omdb')).toMatchObject({ state: 'ok' });
});

test('a key that the service refuses is not kept', async () => {
  granted = true;
  routes = { 'omdbapi.com': json({ Response: 'False', Error: 'Invalid API key!' }, { status: 401 }) };
  expect(await ask('checkSourceKey', { source: 'omdb', key })).toEqual({ state: 'invalid' });
  expect(await ask('setSourceKey', { source: 'omdb', key })).toEqual({ state: 'invalid' });
  expect((await ask<SourceOverview[]>('listSources'))[0]).toMatchObject({ hasKey: false });
});

const blog = 'https://blog.example/';
const post = (slug: string, title: string, text: string) => ({
  link: `${blog}${slug}/`,
  date_gmt: '2026-03-14T19:30:00',
  modified_gmt: '2026-03-15T08:00:00',
  title: { rendered: title },
  excerpt: { rendered: '<p>A love story &amp; more.</p>' },
  content: { rendered: `<p>${text}</p>` },
});
const blogRoutes: Record<string, Answer> = {
  'wp-json/wp/v2/posts': json([
    post('her', 'Her (2013) &#8211; Review', 'Rating: 4/5'),
    post('kong', 'King Kong – Review', 'Rating: 3/5'),
    post('season', 'Lost: Season 2 review', 'Rating: 3/5'),
    post('heat', 'Silent Lakes of Winter (1999) – Review', 'No figures here.'),
  ]),
  'blog.example/heat/': () =>
    new Response(
      `<script type="application/ld+json">${JSON.stringify({
        '@type': 'Review',
        itemReviewed: { '@type': 'Movie', name: 'Silent Lakes of Winter', datePublished: '1999' },
        reviewRating: { ratingValue: 4.5, bestRating: 5 },
      })}</script>`,
    ),
  'blog.example/her/': () =>
    new Response(
      '<head><meta property="og:site_name" content="Second Reel"><link rel="https://api.w.org/" href="/wp-json/"></head>',
    ),
};

async function follow(): Promise<FollowedSiteOverview> {
  granted = true;
  routes = { ...blogRoutes };
  const answer = await ask<FollowAnswer>('followSite', { url: `${blog}her/` });
  if (answer.state !== 'followed') throw new Error(answer.state);
  return ask<FollowedSiteOverview>('fetchSite', { id: answer.site.id });
}

test('a followed site’s posts stand beside their films, on badges too; what nobody can tell is set aside', async () => {
  const site = await follow();
  expect(site).toMatchObject({
    name: 'Second Reel',
    url: blog,
    feedKind: 'wordpress',
    reviews: 2,
    unmatched: 1,
    error: null,
  });
  const { summary } = await describeHer();
  expect(summary?.reviews).toMatchObject([
    {
      source: 'site:blog.example',
      siteName: 'Second Reel',
      url: `${blog}her/`,
      score100: 80,
      excerpt: 'A love story & more.',
      text: null,
    },
  ]);
  const lakes = makeHint({ title: 'Silent Lakes of Winter', year: 1999 }, { isSubject: true });
  const { views } = await ask<BatchAnswer>('identifyBatch', { hints: [lakes] }, content);
  expect(views).toMatchObject([
    { kind: 'film', scores: [{ sourceName: 'Second Reel', value: 4.5, best: 5, count: 1 }] },
  ]);
  const [kong] = await ask<UnmatchedPost[]>('listUnmatched');
  expect(kong).toMatchObject({ siteName: 'Second Reel', heading: 'King Kong – Review', title: 'King Kong' });
  const film = kong?.candidates.find(({ year }) => year === 2005) ?? null;
  await ask('assignPost', { url: kong?.url, film });
  expect(await ask('listUnmatched')).toEqual([]);
  const old = await ask<FilmDescription>('describeFilm', {
    hint: makeHint({ title: 'King Kong', year: 2005 }),
  });
  expect(old.summary?.reviews).toHaveLength(1);
});

test('a site is paused, and gone with all its posts when it is followed no longer', async () => {
  const { id } = await follow();
  await ask('pauseSite', { id, paused: true });
  asked = [];
  await ask('fetchSite', { id });
  expect(asked).toEqual([]);
  await ask('unfollowSite', { id });
  expect(await ask('listFollowedSites')).toEqual([]);
  expect((await describeHer()).summary?.reviews).toEqual([]);
  expect((await ask<StorageUse>('getStorageUse')).posts).toBe(0);
});

test('a site without permission is not asked', async () => {
  expect(await ask('followSite', { url: `${blog}her/` })).toEqual({
    state: 'no-permission',
    origins: ['https://blog.example/*'],
  });
  expect(asked).toEqual([]);
});

test('a review that the popup hands on is kept, shown beside its film, and forgotten', async () => {
  const review = {
    url: 'https://reviews.example/her',
    siteName: 'Reviews',
    headline: 'Her',
    author: null,
    date: '2014-01-01',
    language: 'en',
    film: {
      title: 'Her',
      year: 2013,
      releases: [],
      directors: [],
      writers: [],
      cast: [],
      genres: [],
      refs: [],
    },
    score: { value: 7, worst: 0, best: 10 },
    criteria: [],
    readers: null,
    verdict: 'Go.',
    pros: [],
    cons: [],
    excerpt: 'It is.',
    text: 'It is long.',
    commentsCount: null,
    evidence: ['json-ld'],
  };
  await ask('keepReview', { film: her, review, withText: false });
  await startWorker();
  expect((await describeHer()).summary?.reviews).toMatchObject([
    { source: 'page', score100: 70, text: null, url: review.url },
  ]);
  await ask('forgetReview', { url: review.url });
  expect((await describeHer()).summary?.reviews).toEqual([]);
  for (const broken of [
    { ...review, url: 'javascript:alert(1)' },
    { ...review, score: { value: 11, worst: 0, best: 10 } },
    null,
  ])
    expect(await send('keepReview', { film: her, review: broken, withText: true }, page)).toEqual({
      err: 'message malformed',
    });
});

test('an older cache gets its new stores and keeps what it has', async () => {
  await deleteDB('cache-one');
  const old = await openDB('cache-one', 1, {
    upgrade: (db) =>
      void db.createObjectStore('answers', { keyPath: 'key' }).createIndex('bySavedAt', 'savedAt'),
  });
  await old.put('answers', { key: 'title:her', findings: [], catalogues: 's', savedAt: 1 });
  old.close();
  const { createCache } = await import('./cache/cache-database.ts');
  const use = createCache('cache-one');
  expect(await use((db) => db.count('answers'))).toBe(1);
  expect(await use((db) => db.count('posts'))).toBe(0);
});

test('every message about sources is answered to pages of ours, and refused to everybody else', async () => {
  const source = await readFile(new URL('../messaging/source-protocol.ts', import.meta.url), 'utf8');
  const names = [...source.slice(source.indexOf('interface SourceProtocol')).matchAll(/^ {2}(\w+)\(/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.length).toBeGreaterThan(14);
  for (const name of names) {
    for (const sender of [content, {}, { ...page, id: 'other' }])
      expect(await send(name, null, sender)).toEqual({ err: 'message refused' });
  }
});
