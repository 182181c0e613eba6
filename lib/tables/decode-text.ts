import { FileFault } from './faults.ts';
import { guessLegacyEncoding } from './legacy-encoding.ts';
import { repairMojibake } from './mojibake.ts';

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

/** A text, and the lines that are not in the encoding of most others, or are damaged. */
export interface DecodedText {
  text: string;
  /** Numbers of lines, from 1. */
  oddLines: number[];
}

/** The length of the valid UTF-8 character outside ASCII that begins at `at` and ends before `to`; 0 if there is none. */
function measureCharacter(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > to) return 0;
  // No character has two forms, and none is a surrogate.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if (byte < (next === 1 ? least : 0x80) || byte > (next === 1 ? most : 0xbf)) return 0;
  }
  return length;
}

/** The characters outside ASCII of a line that are valid UTF-8, and the bytes that are not. */
function countUtf8(bytes: Uint8Array, from: number, to: number): { valid: number; broken: number } {
  const counts = { valid: 0, broken: 0 };
  for (let at = from; at < to; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = measureCharacter(bytes, at, to);
    if (length > 0) [counts.valid, at] = [counts.valid + 1, at + length - 1];
    else counts.broken += 1;
  }
  return counts;
}

interface Line {
  from: number;
  /** After its line end. */
  to: number;
  encoding: 'ascii' | 'utf-8' | 'legacy';
  /** Whether it is UTF-8 with broken characters. */
  isDamaged: boolean;
}

function* listLines(bytes: Uint8Array): Generator<Line> {
  for (let from = 0; from < bytes.length;) {
    let end = from;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
    const to = bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? end + 2 : Math.min(end + 1, bytes.length);
    const { valid, broken } = countUtf8(bytes, from, end);
    const isLegacy = broken > valid;
    const encoding = isLegacy ? 'legacy' : valid > 0 ? 'utf-8' : 'ascii';
    yield { from, to, encoding, isDamaged: broken > 0 && !isLegacy };
    from = to;
  }
}

/** The most bytes from which the encoding of lines is guessed. */
const maxGuessed = 65_536;

/** The encoding of the lines that are not UTF-8, which one program wrote. */
function guessEncoding(bytes: Uint8Array, lines: Line[]): string {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const { from, to } of lines) {
    if (length > maxGuessed) break;
    parts.push(bytes.subarray(from, to));
    length += to - from;
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return guessLegacyEncoding(joined);
}

/** Decodes a text with lines of both encodings, those of one encoding that follow each other at once. */
function decodeLines(bytes: Uint8Array): DecodedText {
  const parts: string[] = [];
  const lines = [...listLines(bytes)];
  const legacyName = guessEncoding(
    bytes,
    lines.filter(({ encoding }) => encoding === 'legacy'),
  );
  const rows = { 'utf-8': [] as number[], legacy: [] as number[], damaged: [] as number[] };
  let run: { from: number; encoding: Line['encoding'] } = { from: 0, encoding: 'utf-8' };
  const endRun = (to: number, next: Line['encoding']): void => {
    const name = run.encoding === 'legacy' ? legacyName : 'utf-8';
    parts.push(new TextDecoder(name).decode(bytes.subarray(run.from, to)));
    run = { from: to, encoding: next };
  };
  lines.forEach(({ from, encoding, isDamaged }, at) => {
    if (encoding === 'ascii') return;
    rows[isDamaged ? 'damaged' : encoding].push(at + 1);
    if (encoding !== run.encoding) endRun(from, encoding);
  });
  endRun(bytes.length, 'utf-8');
  const [utf8, legacy] = [rows['utf-8'], rows.legacy];
  const odd = [...(legacy.length > utf8.length ? utf8 : legacy), ...rows.damaged];
  return { text: parts.join(''), oddLines: odd.sort((a, b) => a - b) };
}

/** Decodes UTF-8. Lines that are not valid UTF-8 are decoded as `guessLegacyEncoding` says, or as UTF-8 if only a part is broken. */
function decodeBytes(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), oddLines: [] };
  } catch {
    return decodeLines(bytes);
  }
}

/**
 * The text of a file in UTF-8, in UTF-16 with or without a byte order mark, or in Windows-1252 or another encoding that
 * older programs write, also where lines of several files were put together. The mark is removed, and what an
 * earlier program read in the wrong encoding is repaired where that is certain. Throws `FileFault` `unknown-format`
 * when the file is not text.
 */
export function decodeFileText(bytes: Uint8Array): DecodedText {
  const encoding = findBom(bytes) ?? guessUtf16(bytes);
  const { text, oddLines } =
    encoding !== null && encoding !== 'utf-8'
      ? { text: new TextDecoder(encoding).decode(bytes), oddLines: [] }
      : decodeBytes(bytes);
  const sample = text.slice(0, sampleBytes);
  if (count(sample, /\0/g) > 1 + sample.length * maxNulShare) {
    throw new FileFault('unknown-format', null, 'not-text');
  }
  return { text: repairMojibake(text.replaceAll('\0', '')), oddLines };
}

/** The text of a file, as `decodeFileText` reads it. */
export const decodeText = (bytes: Uint8Array): string => decodeFileText(bytes).text;
