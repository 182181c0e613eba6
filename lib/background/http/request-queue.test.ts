import { beforeEach, expect, test, vi } from 'vitest';
import { createCache } from '../cache/cache-database.ts';
import { timeoutMs } from './request-attempt.ts';
import { createRequestQueue, type Requester } from './request-queue.ts';
import { maxBodyBytes } from './read-body.ts';
import { createUsageQuota } from './usage-quota.ts';

const url = 'https://scores.example/film?key=secret-key';
let names = 0;
let clock = { ms: 0 };
let waits: number[] = [];
const fetchMock = vi.fn<typeof fetch>();

function makeQueue(
  more: {
    hasPermission?: boolean;
    isOn?: boolean;
    isOnline?: boolean;
    name?: string;
    budget?: number | null;
  } = {},
) {
  const now = (): number => clock.ms;
  const quota = createUsageQuota({ use: createCache(more.name ?? `queue-${(names += 1)}`), now });
  const queue = createRequestQueue({
    fetch: fetchMock,
    now,
    isOnline: () => more.isOnline ?? true,
    sleep: (ms) => {
      waits.push(ms);
      clock.ms += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    hasPermission: () => Promise.resolve(more.hasPermission ?? true),
    quota,
  });
  const requester: Requester = {
    id: 'scores',
    origins: ['https://scores.example/*'],
    dailyBudget: more.budget ?? null,
    minGapMs: 0,
    isOn: () => Promise.resolve(more.isOn ?? true),
  };
  const ask = (address = url, signal = new AbortController().signal) =>
    queue.fetchFor(requester)(address, { signal });
  return { ask, queue, requester, quota };
}

const answer = (body: BodyInit | null, init: ResponseInit = {}) => Promise.resolve(new Response(body, init));

beforeEach(() => {
  clock = { ms: Date.UTC(2026, 10, 22, 12) };
  waits = [];
  fetchMock.mockReset();
});

test('an answer comes back with its status, text and headers', async () => {
  fetchMock.mockImplementation(() => answer('{"a":1}', { headers: { ETag: '"x"' } }));
  const response = await makeQueue().ask();
  expect([response.status, response.text, response.header('etag')]).toEqual([200, '{"a":1}', '"x"']);
});

test('nothing leaves while the source is off, its origin is not granted, or the address is another’s', async () => {
  await expect(makeQueue({ isOn: false }).ask()).rejects.toMatchObject({ code: 'no-permission' });
  await expect(makeQueue({ hasPermission: false }).ask()).rejects.toMatchObject({ code: 'no-permission' });
  for (const other of [
    'https://evil.example/film',
    'http://scores.example/film',
    'https://scores.example.evil.example/',
  ])
    await expect(makeQueue().ask(other)).rejects.toMatchObject({ code: 'redirected' });
  expect(fetchMock).not.toHaveBeenCalled();
});

test('it sends neither cookies nor the page it is asked from, and follows no redirect', async () => {
  fetchMock.mockImplementation(() => answer('{}'));
  await makeQueue().ask();
  expect(fetchMock.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
  });
});

test.each([301, 302, 307, 308])('a redirect (%d), wherever it leads, is refused', async (status) => {
  fetchMock.mockImplementation(() =>
    answer(null, { status, headers: { Location: 'http://192.168.0.1/reboot' } }),
  );
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'redirected' });
  expect(fetchMock).toHaveBeenCalledTimes(1);
});

test('equal questions at one time are one request', async () => {
  fetchMock.mockImplementation(() => answer('{}'));
  const { ask } = makeQueue();
  await Promise.all([ask(), ask(), ask()]);
  expect(fetchMock).toHaveBeenCalledTimes(1);
});

test('a server that fails is asked twice more, later each time, and no further', async () => {
  fetchMock.mockImplementation(() => answer('oops', { status: 503 }));
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'failed' });
  expect(fetchMock).toHaveBeenCalledTimes(3);
  expect(waits).toEqual([800, 1600]);
});

test('one failure is got over', async () => {
  fetchMock.mockImplementationOnce(() => answer('', { status: 500 })).mockImplementation(() => answer('{}'));
  expect((await makeQueue().ask()).status).toBe(200);
});

test.each<[string, number, number]>([
  ['2', 3, 2000],
  ['-5', 3, 1000],
  ['0', 3, 1000],
  ['Sun, 22 Nov 2026 12:00:03 GMT', 3, 3000],
])('429 with Retry-After %s is waited for', async (header, requests, firstWait) => {
  fetchMock.mockImplementation(() => answer('', { status: 429, headers: { 'Retry-After': header } }));
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'limit-reached' });
  expect(fetchMock).toHaveBeenCalledTimes(requests);
  expect(waits[0]).toBe(firstWait);
});

test.each<[string | null, number]>([
  ['120', 120_000],
  ['31536000', 24 * 3_600_000],
  ['99999999999999999999', 24 * 3_600_000],
  ['Fri, 22 Nov 2030 12:00:00 GMT', 24 * 3_600_000],
  [null, 60_000],
  ['soon', 60_000],
])('429 with Retry-After %s rests at most a day and asks once', async (header, restMs) => {
  const headers: HeadersInit = header === null ? {} : { 'Retry-After': header };
  fetchMock.mockImplementation(() => answer('<html>slow down</html>', { status: 429, headers }));
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'limit-reached', until: clock.ms + restMs });
  expect(fetchMock).toHaveBeenCalledTimes(1);
});

test.each([
  [true, 'unreachable'],
  [false, 'offline'],
])('no answer while the device has a network (%j) is reported as %s', async (isOnline, code) => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(makeQueue({ isOnline }).ask()).rejects.toMatchObject({ code });
});

test.each([
  ['3600', 3_600_000],
  [null, null],
])('503 with Retry-After %j is not asked again before that time', async (header, restMs) => {
  const headers: HeadersInit = header === null ? {} : { 'Retry-After': header };
  fetchMock.mockImplementation(() => answer('<html>down</html>', { status: 503, headers }));
  const until = restMs === null ? null : clock.ms + restMs;
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'failed', until });
  expect(fetchMock).toHaveBeenCalledTimes(restMs === null ? 3 : 1);
});

test('an answer of 10 MB is cut off and refused, whatever length it announces', async () => {
  let sent = 0;
  const chunk = new Uint8Array(256 * 1024);
  fetchMock.mockImplementation(() => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > 10 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    return answer(body, { headers: { 'Content-Length': '10' } });
  });
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'too-large' });
  expect(sent).toBeLessThan(maxBodyBytes + 4 * chunk.length);
  fetchMock.mockImplementation(() => answer('x', { headers: { 'Content-Length': '500000000' } }));
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'too-large' });
});

test('an answer that breaks off is a failure', async () => {
  fetchMock.mockImplementation(() => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('gzip')) });
    return answer(body);
  });
  await expect(makeQueue().ask()).rejects.toMatchObject({ code: 'failed' });
});

test('a body that never ends is given up after the time limit', async () => {
  vi.useFakeTimers();
  try {
    fetchMock.mockImplementation((_url, init) => {
      const body = new ReadableStream({
        start: (controller) =>
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError'))),
      });
      return answer(body);
    });
    const { requester, queue } = makeQueue();
    const asked = queue.fetchFor(requester)(url, { signal: new AbortController().signal });
    const outcome = expect(asked).rejects.toMatchObject({ code: 'failed' });
    for (let turn = 0; turn < 12; turn += 1) await vi.advanceTimersByTimeAsync(timeoutMs);
    await outcome;
    expect(fetchMock).toHaveBeenCalledTimes(3);
  } finally {
    vi.useRealTimers();
  }
});

test.each<[string, number[], string | undefined, string]>([
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d], undefined, '{}'],
  ['Latin-1 by its header', [0x41, 0x6d, 0xe9], 'text/plain; charset=iso-8859-1', 'Amé'],
  ['an encoding nobody knows', [0x7b, 0x7d], 'text/plain; charset=klingon', '{}'],
])('%s is read', async (_what, bytes, type, text) => {
  fetchMock.mockImplementation(() =>
    answer(new Uint8Array(bytes), type ? { headers: { 'Content-Type': type } } : {}),
  );
  expect((await makeQueue().ask()).text).toBe(text);
});

test('a request is dropped when everybody who waits for it has gone, and not before', async () => {
  const signals: AbortSignal[] = [];
  fetchMock.mockImplementation((_url, init) => {
    if (init?.signal) signals.push(init.signal);
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  });
  const { ask } = makeQueue();
  const [one, other] = [new AbortController(), new AbortController()];
  const first = ask(url, one.signal);
  const second = ask(url, other.signal);
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  one.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals[0]?.aborted).toBe(false);
  other.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals[0]?.aborted).toBe(true);
});

test('the day’s budget is counted over restarts of the worker, and starts again at midnight', async () => {
  fetchMock.mockImplementation(() => answer('{}'));
  const name = `queue-${(names += 1)}`;
  await makeQueue({ name, budget: 2 }).ask();
  await makeQueue({ name, budget: 2 }).ask();
  const third = makeQueue({ name, budget: 2 }).ask();
  await expect(third).rejects.toMatchObject({ code: 'limit-reached', until: Date.UTC(2026, 10, 23) });
  expect(fetchMock).toHaveBeenCalledTimes(2);
  clock.ms = Date.UTC(2026, 10, 23, 1);
  await makeQueue({ name, budget: 2 }).ask();
  expect(fetchMock).toHaveBeenCalledTimes(3);
});

test('requests to one host keep their distance', async () => {
  fetchMock.mockImplementation(() => answer('{}'));
  const { queue, requester } = makeQueue();
  const paced = queue.fetchFor({ ...requester, minGapMs: 1000 });
  const { signal } = new AbortController();
  for (const film of ['a', 'b', 'c']) await paced(`https://scores.example/${film}`, { signal });
  expect(waits).toEqual([1000, 1000]);
});

test('no error holds the address or the key in it', async () => {
  fetchMock.mockRejectedValue(new TypeError(`Failed to fetch ${url}`));
  const error: unknown = await makeQueue()
    .ask()
    .catch((thrown: unknown) => thrown);
  expect(String(error) + JSON.stringify(error)).not.toMatch(/secret-key|scores\.example/);
});
