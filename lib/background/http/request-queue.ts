import { SourceError } from '../../reviews/sources/errors.ts';
import type { SourceFetch } from '../../reviews/sources/types.ts';
import { createRateLimit, type Sleep } from './rate-limit.ts';
import { attemptRequest, type ReadResponse } from './request-attempt.ts';
import { createInFlight } from './in-flight.ts';
import { readBody, readBodyBytes } from './read-body.ts';
import type { UsageQuota } from './usage-quota.ts';

const maxRetries = 2;
const firstBackOffMs = 800;
/** The longest wait before a retry; after a longer one the source is paused. */
const longestWaitMs = 5000;

/** The source that a request is sent for. */
export interface Requester {
  /** The source's id, or `site:` and a host: what requests are counted by. */
  id: string;
  /** Match patterns of the addresses allowed; any other address is refused. */
  origins: string[];
  dailyBudget: number | null;
  minGapMs: number;
  /** Whether the user has switched it on; checked before each request. */
  isOn: () => Promise<boolean>;
}

interface QueueOptions {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Whether this device has a network. */
  isOnline: () => boolean;
  sleep: Sleep;
  /** 0 to 1. */
  random: () => number;
  /** Whether the user has granted the origins. */
  hasPermission: (origins: string[]) => Promise<boolean>;
  quota: UsageQuota;
}

/** Sends the requests of sources: limited, spaced and counted, and only when allowed. */
export interface RequestQueue {
  fetchFor: (requester: Requester) => SourceFetch;
  /** As `fetchFor`, for an answer that is no text: its bytes, at most so many. */
  fetchBytesFor: (
    requester: Requester,
    most: number,
  ) => (url: string, options: { signal: AbortSignal }) => Promise<ReadResponse<Uint8Array<ArrayBuffer>>>;
}

function isAt(url: string, patterns: string[]): boolean {
  const { protocol, hostname } = new URL(url);
  return patterns.some((pattern) => pattern === `${protocol}//${hostname}/*`);
}

/** Creates the queue. All requests to sources go through it. */
export function createRequestQueue(options: QueueOptions): RequestQueue {
  const { fetch, now, isOnline, sleep, random, quota, hasPermission } = options;
  const rateLimit = createRateLimit({ now, sleep });
  const shared = createInFlight<ReadResponse<string>>();
  const sharedBytes = createInFlight<ReadResponse<Uint8Array<ArrayBuffer>>>();

  async function requireAllowed({ origins, isOn }: Requester, url: string): Promise<void> {
    if (!isAt(url, origins)) throw new SourceError('redirected', 'the address is not the source’s own');
    if (!(await isOn())) throw new SourceError('no-permission', 'the source is switched off');
    if (!(await hasPermission(origins))) throw new SourceError('no-permission', 'the origin is not granted');
  }

  async function send<Body>(
    requester: Requester,
    { url, headers = {} }: { url: string; headers?: Record<string, string> },
    read: (response: Response) => Promise<Body>,
    signal: AbortSignal,
  ): Promise<ReadResponse<Body>> {
    for (let retry = 0; ; retry += 1) {
      await requireAllowed(requester, url);
      await quota.reserve(requester.id, requester.dailyBudget);
      await rateLimit.wait(new URL(url).host, requester.minGapMs, signal);
      const result = await attemptRequest(url, { read, headers, signal, fetch, now, isOnline });
      if ('answer' in result) return result.answer;
      const { error, retryAfterMs } = result;
      const backOffMs = retryAfterMs ?? firstBackOffMs * 2 ** retry * (0.5 + random());
      const isFinal = error.code === 'limit-reached' && retryAfterMs === null;
      if (retry >= maxRetries || isFinal || backOffMs > longestWaitMs) throw error;
      await sleep(backOffMs, signal);
    }
  }

  return {
    fetchFor:
      (requester) =>
      async (url, { signal, headers = {} }) => {
        const name = `${requester.id} ${url} ${JSON.stringify(headers)}`;
        const { body, ...answer } = await shared.run(name, signal, (own) =>
          send(requester, { url, headers }, readBody, own),
        );
        return { ...answer, text: body };
      },
    fetchBytesFor:
      (requester, most) =>
      (url, { signal }) =>
        sharedBytes.run(`${requester.id} ${url}`, signal, (own) =>
          send(requester, { url }, (response) => readBodyBytes(response, most), own),
        ),
  };
}
