import { FileFault } from './faults.ts';

const boms: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How many bytes are looked at to tell UTF-16 without a mark. */
const sampleBytes = 4096;

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

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: UTF-8, or UTF-16 with or without a mark, else Windows-1252, in which older programs write.
 * A byte order mark is dropped. Throws `FileFault` `unknown-format` where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = findBom(bytes) ?? guessUtf16(bytes);
  const text =
    encoding !== null && encoding !== 'utf-8'
      ? new TextDecoder(encoding).decode(bytes)
      : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  if (text.slice(0, sampleBytes).includes('\0')) {
    throw new FileFault('unknown-format', 'The file holds no text.');
  }
  return text;
}
