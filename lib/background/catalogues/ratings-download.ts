import { explainNoAnswer } from '../../async/no-answer.ts';
import { isRedirect, requestRules } from '../../async/request-rules.ts';
import { parseRetryAfter } from '../../async/retry-after.ts';
import type { InputFile } from '../../catalogue/builder/input-file.ts';
import { readRatings, type EncodedRatings } from '../../catalogue/imdb-ratings/read-ratings.ts';
import { RatingsError } from './ratings-fault.ts';

/** The address of IMDb's ratings, from developer.imdb.com/non-commercial-datasets. */
export const ratingsUrl = 'https://datasets.imdbws.com/title.ratings.tsv.gz';
/** The match patterns that fetching them needs. */
export const ratingsOrigins = ['https://datasets.imdbws.com/*'];

/** Eight times the file of 2026. */
const maxBytes = 64 * 1024 * 1024;
/** How long the server may send nothing, in milliseconds: the browser ends a worker that waits for 30 s. */
const stallMs = 20_000;

/** What the server sent: the ratings with the file's mark and day, or that the file has not changed. */
export type Download =
  { state: 'unchanged' } | { state: 'fetched'; table: EncodedRatings; etag: string | null; asOf: string };

interface DownloadOptions {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** The mark of the stored table, so that the same file is not sent again; null to get it in any case. */
  etag: string | null;
  signal: AbortSignal;
  onProgress: (progress: { done: number; of: number | null }) => void;
}

const parseLength = (response: Response): number | null => {
  const length = Number(response.headers.get('content-length'));
  return Number.isSafeInteger(length) && length > 0 ? length : null;
};

/** The day on which the file was made; today's where the server does not say. */
function dayOfResponse(response: Response, now: number): string {
  const made = Date.parse(response.headers.get('last-modified') ?? '');
  return new Date(Math.min(Number.isNaN(made) ? now : made, now)).toISOString().slice(0, 10);
}

/** Sends the request. Throws `RatingsError` for any answer but the file and "not changed". */
async function request({ fetch, now, etag }: DownloadOptions, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = etag === null ? {} : { 'If-None-Match': etag };
  const response = await fetch(ratingsUrl, { ...requestRules, headers, signal }).catch(() => {
    throw new RatingsError(explainNoAnswer(navigator.onLine));
  });
  const { status, ok } = response;
  if (ok || (status === 304 && etag !== null)) return response;
  await response.body?.cancel().catch(() => undefined);
  if (isRedirect(response)) throw new RatingsError('other-file', { status });
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now());
  const isRefused = status === 401 || status === 403 || status === 451;
  throw new RatingsError(isRefused ? 'forbidden' : 'server', { status, retryAfterMs });
}

/**
 * The bytes of a response, bounded. A transfer that breaks off, is aborted or ends too early throws `RatingsError`
 * `cut-off`.
 */
function boundBody(
  response: Response,
  signal: AbortSignal,
  onBytes: (done: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const length = parseLength(response);
  // The browser decompresses such a body, and its length is another.
  const isWhole = (done: number): boolean =>
    length === null || done >= length || response.headers.has('content-encoding');
  let done = 0;
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  return new ReadableStream({
    async pull(controller) {
      const part = await reader.read().catch(() => {
        throw new RatingsError('cut-off');
      });
      if (signal.aborted || (part.done && !isWhole(done))) throw new RatingsError('cut-off');
      if (part.done) return controller.close();
      done += part.value.byteLength;
      if (done > maxBytes) throw new RatingsError('other-file');
      onBytes(done);
      controller.enqueue(part.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function makeFile(response: Response, body: ReadableStream<Uint8Array<ArrayBuffer>>): InputFile {
  const name = 'title.ratings.tsv.gz';
  return { name, size: parseLength(response) ?? 0, lastModified: 0, stream: () => body };
}

/**
 * Fetches IMDb's ratings and reads them as they come. Rejects with `RatingsError`, with the `ImportError` of a file that
 * cannot be read, or with the signal's reason.
 */
export async function downloadRatings(options: DownloadOptions): Promise<Download> {
  const stall = new AbortController();
  const stop = (): void => stall.abort(new RatingsError('cut-off'));
  let timer = setTimeout(stop, stallMs);
  try {
    const signal = AbortSignal.any([options.signal, stall.signal]);
    const response = await request(options, signal);
    if (response.status === 304) return { state: 'unchanged' };
    const of = parseLength(response);
    const body = boundBody(response, signal, (done) => {
      clearTimeout(timer);
      timer = setTimeout(stop, stallMs);
      options.onProgress({ done, of });
    });
    const table = await readRatings(makeFile(response, body), { signal });
    return {
      state: 'fetched',
      table,
      etag: response.headers.get('etag'),
      asOf: dayOfResponse(response, options.now()),
    };
  } finally {
    clearTimeout(timer);
  }
}
