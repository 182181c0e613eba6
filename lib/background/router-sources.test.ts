// @module-tag slow
// The sources as the whole worker has them.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeLog } from './messages/log-access.ts';
import { formatTestCatalogue } from '../catalogue/built-in/built-in.fixture.ts';
import type { FilmDescription } from '../messaging/protocol.ts';
import type {
  FollowAnswer,
  FollowedSiteOverview,
  SourceOverview,
  StorageUse,
  UnmatchedPost,
} from '../messaging/source-protocol.ts';
import type { BatchAnswer, OwnAnswer } from '../messaging/types.ts';
import { reviewSources } from '../reviews/sources/registry.ts';
import { omdbHer } from '../reviews/sources/testing/omdb.ts';
import { deleteDatabases } from '../watchlog/testing/delete-databases.ts';
import { her } from '../watchlog/testing/fixture.ts';
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

const builtIn = await formatTestCatalogue(catalogueFilms);

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

async function findCode(type: string, data: unknown): Promise<unknown> {
  return await new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, page, ((answer: {
      err?: { code?: unknown };
    }) => resolve(answer.err?.code)) as never);
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
  await closeLog();
  await deleteDatabases();
  routes = {};
  asked = [];
  granted = false;
  vi.stubGlobal('navigator', { languages: ['en'], onLine: true });
  vi.stubGlobal('fetch', (input: string) => {
    if (input === catalogueUrl) return Promise.resolve(new Response(builtIn));
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

test('a film that is opened is answered at once, asked for once, and shown with its count then', async () => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  const first = await describeHer();
  expect(first.summary?.scores.map(({ value }) => value)).toEqual([95, 82]);
  await vi.waitFor(async () =>
    expect(await statusOf('omdb')).toMatchObject({
      state: 'ok',
      hasData: true,
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

test('nobody is asked about the films of a page in a private window', async () => {
  routes = { 'omdbapi.com': json(omdbHer) };
  await switchOmdbOn();
  const inPrivate = { ...content, tab: { ...content.tab, incognito: true } };
  const hints = [subject];
  await ask<BatchAnswer>('identifyBatch', { hints }, inPrivate);
  await ask('lookedAt', { hints: [makeHint({ title: 'Her', year: 2013 })] }, inPrivate);
  // The same page in another window comes after both.
  await ask<BatchAnswer>('identifyBatch', { hints }, content);
  await waitForRefreshes(1);
  expect(asked).toHaveLength(1);
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
  ['a server that is down', () => Promise.reject(new TypeError('Failed to fetch')), 'failed'],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
])('%s is told, remembered, and the catalogue still answers', async (what, answer, state) => {
  vi.stubGlobal('navigator', { languages: ['en'], onLine: what !== 'no network' });
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

describe('films in a list', () => {
  const hints = [makeHint({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] })];
  const look = () => send('lookedAt', { hints }, content);

  test('are asked for when they are looked at, once', async () => {
    routes = { 'omdbapi.com': json(omdbHer) };
    await switchOmdbOn();
    expect(await ask<BatchAnswer>('identifyBatch', { hints }, content)).toMatchObject({ asksInView: true });
    await waitForRefreshes(1);
    expect(asked).toEqual([]);
    await look();
    await vi.waitFor(async () => expect(await statusOf('omdb')).toMatchObject({ state: 'ok' }));
    await look();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('i=tt1798709');
  });

  test('are not asked for while nothing is on, or where badges are off', async () => {
    granted = true;
    expect(await ask<BatchAnswer>('identifyBatch', { hints }, content)).toMatchObject({ asksInView: false });
    await look();
    await switchOmdbOn();
    await fakeBrowser.storage.local.set({ offSites: ['films.example'] });
    await look();
    // By then every message before has been dealt with.
    await waitForRefreshes(1);
    await ask('getStorageUse');
    expect(asked).toEqual([]);
    expect(refresh.mock.calls.map(([, { reason }]) => reason)).not.toContain('looked-at');
  });

  test('are refused when they are more than a window shows, or come from a page of ours', async () => {
    expect(await send('lookedAt', { hints: Array(31).fill(hints[0]) }, content)).toEqual({
      err: 'message malformed',
    });
    expect(await send('lookedAt', { hints }, page)).toEqual({ err: 'message refused' });
  });
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

test('shows the posts of a followed site with their films, also on badges, and sets posts without a clear film aside', async () => {
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
  expect(views).toMatchObject([{ kind: 'no-score' }]);
  expect(await ask('readOwnBatch', { hints: [lakes] }, content)).toMatchObject({
    views: [{ kind: 'film', scores: [{ sourceName: 'Second Reel', value: 4.5, best: 5, count: 1 }] }],
  });
  const [kong] = await ask<UnmatchedPost[]>('listUnmatched');
  expect(kong).toMatchObject({ siteName: 'Second Reel', heading: 'King Kong – Review', title: 'King Kong' });
  const film = kong?.candidates.find(({ year }) => year === 2005) ?? null;
  await ask('assignPost', { siteId: kong?.siteId, url: kong?.url, film });
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

test('a site or a post that is gone is reported by a code, and nothing is asked', async () => {
  const { id } = await follow();
  const [post] = await ask<UnmatchedPost[]>('listUnmatched');
  await ask('unfollowSite', { id });
  asked = [];
  expect(await findCode('fetchSite', { id })).toBe('not-found');
  expect(await findCode('assignPost', { siteId: id, url: post?.url, film: null })).toBe('not-found');
  expect(await findCode('fetchSite', { id: 'never followed' })).toBe('not-found');
  expect(asked).toEqual([]);
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

describe('a score that a page states', () => {
  const siteScore = { value: 4.2, worst: 0, best: 5, count: 31 };
  const stating = { ...subject, siteScore };
  const onLetterboxd = { ...content, url: 'https://letterboxd.com/film/her/' };
  const visit = (sender: object) => ask<BatchAnswer>('identifyBatch', { hints: [stating] }, sender);
  const listSites = async () =>
    (await describeHer()).summary?.scores.map(({ sourceName, asOf }) => [sourceName, asOf.length]);

  test('is shown beside the film on other pages from then on, and can be deleted', async () => {
    expect(await listSites()).not.toContainEqual(['Letterboxd', 10]);
    await visit(onLetterboxd);
    await vi.waitFor(async () => expect(await listSites()).toContainEqual(['Letterboxd', 10]));
    await startWorker();
    expect(await listSites()).toContainEqual(['Letterboxd', 10]);
    expect(await ask<StorageUse>('getStorageUse')).toMatchObject({ siteScores: 1 });
    expect(await ask<StorageUse>('clearSiteScores')).toMatchObject({ siteScores: 0 });
    expect(await listSites()).not.toContainEqual(['Letterboxd', 10]);
    expect(asked).toEqual([]);
  });

  test('leaves the badge of the film elsewhere as it is', async () => {
    const elsewhere = () =>
      ask<BatchAnswer>('identifyBatch', { hints: [{ ...subject, isSubject: false }] }, content);
    const before = (await elsewhere()).views[0]?.label;
    await visit(onLetterboxd);
    await vi.waitFor(async () => expect(await listSites()).toContainEqual(['Letterboxd', 10]));
    expect((await elsewhere()).views[0]?.label).toEqual(before);
  });

  test('is given to a page with the user’s own data only, which is bounded', async () => {
    await visit(onLetterboxd);
    await vi.waitFor(async () => expect(await listSites()).toContainEqual(['Letterboxd', 10]));
    const hints = [{ ...subject, isSubject: false }];
    const open = await ask<BatchAnswer>('identifyBatch', { hints }, content);
    expect(JSON.stringify(open)).not.toContain('letterboxd');
    const own = await ask<OwnAnswer>('readOwnBatch', { hints }, content);
    expect(JSON.stringify(own)).toContain('letterboxd');
  });

  test.each<[string, object, number]>([
    ['in a private window', { ...onLetterboxd, tab: { id: 7, windowId: 3, incognito: true } }, 0],
    ['on a page that is not on a known site', { ...content, url: 'https://letterboxd.example/film/her/' }, 1],
  ])('is not kept %s', async (_where, sender, looks) => {
    await visit(sender);
    // A page without a score comes after it.
    await ask('identifyBatch', { hints: [subject] }, content);
    await waitForRefreshes(looks + 1);
    expect(await ask<StorageUse>('getStorageUse')).toMatchObject({ siteScores: 0 });
  });

  test.each([
    { ...siteScore, count: 0 },
    { ...siteScore, value: -1 },
    { ...siteScore, best: Infinity },
    { ...siteScore, value: '4.2' },
    'great',
  ])('is refused with its film if it is %o', async (broken) => {
    const { views } = await ask<BatchAnswer>(
      'identifyBatch',
      { hints: [{ ...subject, siteScore: broken }] },
      content,
    );
    expect(views).toEqual([null]);
  });
});

test.each([
  [true, 1],
  [false, 2],
])('with a private window (%s) %i looked-up films are in the cache', async (incognito, count) => {
  const sender = { ...content, tab: { id: 7, windowId: 3, incognito } };
  for (const type of ['identifyBatch', 'readOwnBatch']) await ask(type, { hints: [subject] }, sender);
  // Another film, in another window, comes after it.
  await ask('identifyBatch', { hints: [makeHint({ title: 'Jaws', year: 1975 })] }, content);
  await waitForRefreshes(incognito ? 1 : 2);
  const { useCache } = await import('./sources/sources.ts');
  await vi.waitFor(async () => expect(await useCache((db) => db.count('answers'))).toBe(count));
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
