type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes that are kept back so that the head of a member is never parted. */
const headLength = 10;

/**
 * Where the next member of a gzip file begins, from `from` on: -1 if it does not. Besides the three bytes of each head,
 * its flags, level and system have few values, so that compressed data looks like one in a file of a thousand gigabytes.
 */
function findMember(bytes: Bytes, from: number): number {
  let at = bytes.indexOf(0x1f, from);
  for (; at >= 0 && at + headLength <= bytes.length; at = bytes.indexOf(0x1f, at + 1)) {
    const [, second, method, flags = 0, , , , , level = 0, system = 0] = bytes.subarray(at, at + headLength);
    const isHead = second === 0x8b && method === 8 && flags < 0x20 && [0, 2, 4].includes(level);
    if (isHead && (system <= 13 || system === 0xff)) return at;
  }
  return -1;
}

function join(one: Bytes, other: Bytes): Bytes {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/**
 * Decompresses a gzip file of one member or more, which `DecompressionStream` takes for one with data after its end.
 * `read` gives its pieces, then null. Rejects with `TypeError` if it is damaged or cut off.
 */
export async function* gunzip(read: () => Promise<Bytes | null>): AsyncGenerator<Uint8Array, undefined> {
  let held: Bytes = new Uint8Array();
  do {
    const member = new ReadableStream<Bytes>(createMember());
    const reader = member.pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } while (held.length > 0);

  /** The bytes up to the head of the next member or the end. */
  function createMember(): UnderlyingDefaultSource<Bytes> {
    let isAtHead = true;
    return {
      async pull(controller) {
        for (let end = 0; end === 0;) {
          const piece = await read();
          held = join(held, piece ?? new Uint8Array());
          const next = findMember(held, isAtHead ? 1 : 0);
          const isLast = next >= 0 || piece === null;
          end = next >= 0 ? next : piece === null ? held.length : held.length - headLength;
          if (end > 0) controller.enqueue(held.slice(0, end));
          held = held.slice(Math.max(0, end));
          if (isLast) return controller.close();
          isAtHead &&= end <= 0;
          end = Math.max(0, end);
        }
      },
    };
  }
}
