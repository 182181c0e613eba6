import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NetworkTools } from './http.ts';
import { stallMs } from './progress.ts';
import { createWebdavRemote } from './webdav.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const second = 1000;
const day = 86_400 * second;
const options = { signal: new AbortController().signal };

/** A server that sends so many bytes every so often, and nothing else. */
function drip(bytes: number, everyMs: number, times: number): NetworkTools['fetch'] {
  return (_url, init) => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        let sent = 0;
        const send = (): void => {
          if (sent === times) return stream.close();
          sent += 1;
          stream.enqueue(new Uint8Array(bytes));
          timer = setTimeout(send, everyMs);
        };
        let timer = setTimeout(send, everyMs);
        init?.signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          stream.error(init.signal?.reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  };
}

/** A server that never answers, or only after a time. */
const answerAfter =
  (ms: number): NetworkTools['fetch'] =>
  (_url, init) =>
    new Promise((resolve, reject) => {
      setTimeout(() => resolve(new Response(null, { status: 201 })), ms);
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });

function open(fetch: NetworkTools['fetch']) {
  const access = { address: 'https://cloud.example/dav', user: 'me', password: 'secret' };
  return createWebdavRemote(access, { fetch, now: Date.now, isOnline: () => true });
}

/** What a call comes to in that time: its length, the code of its error, or that it still waits. */
async function settle(call: Promise<Uint8Array | void>, withinMs: number): Promise<number | string> {
  let result: number | string = 'waits';
  call.then(
    (bytes) => (result = bytes?.length ?? 'done'),
    (error: { code: string }) => (result = error.code),
  );
  await vi.advanceTimersByTimeAsync(withinMs);
  return result;
}

test('an answer that never comes is slow after the time, not before', async () => {
  expect(await settle(open(answerAfter(day)).get('a', options), stallMs - 1)).toBe('waits');
  expect(await settle(open(answerAfter(day)).get('a', options), stallMs)).toBe('slow');
});

test('a body that stops is slow', async () => {
  const call = open(drip(1000, stallMs + 1, 5)).get('a', options);
  expect(await settle(call, 2 * stallMs)).toBe('slow');
});

test('a body that comes slowly but steadily is read to its end', async () => {
  const call = open(drip(50_000, 20 * second, 30)).get('a', options);
  expect(await settle(call, 21 * 20 * second)).toBe('waits');
  expect(await settle(open(drip(50_000, 20 * second, 30)).get('a', options), 31 * 20 * second)).toBe(
    1_500_000,
  );
});

test('a body that drips byte by byte is slow, however often a byte comes', async () => {
  expect(await settle(open(drip(1, 5 * second, 10_000)).get('a', options), 70 * second)).toBe('slow');
});

test('a large upload is given the time that a slow line needs', async () => {
  const large = open(answerAfter(60 * second)).put('a', new Uint8Array(8_000_000), options);
  // The folder is asked for first, which is no upload.
  expect(await settle(large, 60 * second)).toBe('slow');
  const answered =
    (ms: number): NetworkTools['fetch'] =>
    (url, init) =>
      answerAfter(init?.method === 'PUT' ? ms : 0)(url, init);
  expect(
    await settle(open(answered(60 * second)).put('a', new Uint8Array(8_000_000), options), 90 * second),
  ).toBe('done');
  expect(await settle(open(answered(60 * second)).put('a', new Uint8Array(8), options), 90 * second)).toBe(
    'slow',
  );
});

test('no timer stays after an answer', async () => {
  await settle(open(answerAfter(10)).get('a', options), 20);
  expect(vi.getTimerCount()).toBe(0);
});
