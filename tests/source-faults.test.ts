// Network faults with every source and the request queue: each fault has its own code, no error contains the key, and no
// answer from another origin gets through.
import { describe, expect, test, vi } from 'vitest';
import { createCache } from '../lib/background/cache/cache-database.ts';
import { timeoutMs } from '../lib/background/http/request-attempt.ts';
import { createTestQueue } from '../lib/background/testing/queue.ts';
import { createUsageQuota } from '../lib/background/http/usage-quota.ts';
import { formatOriginPattern } from '../lib/reviews/sources/addresses.ts';
import { makeFilm } from '../lib/films/make-film.ts';
import { feedSources } from '../lib/reviews/sources/feed-registry.ts';
import { reviewSources } from '../lib/reviews/sources/registry.ts';
import type { SourceContext } from '../lib/reviews/sources/types.ts';

const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const key = 'a-key-that-nobody-may-see';
const start = Date.UTC(2026, 10, 22, 12);
const siteUrl = 'https://blog.example/feed/';
let names = 0;

type Answer = (init: RequestInit | undefined) => Promise<Response>;
let isOnline = true;

/** All sources about films and all feeds of sites. */
const sources = [
  ...reviewSources.map(({ id, origins, lookUp }) => ({
    id,
    origins,
    ask: (context: SourceContext): Promise<unknown> => lookUp([her], context),
  })),
  ...feedSources.map(({ id, lookUp }) => ({
    id,
    origins: [formatOriginPattern(siteUrl)],
    ask: (context: SourceContext): Promise<unknown> => lookUp({ url: siteUrl, cursor: null }, context),
  })),
];

/** Runs a lookup of a source with a fake server. Returns the outcome and the requested addresses. */
async function ask({ id, origins, ask: lookUp }: (typeof sources)[number], answer: Answer) {
  const requested: string[] = [];
  const now = () => start;
  const queue = createTestQueue({
    fetch: (input, init) => {
      requested.push(new URL(input instanceof Request ? input.url : input).href);
      return answer(init);
    },
    now,
    isOnline: () => isOnline,
    quota: createUsageQuota({ use: createCache(`source-faults-${(names += 1)}`), now }),
  });
  const isOn = () => Promise.resolve(true);
  const fetch = queue.fetchFor({ id, origins, dailyBudget: null, minGapMs: 0, isOn });
  const { signal } = new AbortController();
  const outcome: unknown = await lookUp({ fetch, signal, now: start, key, languages: ['en'] }).catch(
    (error: unknown) => error,
  );
  return { outcome, requested };
}

const say = (body: BodyInit | null, init: ResponseInit = {}): Answer => {
  return () => Promise.resolve(new Response(body, init));
};

/** Streams 10 MB with a wrong `content-length`. */
const answerTooMuch: Answer = () => {
  let pieces = 40;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => (pieces-- > 0 ? stream.enqueue(new Uint8Array(256 * 1024)) : stream.close()),
  });
  return Promise.resolve(new Response(body, { headers: { 'content-length': '12' } }));
};

const faults: {
  what: string;
  answer: Answer;
  code: string;
  /** The code of a followed site's feed, where it is another. */
  feedCode?: string;
  until?: number;
  requests?: number;
  isOffline?: boolean;
}[] = [
  {
    what: '429 with a time to wait',
    answer: say('slow down', { status: 429, headers: { 'retry-after': '120' } }),
    code: 'limit-reached',
    until: start + 120_000,
    requests: 1,
  },
  {
    what: '429 without a time to wait',
    answer: say('<html>slow down</html>', { status: 429 }),
    code: 'limit-reached',
    until: start + 60_000,
    requests: 1,
  },
  { what: '500', answer: say('oops', { status: 500 }), code: 'failed', requests: 3 },
  { what: '503 in HTML', answer: say('<html>busy</html>', { status: 503 }), code: 'failed', requests: 3 },
  {
    what: '403 in HTML',
    answer: say('<html>blocked</html>', { status: 403 }),
    code: 'failed',
    feedCode: 'feed-missing',
  },
  {
    what: 'no network',
    answer: () => Promise.reject(new TypeError('Failed to fetch')),
    code: 'offline',
    requests: 3,
    isOffline: true,
  },
  {
    what: 'a server that is down',
    answer: () => Promise.reject(new TypeError('Failed to fetch')),
    code: 'unreachable',
    requests: 3,
  },
  {
    what: '503 with a time to wait',
    answer: say('<html>back soon</html>', { status: 503, headers: { 'retry-after': '900' } }),
    code: 'failed',
    until: start + 900_000,
    requests: 1,
  },
  {
    what: 'a redirect to another origin',
    answer: say(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
    code: 'redirected',
    requests: 1,
  },
  { what: 'an answer of 10 MB', answer: answerTooMuch, code: 'too-large', requests: 1 },
  {
    what: 'an answer that breaks off',
    answer: () =>
      Promise.resolve(
        new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('gzip')) })),
      ),
    code: 'failed',
  },
  { what: 'a page to log in', answer: say('<!doctype html><html><p>Log in</p></html>'), code: 'malformed' },
];

describe.each(sources)('$id', (source) => {
  test.each(faults)(
    '$what gives the code $code',
    async ({ answer, code: sourceCode, feedCode, until, requests, isOffline }) => {
      const code = feedSources.some(({ id }) => id === source.id) ? (feedCode ?? sourceCode) : sourceCode;
      isOnline = isOffline !== true;
      const { outcome, requested } = await ask(source, answer);
      expect(outcome).toMatchObject({ code, ...(until !== undefined && { until }) });
      if (requests !== undefined) expect(requested).toHaveLength(requests);
      for (const url of requested) expect(source.origins).toContain(formatOriginPattern(url));
      expect(String(outcome) + JSON.stringify(outcome)).not.toContain(key);
    },
  );

  test('gives up on a server that never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const never: Answer = (init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        });
      let isDone = false;
      const asking = ask(source, never).finally(() => (isDone = true));
      while (!isDone) await vi.advanceTimersByTimeAsync(timeoutMs);
      const { outcome, requested } = await asking;
      expect(outcome).toMatchObject({ code: 'failed' });
      expect(requested).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
