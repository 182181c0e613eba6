import { FileFault } from './faults.ts';

const boms: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How many bytes are looked at to tell UTF-16 without a mark. */
const sampleBytes = 4096;

/** Files that are no text have many of this sign; in a text one is a slip. */
const maxNulShare = 0.02;

function findBom(bytes: Uint8Array): string | null {
  return boms.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** UTF-16 without a mark: in text of Latin letters every other byte is 0. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** How many signs of a text a pattern finds. */
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** UTF-8, also where a few bytes of it are broken; else Windows-1252, where most of what is not ASCII is no UTF-8. */
function decodeBytes(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, /\ufffd/g);
  const isUtf8 = broken === 0 || count(text, /[^\0-\x7f\ufffd]/g) >= broken;
  return isUtf8 ? text : new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The text of a file: UTF-8, or UTF-16 with or without a mark, else Windows-1252, in which older programs write.
 * A byte order mark is dropped. Throws `FileFault` `unknown-format` where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = findBom(bytes) ?? guessUtf16(bytes);
  const text =
    encoding !== null && encoding !== 'utf-8' ? new TextDecoder(encoding).decode(bytes) : decodeBytes(bytes);
  const sample = text.slice(0, sampleBytes);
  if (count(sample, /\0/g) > 1 + sample.length * maxNulShare) {
    throw new FileFault('unknown-format', null, 'not-text');
  }
  return text.replaceAll('\0', '');
}
