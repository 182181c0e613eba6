import { SourceError } from '../../reviews/sources/errors.ts';

/** The maximum size of a response, in bytes. */
export const maxBodyBytes = 2 * 1024 * 1024;

/** The name of a document's encoding: of its header, else of its XML declaration, else UTF-8. */
function findEncoding(contentType: string, head: Uint8Array): string {
  const stated = /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1];
  const start = String.fromCharCode(...head.slice(0, 200));
  return (
    stated ??
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{1,150}encoding\s*=\s*["']([\w-]{1,40})/.exec(start)?.[1] ??
    'utf-8'
  );
}

function decode(bytes: Uint8Array, contentType: string): string {
  try {
    return new TextDecoder(findEncoding(contentType, bytes)).decode(bytes);
  } catch {
    // The encoding is unknown: most of the web is UTF-8.
    return new TextDecoder().decode(bytes);
  }
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * The text of an answer, read piece by piece. Throws `SourceError` `too-large` as soon as more than `maxBodyBytes` have
 * come or are announced, and ends the transfer; what the stream itself throws (a broken or aborted one) comes through.
 */
export async function readBody(response: Response): Promise<string> {
  const refuse = async (): Promise<never> => {
    await response.body?.cancel().catch(() => undefined);
    throw new SourceError('too-large', `the answer is over ${maxBodyBytes} bytes`);
  };
  if (Number(response.headers.get('content-length')) > maxBodyBytes) return refuse();
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBodyBytes) {
      await reader.cancel().catch(() => undefined);
      throw new SourceError('too-large', `the answer is over ${maxBodyBytes} bytes`);
    }
    chunks.push(value);
  }
  return decode(join(chunks, length), response.headers.get('content-type') ?? '');
}
