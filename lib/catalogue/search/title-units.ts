import { once } from '../../async/once.ts';
import { lazyPattern } from '../../text/lazy-pattern.ts';
import { cleanText, foldLetters } from '../../text/text.ts';

/** What stands between the letters of a folded title; all other units are letters, digits or their marks. */
export const mark = { separator: 0, apostrophe: 1, joiner: 2 } as const;

/** Units at most of a folded title; the rest is ignored. */
export const maxUnits = 400;

const letter = lazyPattern(String.raw`[\p{L}\p{N}\p{M}]`, 'u');

function classify(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (/['’‘ʼ`´＇]/.test(sign)) return mark.apostrophe;
  if (/[-‐‑·*.•]/.test(sign)) return mark.joiner;
  // Half of a pair is taken as a letter: scripts beyond the first 65,536 characters are words too.
  return (unit >= 0xd800 && unit <= 0xdfff) || letter().test(sign) ? unit : mark.separator;
}

const asciiUnits = once(() =>
  Uint16Array.from({ length: 0x80 }, (_, byte) =>
    classify(foldLetters(String.fromCharCode(byte)).charCodeAt(0)),
  ),
);

/** The folds of the accented Latin letters, U+00C0 to U+017F: up to two letters, the second in the upper half. */
const latinUnits = once(() =>
  Uint32Array.from({ length: 0xc0 }, (_, at) => {
    const fold = foldLetters(String.fromCharCode(0xc0 + at));
    const [first = 0, second = 0] = [...fold].map((part) => classify(part.charCodeAt(0)));
    return first | (second << 16);
  }),
);

/** Folds titles into the units that words are made of. */
export interface TitleFolder {
  /** The units of the title that was folded last. */
  readonly units: Uint16Array;
  /** Folds the UTF-8 from `start` up to `end`, and returns the number of units. */
  foldBytes(text: Uint8Array, start: number, end: number): number;
  /** Folds a text, and returns the number of units. */
  foldText(text: string): number;
}

/** Creates a folder with a buffer of its own. Titles in ASCII and accented Latin letters are folded without strings. */
export function createTitleFolder(): TitleFolder {
  const units = new Uint16Array(maxUnits);
  const decoder = new TextDecoder();
  const ascii = asciiUnits();

  function foldText(text: string): number {
    const folded = foldLetters(cleanText(text));
    const length = Math.min(folded.length, maxUnits);
    for (let at = 0; at < length; at += 1) {
      const unit = folded.charCodeAt(at);
      units[at] = unit < 0x80 ? (ascii[unit] ?? 0) : classify(unit);
    }
    return length;
  }

  function foldBytes(text: Uint8Array, start: number, end: number): number {
    let length = 0;
    for (let at = start; at < end && length < maxUnits - 1; at += 1) {
      const byte = text[at] ?? 0;
      if (byte < 0x80) units[length++] = ascii[byte] ?? 0;
      else {
        const latin =
          byte >= 0xc3 && byte <= 0xc5 ? ((byte & 0x1f) << 6) | ((text[(at += 1)] ?? 0) & 0x3f) : 0;
        if (latin < 0xc0) return foldText(decoder.decode(text.subarray(start, end)));
        const fold = latinUnits()[latin - 0xc0] ?? 0;
        units[length++] = fold & 0xffff;
        if (fold > 0xffff) units[length++] = fold >>> 16;
      }
    }
    return length;
  }

  return { units, foldBytes, foldText };
}
