import { explainNoAnswer } from '../../async/no-answer.ts';
import { isRedirect, requestRules } from '../../async/request-rules.ts';
import { parseRetryAfter } from '../../async/retry-after.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import type { SourceResponse } from '../../reviews/sources/types.ts';

/**
 * The timeout of a request with its response, in milliseconds. The browser ends a worker when a response takes 30 s.
 */
export const timeoutMs = 15_000;

/** A server's answer, with what was read of its body. */
export interface ReadResponse<Body> extends Pick<SourceResponse, 'status' | 'header'> {
  body: Body;
}

/** The result of a request; `retryAfterMs` is the wait that the server asks for. */
export type Attempt<Body> =
  { answer: ReadResponse<Body> } | { error: SourceError; retryAfterMs: number | null };

interface AttemptOptions<Body> {
  /** Reads the body, within a limit; throws `SourceError` where it is too large. */
  read: (response: Response) => Promise<Body>;
  headers: Record<string, string>;
  signal: AbortSignal;
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Whether this device has a network (`navigator.onLine`). */
  isOnline: () => boolean;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function judge<Body>(response: Response, body: Body, now: number): Attempt<Body> {
  const { status, headers } = response;
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now);
  if (status === 429) {
    const until = now + (retryAfterMs ?? 60_000);
    return { error: new SourceError('limit-reached', 'the service asks to wait', until), retryAfterMs };
  }
  if (status >= 500) {
    // RFC 9110, 10.2.3: a server that is down for maintenance says when it is back.
    const until = retryAfterMs === null ? null : now + retryAfterMs;
    return { error: new SourceError('failed', `the service answered ${status}`, until), retryAfterMs };
  }
  return { answer: { status, body, header: (name) => headers.get(name) } };
}

/**
 * Sends one request and returns the whole response, or an error after which a retry makes sense. Throws `SourceError`
 * when a retry is useless, and an `AbortError` when the signal is aborted.
 */
export async function attemptRequest<Body>(
  url: string,
  options: AttemptOptions<Body>,
): Promise<Attempt<Body>> {
  const { headers, signal, now } = options;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  let hasAnswer = false;
  try {
    const response = await options.fetch(url, {
      headers,
      signal: AbortSignal.any([signal, timeout.signal]),
      ...requestRules,
    });
    hasAnswer = true;
    if (isRedirect(response)) throw new SourceError('redirected', 'the service sends elsewhere');
    return judge(response, await options.read(response), now());
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (timeout.signal.aborted)
      return { error: new SourceError('failed', 'no whole answer within 15 s'), retryAfterMs: null };
    if (isAbort(error) || signal.aborted) throw new DOMException('no longer wanted', 'AbortError');
    const code = hasAnswer ? 'failed' : explainNoAnswer(options.isOnline());
    return {
      error: new SourceError(code, hasAnswer ? 'the answer broke off' : 'no way to the service'),
      retryAfterMs: null,
    };
  } finally {
    clearTimeout(timer);
  }
}
