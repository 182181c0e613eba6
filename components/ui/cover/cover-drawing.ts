/** The lines of a title on a cover and their font size, in the units of the drawing (60 wide, 90 high). */
export interface CoverTitle {
  lines: string[];
  size: number;
}

const width = 49;
const height = 60;
const sizes = [13, 12, 11, 10, 9, 8, 7, 6, 5];
const smallest = 4;

/**
 * Upper bounds for the widths of letters at size 1: those of DejaVu Serif Bold, the widest font in use. Letters in no row
 * count as wide as those of other scripts can be.
 */
const letterWidths: [letters: RegExp, width: number][] = [
  [/[ilj.,:;'’!|()[\] -]/u, 0.42],
  [/[frtIJ]/u, 0.54],
  [/[acesvxyz?"“”*/]/u, 0.66],
  [/[mM@]|W|%/u, 1.13],
  [/[wHNUDGOQ&]/u, 0.95],
  [/\p{Lu}/u, 0.88],
  [/[\p{Script=Latin}\p{Nd}]/u, 0.74],
];

const knownWidths = new Map<string, number>();

function measureLetter(letter: string): number {
  const known = knownWidths.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFD')[0] ?? letter;
  const width = letterWidths.find(([letters]) => letters.test(plain))?.[1] ?? 1.1;
  knownWidths.set(letter, width);
  return width;
}

/** Returns an upper bound for the width of a text at size 1. */
const measure = (text: string): number => [...text].reduce((sum, letter) => sum + measureLetter(letter), 0);

function wrap(words: string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Splits a word into pieces that are no wider than a line. */
function breakWord(word: string, most: number): string[] {
  const pieces = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (measure(last + letter) <= most) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}

/** Returns the largest layout in which the whole title fits. A word too long for the smallest size is broken. */
export function layOutTitle(title: string): CoverTitle {
  const words = title.trim().slice(0, 200).split(/\s+/);
  for (const size of sizes) {
    const most = width / size;
    const lines = wrap(words, most);
    if (lines.every((line) => measure(line) <= most) && lines.length * size * 1.15 <= height)
      return { lines, size };
  }
  const most = width / smallest;
  const pieces = words.flatMap((word) => breakWord(word, most));
  return { lines: wrap(pieces, most).slice(0, 13), size: smallest };
}

/** Returns a hash of title and year from 0 to 2^32 - 1, the same on every machine (FNV-1a over code points). */
export function hashFilm(title: string, year: number | null): number {
  let hash = 0x811c9dc5;
  for (const letter of `${title} ${year ?? ''}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
