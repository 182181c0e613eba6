// The format that built-in film data had before, for comparison.
import * as v from 'valibot';
import type { ReadSlice } from '../../lib/catalogue/built-in/slices.ts';
import { CatalogueError } from '../../lib/catalogue/errors.ts';
import { maxShardBytes } from '../../lib/catalogue/format.ts';
import { parseManifest } from '../../lib/catalogue/manifest.ts';
import type { ReadShard, CatalogueManifest } from '../../lib/catalogue/types.ts';

const magic = new TextEncoder().encode('MQSHELF1');
const fixedBytes = magic.length + 4;
const maxHeaderBytes = 64 * 1024 * 1024;

const headerSchema = v.object({
  manifest: v.unknown(),
  /** Offset after the header and length, both in bytes, by prefix. */
  index: v.record(
    v.string(),
    v.tuple([
      v.pipe(v.number(), v.integer(), v.minValue(0)),
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxShardBytes)),
    ]),
  ),
});

/**
 * Formats a whole catalogue as one file: `MQSHELF1`, the length of the header (32 bits, little-endian), the header
 * (UTF-8 JSON with manifest and index), the shards. Binary, because extension stores refuse large text files in a
 * package.
 */
export function formatContainer(
  manifest: CatalogueManifest,
  shards: Map<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const index = Object.fromEntries(
    [...shards].map(([prefix, bytes]) => {
      const position: [number, number] = [offset, bytes.byteLength];
      offset += bytes.byteLength;
      return [prefix, position];
    }),
  );
  const header = new TextEncoder().encode(JSON.stringify({ manifest, index }));
  const file = new Uint8Array(fixedBytes + header.byteLength + offset);
  file.set(magic);
  new DataView(file.buffer).setUint32(magic.length, header.byteLength, true);
  file.set(header, fixedBytes);
  let end = fixedBytes + header.byteLength;
  for (const bytes of shards.values()) {
    file.set(bytes, end);
    end += bytes.byteLength;
  }
  return file;
}

/**
 * Reads the manifest of a container, and returns a reader of its shards. Rejects with `CatalogueError` if the file is
 * not a container.
 */
export async function readContainer(
  readSlice: ReadSlice,
): Promise<{ manifest: CatalogueManifest; readShard: ReadShard }> {
  const start = await readSlice(0, fixedBytes);
  if (start.byteLength !== fixedBytes || magic.some((byte, position) => start[position] !== byte)) {
    throw new CatalogueError('bad-manifest', 'not a catalogue file');
  }
  const headerBytes = new DataView(start.buffer, start.byteOffset).getUint32(magic.length, true);
  if (headerBytes > maxHeaderBytes)
    throw new CatalogueError('too-large', `catalogue header of ${headerBytes} bytes`);
  const dataStart = fixedBytes + headerBytes;
  const { manifest, index } = parseHeader(await readSlice(fixedBytes, dataStart));
  return {
    manifest,
    async readShard(prefix) {
      const position = index.get(prefix);
      if (!position) return null;
      const [offset, length] = position;
      const bytes = await readSlice(dataStart + offset, dataStart + offset + length);
      if (bytes.byteLength !== length) throw new CatalogueError('bad-shard', `shard "${prefix}" is cut off`);
      return bytes;
    },
  };
}

function parseHeader(bytes: Uint8Array): {
  manifest: CatalogueManifest;
  index: Map<string, [number, number]>;
} {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CatalogueError('bad-manifest', 'catalogue header is not UTF-8 JSON', { cause: error });
  }
  const header = v.safeParse(headerSchema, value);
  if (!header.success)
    throw new CatalogueError('bad-manifest', `catalogue header: ${header.issues[0].message}`);
  return {
    manifest: parseManifest(header.output.manifest),
    index: new Map(Object.entries(header.output.index)),
  };
}
