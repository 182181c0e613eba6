import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeRatingsDatabase, ratingsDatabaseName } from '../../catalogue/imdb-ratings/database.ts';
import { runAlone } from '../../catalogue/imdb-ratings/run-alone.ts';
import { loadRatingsHead } from '../../catalogue/imdb-ratings/stored-ratings.ts';
import {
  packRatings,
  streamInPieces,
  type RatingRow,
} from '../../catalogue/imdb-ratings/testing/ratings-file.ts';
import { ratingsOn, ratingsRefresh, type RatingsRefresh } from '../../settings/ratings-settings.ts';
import { ratingsUrl } from './ratings-download.ts';
import { createRatingsRefresh } from './ratings-refresh.ts';
import { beginRefresh, wishRefresh } from './ratings-schedule.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const rows = Array.from({ length: 300 }, (_, at): RatingRow => [at + 1, 60 + (at % 30), 100 + at]);
const whole = packRatings(rows);

interface Server {
  /** What is answered; null: no answer at all. */
  answer: (() => Response) | null;
  requests: { url: string; headers: Record<string, string> }[];
}

function answerWith(
  body: BodyInit | null,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): () => Response {
  return () => new Response(body, { status, headers });
}

const file = (bytes = whole, headers: Record<string, string> = {}): (() => Response) =>
  answerWith(bytes, {
    headers: {
      'content-length': String(bytes.byteLength),
      etag: '"a"',
      'last-modified': 'Sun, 29 Nov 2026 12:05:32 GMT',
      ...headers,
    },
  });

function startRatings() {
  const server: Server = { answer: file(), requests: [] };
  const clock = { now: Date.UTC(2026, 10, 30, 9) };
  const state = { hasPermission: true, alarm: null as number | null, news: 0, changes: 0 };
  const make = (hasPermission = () => Promise.resolve(state.hasPermission)) =>
    createRatingsRefresh({
      fetch: (url, init = {}) => {
        server.requests.push({ url: url as string, headers: init.headers as Record<string, string> });
        if (init.signal?.aborted) return Promise.reject(init.signal.reason as Error);
        return server.answer
          ? Promise.resolve(server.answer())
          : Promise.reject(new TypeError('Failed to fetch'));
      },
      now: () => clock.now,
      hasPermission,
      dropPermission: () => Promise.resolve(void (state.hasPermission = false)),
      setAlarm: (at) => Promise.resolve(void (state.alarm = at)),
      onChange: () => void (state.changes += 1),
      onTable: () => void (state.news += 1),
    });
  return { server, clock, state, make, ratings: make() };
}
type Started = ReturnType<typeof startRatings>;

/** Starts, and waits for the end. */
async function fetchNow({ ratings }: Started) {
  await ratings.start();
  return await waitForEnd(ratings);
}

async function waitForEnd(ratings: Started['ratings']) {
  return await vi.waitFor(async () => {
    const overview = await ratings.overview();
    expect(overview.progress).toBeNull();
    return overview;
  }, 20_000);
}

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(ratingsDatabaseName);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await closeRatingsDatabase();
});

test('nothing is asked before the user switches it on', async () => {
  const started = startRatings();
  await started.ratings.tick();
  expect(started.server.requests).toEqual([]);
  expect(await started.ratings.overview()).toMatchObject({ on: false, table: null, nextAt: null });
});

test('a click fetches the file with nothing about the user, and the next one is fetched a week later', async () => {
  const started = startRatings();
  const overview = await fetchNow(started);
  expect(overview).toMatchObject({
    on: true,
    table: { ratings: 300, asOf: '2026-11-29', savedAt: started.clock.now },
    fault: null,
    nextAt: started.clock.now + 7 * day,
  });
  expect(started.server.requests).toEqual([{ url: ratingsUrl, headers: {} }]);
  expect(started.state).toMatchObject({ alarm: started.clock.now + 7 * day, news: 1 });
  started.clock.now += 7 * day - minute;
  await started.ratings.tick();
  expect(started.server.requests).toHaveLength(1);
});

test('a week later the same file is not sent again, and a new one replaces the table', async () => {
  const started = startRatings();
  await fetchNow(started);
  const { clock, server } = started;
  clock.now += 7 * day;
  server.answer = answerWith(null, { status: 304 });
  await started.ratings.tick();
  expect(server.requests[1]?.headers).toEqual({ 'If-None-Match': '"a"' });
  expect(await started.ratings.overview()).toMatchObject({
    checkedAt: clock.now,
    table: { asOf: '2026-11-29' },
  });
  expect(started.state.news).toBe(1);
  clock.now += 7 * day;
  server.answer = file(packRatings([...rows, [900_000, 88, 10]]), {
    etag: '"b"',
    'last-modified': 'Sun, 13 Dec 2026 12:05:32 GMT',
  });
  await started.ratings.tick();
  expect(await started.ratings.overview()).toMatchObject({ table: { ratings: 301, asOf: '2026-12-13' } });
  expect(started.state.news).toBe(2);
});

const html = '<!doctype html><html><title>Sign in</title>\n<p>Sign in to this network</html>';
const broken = () =>
  new Response(streamInPieces(whole.slice(0, 500), [200], new TypeError('network error')), {
    headers: { 'content-length': String(whole.byteLength) },
  });

test.each<[string, Server['answer'], { code: string; status: number | null }, number]>([
  ['no network', null, { code: 'offline', status: null }, hour],
  ['an error of the server', answerWith('', { status: 503 }), { code: 'server', status: 503 }, hour],
  [
    'a server that asks to wait',
    answerWith('', { status: 503, headers: { 'retry-after': '7200' } }),
    { code: 'server', status: 503 },
    2 * hour,
  ],
  ['a refusal', answerWith('', { status: 403 }), { code: 'forbidden', status: 403 }, day],
  ['a redirect', answerWith('', { status: 302 }), { code: 'other-file', status: 302 }, day],
  ['a page instead of the file', answerWith(html), { code: 'other-file', status: null }, day],
  ['an empty answer', answerWith(''), { code: 'other-file', status: null }, day],
  ['a file without ratings', answerWith(packRatings([])), { code: 'other-file', status: null }, day],
  ['a file that ends too early', file(whole.slice(0, -40)), { code: 'cut-off', status: null }, hour],
  [
    'a length that is not reached',
    file(whole, { 'content-length': String(whole.byteLength + 1) }),
    { code: 'cut-off', status: null },
    hour,
  ],
  ['a transfer that breaks off', broken, { code: 'cut-off', status: null }, hour],
  [
    'a file with few of the ratings',
    file(packRatings(rows.slice(0, 100))),
    { code: 'cut-off', status: null },
    hour,
  ],
  [
    'a mark of a file that was not asked for',
    answerWith(null, { status: 304 }),
    { code: 'server', status: 304 },
    hour,
  ],
])('%s leaves the table as it is, and is tried again later', async (name, answer, fault, waitMs) => {
  const started = startRatings();
  if (!name.startsWith('a mark')) await fetchNow(started);
  const before = await loadRatingsHead();
  started.clock.now += 7 * day;
  started.server.answer = answer;
  const overview = await fetchNow(started);
  expect(overview.fault).toEqual(fault);
  expect(await loadRatingsHead()).toEqual(before);
  expect(started.state.alarm).toBe(started.clock.now + waitMs);
  started.clock.now += waitMs;
  started.server.answer = file();
  await started.ratings.tick();
  expect(await started.ratings.overview()).toMatchObject({ fault: null, table: { ratings: 300 } });
});

test('a full disk is named, and the former table stays', async () => {
  const started = startRatings();
  await fetchNow(started);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  started.server.answer = file(whole, { etag: '"b"' });
  expect(await fetchNow(started)).toMatchObject({
    fault: { code: 'no-space' },
    table: { ratings: 300, savedAt: started.clock.now },
  });
});

test('progress is reported, and a stop ends the transfer', async () => {
  const started = startRatings();
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(whole.slice(0, 200)),
  });
  started.server.answer = () => new Response(endless, { headers: { 'content-length': '8000000' } });
  await started.ratings.start();
  await vi.waitFor(async () =>
    expect((await started.ratings.overview()).progress).toEqual({ done: 200, of: 8_000_000 }),
  );
  await started.ratings.stop('cancelled');
  expect(await waitForEnd(started.ratings)).toMatchObject({
    on: false,
    table: null,
    fault: { code: 'cancelled' },
  });
});

test('a server that falls silent in the middle is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const started = startRatings();
  const silent = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(whole.slice(0, 200)),
  });
  started.server.answer = () => new Response(silent, { headers: { 'content-length': '8000000' } });
  await started.ratings.start();
  await vi.waitFor(async () => expect((await started.ratings.overview()).progress?.done).toBe(200));
  vi.advanceTimersByTime(20_000);
  expect(await waitForEnd(started.ratings)).toMatchObject({ on: true, fault: { code: 'cut-off' } });
});

test('the click waits for the permission, which starts it; a refusal ends it', async () => {
  const started = startRatings();
  started.state.hasPermission = false;
  expect(await started.ratings.start()).toMatchObject({ on: false, progress: null });
  await started.ratings.tick();
  expect(started.server.requests).toEqual([]);
  started.state.hasPermission = true;
  await started.ratings.tick();
  expect(await started.ratings.overview()).toMatchObject({ on: true, table: { ratings: 300 } });

  const other = startRatings();
  other.state.hasPermission = false;
  await other.ratings.start();
  expect(await other.ratings.stop('declined')).toMatchObject({ on: false, fault: { code: 'declined' } });
  other.state.hasPermission = true;
  await other.ratings.tick();
  expect(other.server.requests).toEqual([]);
});

test('a permission that is given a quarter of an hour later starts nothing', async () => {
  const started = startRatings();
  started.state.hasPermission = false;
  await started.ratings.start();
  started.clock.now += 15 * minute;
  await started.ratings.tick();
  started.state.hasPermission = true;
  await started.ratings.tick();
  expect(started.server.requests).toEqual([]);
});

test('a refresh that the end of the background broke off begins again, but not without end', async () => {
  const started = startRatings();
  await ratingsOn.setValue(true);
  const former = await ratingsRefresh.getValue();
  await ratingsRefresh.setValue({ ...former, startedAt: started.clock.now - minute, tries: 1 });
  await started.make().tick();
  expect(await started.ratings.overview()).toMatchObject({ table: { ratings: 300 } });
  expect(await ratingsRefresh.getValue()).toMatchObject({ startedAt: null, tries: 0 });
  await ratingsRefresh.setValue({
    ...former,
    startedAt: started.clock.now,
    tries: 3,
    nextAt: started.clock.now + day,
  });
  await started.make().tick();
  expect(started.server.requests).toHaveLength(1);
});

test('two contexts never fetch at the same time, and neither does one twice', async () => {
  const started = startRatings();
  const held = Promise.withResolvers<void>();
  const other = runAlone(() => held.promise);
  await fetchNow(started);
  expect(started.server.requests).toHaveLength(0);
  held.resolve();
  await other;
  await Promise.all([started.ratings.tick(), started.ratings.tick(), started.make().tick()]);
  expect(started.server.requests).toHaveLength(1);
});

test.each([
  ['a click', (state: RatingsRefresh, now: number) => wishRefresh(state, now)],
  ['a week', (state: RatingsRefresh, now: number) => ({ ...state, nextAt: now })],
  ['a run that was broken off', (state: RatingsRefresh, now: number) => beginRefresh(state, now)],
])(
  'after %s, an alarm that finds out late that it may run asks for nothing again',
  async (_name, makeDue) => {
    const started = startRatings();
    const { clock, server, state, ratings } = started;
    await ratingsOn.setValue(true);
    await ratingsRefresh.setValue(makeDue(await ratingsRefresh.getValue(), clock.now));
    const answer = Promise.withResolvers<boolean>();
    const asked = Promise.withResolvers<void>();
    const late = started.make(() => (asked.resolve(), answer.promise)).tick();
    await asked.promise;
    await ratings.tick();
    answer.resolve(true);
    await late;
    await ratings.tick();
    expect(server.requests).toHaveLength(1);
    expect(state.alarm).toBe(clock.now + 7 * day);
  },
);

test('switched off it asks no more and keeps the table; removed it has none', async () => {
  const started = startRatings();
  await fetchNow(started);
  expect(await started.ratings.switchOff()).toMatchObject({ on: false, table: { ratings: 300 } });
  expect(started.state).toMatchObject({ alarm: null, hasPermission: false });
  started.state.hasPermission = true;
  started.clock.now += 30 * day;
  await started.ratings.tick();
  expect(started.server.requests).toHaveLength(1);
  expect(await started.ratings.remove()).toMatchObject({ table: null });
  expect(started.state.news).toBe(2);
});
