/** A title set in lines for a cover, in the units of its drawing (60 wide, 90 high). */
export interface CoverTitle {
  lines: string[];
  size: number;
}

const width = 49;
const height = 60;
/** Mean width of a bold serif letter, in its size; DejaVu Serif, the widest in use, has 0.66 with few capitals. */
const letterWidth = 0.6;
const sizes = [13, 12, 11, 10, 9, 8, 7, 6, 5];

function wrap(words: string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The largest setting in which the whole title fits; a word longer than the smallest line is broken. */
export function layOutTitle(title: string): CoverTitle {
  const words = title.trim().slice(0, 200).split(/\s+/);
  for (const size of sizes) {
    const most = Math.floor(width / (size * letterWidth));
    const lines = wrap(words, most);
    if (lines.every((line) => line.length <= most) && lines.length * size * 1.15 <= height)
      return { lines, size };
  }
  const most = Math.floor(width / (4 * letterWidth));
  const pieces = words.flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? []);
  return { lines: wrap(pieces, most).slice(0, 13), size: 4 };
}

/** A number from 0 to 2^32 - 1 of the film's own, the same on every machine (FNV-1a over code points). */
export function hashFilm(title: string, year: number | null): number {
  let hash = 0x811c9dc5;
  for (const letter of `${title} ${year ?? ''}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
