import { FileFault } from './faults.ts';

const boms: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The bytes that are checked for UTF-16 without a byte order mark. */
const sampleBytes = 4096;

/** The maximum share of NUL characters in a text. Binary files have more; a single one in a text is an accident. */
const maxNulShare = 0.02;

function findBom(bytes: Uint8Array): string | null {
  return boms.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** UTF-16 without a byte order mark: in Latin text every other byte is 0. Null for other encodings. */
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

/** The number of matches of a pattern in a text. */
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Decodes UTF-8, even if a few bytes are broken. Decodes Windows-1252 if most bytes outside ASCII are not valid UTF-8.
 */
function decodeBytes(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, /\ufffd/g);
  const isUtf8 = broken === 0 || count(text, /[^\0-\x7f\ufffd]/g) >= broken;
  return isUtf8 ? text : new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The text of a file in UTF-8, in UTF-16 with or without a byte order mark, or in Windows-1252, which older programs
 * write. The mark is removed. Throws `FileFault` `unknown-format` when the file is not text.
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
