/** Buffers rows as bytes, by partition: a hundred thousand separate strings would use several times the memory. */
export interface RowBuffer {
  /** The number of buffered bytes. */
  readonly size: number;
  add(partition: number, row: string): void;
  /** Returns the buffered rows, each followed by a line break, and empties the buffer. */
  take(): Map<number, Uint8Array<ArrayBuffer>>;
}

interface Chunk {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
}

const firstCapacity = 4096;
const encoder = new TextEncoder();

function makeRoom(chunk: Chunk, needed: number): void {
  if (chunk.length + needed <= chunk.bytes.byteLength) return;
  const grown = new Uint8Array(Math.max(chunk.bytes.byteLength * 2, chunk.length + needed));
  grown.set(chunk.bytes.subarray(0, chunk.length));
  chunk.bytes = grown;
}

/** Creates an empty buffer. */
export function createRowBuffer(): RowBuffer {
  const chunks = new Map<number, Chunk>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(partition, row) {
      let chunk = chunks.get(partition);
      if (!chunk) chunks.set(partition, (chunk = { bytes: new Uint8Array(firstCapacity), length: 0 }));
      // One UTF-16 unit takes at most three bytes of UTF-8.
      makeRoom(chunk, row.length * 3 + 1);
      const { written } = encoder.encodeInto(row, chunk.bytes.subarray(chunk.length));
      chunk.bytes[chunk.length + written] = 0x0a;
      chunk.length += written + 1;
      size += written + 1;
    },
    take() {
      const taken = new Map<number, Uint8Array<ArrayBuffer>>();
      for (const [partition, chunk] of chunks) {
        if (chunk.length > 0) taken.set(partition, chunk.bytes.slice(0, chunk.length));
        chunk.length = 0;
      }
      size = 0;
      return taken;
    },
  };
}
