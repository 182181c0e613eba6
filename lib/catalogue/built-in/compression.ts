import { CatalogueError } from '../errors.ts';

/** Decompresses to at most this many bytes, since a damaged file may have any length. */
const maxBytes = 16 * 1024 * 1024;

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of reader as unknown as AsyncIterable<Uint8Array>) {
    if ((length += part.byteLength) > maxBytes)
      throw new CatalogueError('too-large', 'a part of the catalogue');
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.byteLength;
  }
  return whole;
}

/** Compresses a text as raw deflate. */
export async function compressText(text: string): Promise<Uint8Array> {
  return await pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
}

/** The text of a compressed section. Rejects with `CatalogueError` if it is damaged. */
export async function decompressText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const text = await pipe(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (error) {
    throw new CatalogueError('bad-shard', 'a damaged part of the built-in catalogue', { cause: error });
  }
}
