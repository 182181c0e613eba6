import { SourceError } from '../reviews/sources/errors.ts';
import type { SourceFetch, SourceResponse } from '../reviews/sources/types.ts';
import { createHostPacing, type Sleep } from './host-pacing.ts';
import { readBody } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createSharedTasks } from './shared-tasks.ts';
import type { SourceMeters } from './source-meters.ts';

/** A request with its answer ends within this; the browser ends a worker whose answer takes 30 s to come. */
export const timeoutMs = 15_000;
const maxRetries = 2;
const firstBackOffMs = 800;
/** A wait that a server asks for and that is not longer is waited for; else the source rests until then. */
const longestWaitMs = 5000;

/** On whose behalf a request is sent. */
export interface Requester {
  /** The source's id, or `site:` and a host: what meters count by. */
  id: string;
  /** Match patterns of where it may be asked; an address elsewhere is refused. */
  origins: string[];
  dailyBudget: number | null;
  minGapMs: number;
  /** Whether the user wants it asked at all; looked at before each request. */
  isOn: () => Promise<boolean>;
}

interface QueueOptions {
  fetch: typeof globalThis.fetch;
  now: () => number;
  sleep: Sleep;
  /** 0 to 1. */
  random: () => number;
  /** Whether the user has granted the origins. */
  hasPermission: (origins: string[]) => Promise<boolean>;
  meters: SourceMeters;
}

/** Sends requests of sources: bounded, paced, counted, and none that was not asked for. */
export interface RequestQueue {
  fetchFor: (requester: Requester) => SourceFetch;
}

type Attempt = { answer: SourceResponse } | { error: SourceError; retryAfterMs: number | null };

function isAt(url: string, patterns: string[]): boolean {
  const { protocol, hostname } = new URL(url);
  return patterns.some((pattern) => pattern === `${protocol}//${hostname}/*`);
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The one place from which anything leaves this machine. */
export function createRequestQueue(options: QueueOptions): RequestQueue {
  const { now, sleep, random, meters, hasPermission } = options;
  const pacing = createHostPacing({ now, sleep });
  const shared = createSharedTasks<SourceResponse>();

  async function requireAllowed({ origins, isOn }: Requester, url: string): Promise<void> {
    if (!isAt(url, origins)) throw new SourceError('redirected', 'the address is not the source’s own');
    if (!(await isOn())) throw new SourceError('no-permission', 'the source is switched off');
    if (!(await hasPermission(origins))) throw new SourceError('no-permission', 'the origin is not granted');
  }

  function judge(response: Response, text: string): Attempt {
    const { status, headers } = response;
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now());
    if (status === 429) {
      const until = now() + (retryAfterMs ?? 60_000);
      return { error: new SourceError('limit-reached', 'the service asks to wait', until), retryAfterMs };
    }
    if (status >= 500)
      return { error: new SourceError('failed', `the service answered ${status}`), retryAfterMs };
    return { answer: { status, text, header: (name) => headers.get(name) } };
  }

  /** One request with its whole answer. What is no use to try again is thrown. */
  async function attempt(
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    let hasAnswer = false;
    try {
      const response = await options.fetch(url, {
        headers,
        signal: AbortSignal.any([signal, timeout.signal]),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Where a redirect leads is not told, so none is followed: nothing goes to a host nobody agreed to.
        redirect: 'manual',
        cache: 'no-store',
      });
      hasAnswer = true;
      if (
        response.type === 'opaqueredirect' ||
        (response.status >= 301 && response.status <= 308 && response.status !== 304)
      )
        throw new SourceError('redirected', 'the service sends elsewhere');
      return judge(response, await readBody(response));
    } catch (error) {
      if (error instanceof SourceError) throw error;
      if (timeout.signal.aborted)
        return { error: new SourceError('failed', 'no whole answer within 15 s'), retryAfterMs: null };
      if (isAbort(error) || signal.aborted) throw new DOMException('no longer wanted', 'AbortError');
      const code = hasAnswer ? 'failed' : 'offline';
      return {
        error: new SourceError(code, hasAnswer ? 'the answer broke off' : 'no way to the service'),
        retryAfterMs: null,
      };
    } finally {
      clearTimeout(timer);
    }
  }

  async function send(
    requester: Requester,
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ) {
    for (let retry = 0; ; retry += 1) {
      await requireAllowed(requester, url);
      await meters.reserve(requester.id, requester.dailyBudget);
      await pacing.wait(new URL(url).host, requester.minGapMs, signal);
      const result = await attempt(url, headers, signal);
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
      (url, { signal, headers = {} }) =>
        shared.run(`${requester.id} ${url} ${JSON.stringify(headers)}`, signal, (own) =>
          send(requester, url, headers, own),
        ),
  };
}
