import { readBytes } from '../../text/read-bytes.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import { decodeBody } from './decode-body.ts';

/** The maximum size of a response, in bytes. */
export const maxBodyBytes = 2 * 1024 * 1024;

/** The bytes of an answer, as `readBody` reads them, with a limit of its own. */
export async function readBodyBytes(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBytes(response, most);
  if (bytes === null) throw new SourceError('too-large', `the answer is over ${most} bytes`);
  return bytes;
}

/**
 * The text of an answer, read piece by piece. Throws `SourceError` `too-large` as soon as more than `maxBodyBytes` have
 * come or are announced, and ends the transfer; what the stream itself throws (a broken or aborted one) comes through.
 */
export async function readBody(response: Response): Promise<string> {
  const bytes = await readBodyBytes(response, maxBodyBytes);
  return decodeBody(bytes, response.headers.get('content-type') ?? '');
}
