import { SourceError } from '../../reviews/sources/errors.ts';
import { decodeBody } from './decode-body.ts';

/** The maximum size of a response, in bytes. */
export const maxBodyBytes = 2 * 1024 * 1024;

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
  return decodeBody(join(chunks, length), response.headers.get('content-type') ?? '');
}
