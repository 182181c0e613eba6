import { explainNoAnswer } from '../../async/no-answer.ts';
import { CatalogueError } from '../errors.ts';

/** The browser's `fetch`, or a replacement in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A fetched file, or the result that it has not changed. */
export type FetchedFile =
  { state: 'fetched'; bytes: Uint8Array<ArrayBuffer>; etag: string | null } | { state: 'unchanged' };

/** Half of the 30 s after which the browser terminates a worker that waits for a response. */
const timeoutMs = 15_000;

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, so no more is fetched of a file that is too large.
  for await (const chunk of response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new CatalogueError('too-large', `${response.url} has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Fetches a file of a published catalogue, without cookies or referrer. Rejects with `CatalogueError`: `offline` if
 * there is no answer in time, `redirected` for a redirect (never followed), `missing`, `too-large`.
 */
export async function fetchCatalogueFile(
  url: string,
  options: { fetch: Fetch; maxBytes: number; etag?: string | null },
): Promise<FetchedFile> {
  const { fetch, maxBytes, etag } = options;
  const init: RequestInit = {
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
    ...(etag ? { headers: { 'If-None-Match': etag } } : {}),
  };
  try {
    const response = await fetch(url, init);
    if (response.status === 304 && etag) return { state: 'unchanged' };
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      throw new CatalogueError('redirected', `${url} redirects`);
    if (!response.ok) throw new CatalogueError('missing', `${url}: ${response.status}`);
    return {
      state: 'fetched',
      bytes: await readCapped(response, maxBytes),
      etag: response.headers.get('etag'),
    };
  } catch (error) {
    if (error instanceof CatalogueError) throw error;
    throw new CatalogueError(explainNoAnswer(navigator.onLine), `${url} gave no answer`, { cause: error });
  }
}
