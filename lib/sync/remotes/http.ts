import { explainNoAnswer } from '../../async/no-answer.ts';
import { isRedirect, requestRules } from '../../async/request-rules.ts';
import { parseRetryAfter } from '../../async/retry-after.ts';
import { toBase64 } from '../../text/bytes.ts';
import { readBytes } from '../../text/read-bytes.ts';
import { RemoteError, type RemoteErrorCode } from './errors.ts';
import { watchProgress } from './progress.ts';
import { maxFileBytes } from './types.ts';

/** Where a server is, and who asks. */
export interface ServerAccess {
  /** Of a folder or a database, with `https:` or `http:`. */
  address: string;
  /** Empty, with the password, for a server that asks for none. */
  user: string;
  password: string;
}

/** What a remote needs of the browser. */
export interface NetworkTools {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Whether this device has a network (`navigator.onLine`). */
  isOnline: () => boolean;
}

/** One request to a server. */
interface ServerRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: Uint8Array<ArrayBuffer> | string;
  signal: AbortSignal;
}

/** The answer to a request, whatever its status. */
export interface ServerAnswer {
  status: number;
  /** Whether the status is 2xx. */
  isDone: boolean;
  /** Whether it sends elsewhere; the browser does not say where. */
  isRedirect: boolean;
  /** The body if the status is 2xx, else empty. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether the body is a page for people, as of a captive portal. */
  isPage: boolean;
  /** When the server may be asked again, in milliseconds since 1970; absent if it does not say. */
  retryAt?: number;
}

/** Sends a request. Throws `RemoteError` if no whole answer comes. */
export type Send = (request: ServerRequest) => Promise<ServerAnswer>;

const codes: Partial<Record<number, RemoteErrorCode>> = {
  401: 'refused',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-a-remote',
  408: 'slow',
  410: 'not-found',
  413: 'too-large',
  423: 'locked',
  429: 'too-many',
  501: 'not-a-remote',
  507: 'full',
  // "Bandwidth limit exceeded", of cPanel's hosts.
  509: 'too-many',
  // "Network authentication required" (RFC 6585): a captive portal that says so.
  511: 'not-a-remote',
};

/** The error for an answer that is not what was asked for. `what` is the request, for developers. */
export function explainAnswer(
  { status, isRedirect, isPage, retryAt }: ServerAnswer,
  what: string,
): RemoteError {
  const explain = (): RemoteErrorCode => {
    if (isRedirect) return 'redirected';
    if (isPage) return 'not-a-remote';
    return codes[status] ?? (status >= 500 ? 'broken' : 'bad-answer');
  };
  return new RemoteError(explain(), `${what}: ${status === 0 ? 'a redirect' : status}`, {
    status,
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** Throws `RemoteError` unless an answer says that what was asked for is done. */
export function requireDone(answer: ServerAnswer, what: string): void {
  if (!answer.isDone || answer.isPage) throw explainAnswer(answer, what);
}

/** Whether a body is HTML, whatever its type says: some servers name no type, others name HTML by default. */
function isHtml(bytes: Uint8Array, contentType: string | null): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return (
    /^<(?:!doctype html|html)\b/i.test(head) || (/html/i.test(contentType ?? '') && head.startsWith('<'))
  );
}

/** A header that says who asks; none if the server asks for none. Names and passwords may have any character. */
function makeAuthorization({ user, password }: ServerAccess): Record<string, string> {
  if (user === '' && password === '') return {};
  return { Authorization: `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}` };
}

/**
 * The address of a server without credentials, search and hash, with a slash at its end. Throws `RemoteError`
 * `not-a-remote` if it is not an address of the web.
 */
export function parseAddress(address: string): URL {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new RemoteError('not-a-remote', 'this is not an address of the web');
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}

/** Whether a body is shorter or longer than its header says: not every browser makes an error of it. */
function isCutOff(response: Response, length: number): boolean {
  const stated = response.headers.get('content-length');
  // The browser decompresses such a body, and its length is another.
  if (stated === null || response.headers.has('content-encoding')) return false;
  return Number(stated) !== length;
}

async function readAnswer(
  response: Response,
  now: () => number,
  onPiece: (length: number) => void,
): Promise<ServerAnswer> {
  const { status, ok: isDone, headers } = response;
  if (!isDone) await response.body?.cancel().catch(() => undefined);
  const bytes = isDone ? await readBytes(response, maxFileBytes, onPiece) : new Uint8Array();
  if (bytes === null) throw new RemoteError('too-large', 'the answer is too large', { status });
  if (isDone && isCutOff(response, bytes.length))
    throw new RemoteError('bad-answer', 'the answer was cut off', { status });
  const waitMs = isDone ? null : parseRetryAfter(headers.get('retry-after'), now());
  return {
    status,
    isDone,
    isRedirect: isRedirect(response),
    bytes,
    // Apache words "201 Created" as a page.
    isPage: status !== 201 && isHtml(bytes, headers.get('content-type')),
    ...(waitMs === null ? {} : { retryAt: now() + waitMs }),
  };
}

/**
 * Makes the function that sends requests to a server, with credentials. They go to no other origin, since no redirect is
 * followed.
 */
export function createSend(access: ServerAccess, { fetch, now, isOnline }: NetworkTools): Send {
  const authorization = makeAuthorization(access);
  return async ({ method, url, headers, body, signal }) => {
    const sentBytes = typeof body === 'string' ? body.length : (body?.length ?? 0);
    const progress = watchProgress(sentBytes, now);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...headers, ...authorization },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any([signal, progress.signal]),
        ...requestRules,
      });
      return await readAnswer(response, now, progress.onPiece);
    } catch (cause) {
      if (cause instanceof RemoteError) throw cause;
      if (signal.aborted) throw new RemoteError('aborted', `${method}: no longer wanted`);
      if (progress.signal.aborted) throw new RemoteError('slow', `${method}: the server sends nothing more`);
      throw new RemoteError(explainNoAnswer(isOnline()), `${method}: no answer, or not all of it`, { cause });
    } finally {
      progress.stop();
    }
  };
}
