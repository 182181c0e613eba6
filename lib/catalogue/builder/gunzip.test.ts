import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzip } from './gunzip.ts';

/** Decompresses a file that comes in pieces of so many bytes. */
async function unpack(file: Uint8Array, size: number): Promise<Uint8Array> {
  let at = 0;
  const parts: Uint8Array[] = [];
  const read = () => {
    const piece = new Uint8Array(file.subarray(at, at + size));
    at += size;
    return Promise.resolve(piece.length > 0 ? piece : null);
  };
  for await (const part of gunzip(read)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const bytes = fc.uint8Array({ maxLength: 200 });

test('reads one member or several, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 5 }), fc.nat(60), async (members, size) => {
      const file = join(...members.map((member) => gzipSync(member)));
      expect(await unpack(file, size + 1)).toEqual(join(...members));
    }),
    { numRuns: 100 },
  );
});

test('reads large members', async () => {
  const [one, other] = [randomBytes(300_000), randomBytes(200_000)];
  const file = join(gzipSync(one), gzipSync(other));
  expect(Buffer.compare(await unpack(file, 65_536), join(one, other))).toBe(0);
});

const whole = join(gzipSync('one'), gzipSync('two two two'));
test.each([
  ['is cut off in its second member', whole.subarray(0, whole.length - 3)],
  ['is cut off in a head', join(gzipSync('one'), gzipSync('two').subarray(0, 6))],
  ['is cut off in its only member', gzipSync('one').subarray(0, 15)],
  ['has other data at its end', join(gzipSync('one'), new Uint8Array([1, 2, 3]))],
  ['has a damaged second member', join(gzipSync('one'), gzipSync('two').fill(7, 12, 16))],
])('rejects a file that %s', async (_what, file) => {
  await expect(unpack(file, 7)).rejects.toThrow(TypeError);
});
