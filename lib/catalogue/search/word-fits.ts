import { isNear, isStartOf, isWithin } from './edits.ts';
import type { TitleIndex } from './title-index.ts';
import type { TypedWord } from './typed-words.ts';
import { letterMask, unitsOf, type WordColumns } from './word-pool.ts';

/** How well an indexed word fits a typed one: the higher, the better. */
export const fit = { none: 0, near: 1, start: 2, form: 3, whole: 4 } as const;

/** Letters at least of a word in which one may be wrong. */
const minNearLetters = 4;
/** From this code on, words of several characters are written without spaces: Chinese, Japanese, Korean. */
const firstUnspaced = 0x2e80;

/** The indexed words that fit a typed one. */
export interface WordFits {
  /** Fit by word number. */
  byWord: Uint8Array;
  words: number[];
  /** Titles of all these words together. */
  titles: number;
}

/** Whether a word begins with a typed one or, in scripts without spaces, contains it; or is one edit away. */
interface Matcher {
  /** Letters of which a word may lack one if `mayBeNear`, none otherwise. */
  mask: number;
  mayBeNear: boolean;
  /** The first letter of all words that may fit; null if they may have any. */
  firstUnit: number | null;
  match: (columns: WordColumns, word: number) => number;
}

function createMatcher(typed: TypedWord, allowsNear: boolean): Matcher {
  const units = unitsOf(typed.word);
  const mask = letterMask(units, units.length);
  const mayBeNear = allowsNear && units.length >= minNearLetters && !/^\d+$/.test(typed.word);
  const first = units[0] ?? 0;
  const isUnspaced = first >= firstUnspaced;
  const isFound = isUnspaced ? isWithin : isStartOf;
  const mostLonger = typed.isLast ? Infinity : 1;
  return {
    mask,
    mayBeNear,
    firstUnit: mayBeNear || isUnspaced ? null : first,
    match({ units: pool, starts }, word) {
      const [start, end] = [starts[word] ?? 0, starts[word + 1] ?? 0];
      if (isFound(units, { units: pool, start, end })) return fit.start;
      const longer = end - start - units.length;
      if (!mayBeNear || longer < -1 || longer > mostLonger) return fit.none;
      return isNear(units, { units: pool, start, end }, typed.isLast) ? fit.near : fit.none;
    },
  };
}

/** Calls `onWord` with the words that have the letters of the typed one; most words end here. */
function visitLikelyWords(
  { wordColumns: { masks }, findByStart }: TitleIndex,
  { mask, mayBeNear, firstUnit }: Matcher,
  onWord: (word: number) => void,
): void {
  const words = firstUnit === null ? null : findByStart(firstUnit);
  const count = words?.length ?? masks.length;
  for (let at = 0; at < count; at += 1) {
    const word = words === null ? at : (words[at] ?? 0);
    const missing = mask & ~(masks[word] ?? 0);
    if (missing === 0 || (mayBeNear && (missing & (missing - 1)) === 0)) onWord(word);
  }
}

function findWordFits(index: TitleIndex, typed: TypedWord, allowsNear: boolean): WordFits {
  const { pool, wordColumns, titleStart } = index;
  const found: WordFits = { byWord: new Uint8Array(pool.size), words: [], titles: 0 };
  const add = (word: number, howWell: number): void => {
    if (word < 0 || howWell === fit.none || found.byWord[word] !== fit.none) return;
    found.byWord[word] = howWell;
    found.words.push(word);
    found.titles += (titleStart[word + 1] ?? 0) - (titleStart[word] ?? 0);
  };
  for (const form of typed.forms) add(pool.find(form), form === typed.word ? fit.whole : fit.form);
  const matcher = createMatcher(typed, allowsNear);
  visitLikelyWords(index, matcher, (word) => add(word, matcher.match(wordColumns, word)));
  return found;
}

/** Typed words whose fits are kept: those of the last text, when a letter is added. */
const mostKept = 24;

/**
 * Creates a function that finds the indexed words that a typed word may mean; with `allowsNear`, also those with one
 * letter wrong. It keeps the latest answers, because the next key changes only one word of a text.
 */
export function createWordFinder(index: TitleIndex): (typed: TypedWord, allowsNear: boolean) => WordFits {
  const kept = new Map<string, WordFits>();
  return (typed, allowsNear) => {
    const key = `${typed.word} ${typed.isLast} ${allowsNear}`;
    const fits = kept.get(key) ?? findWordFits(index, typed, allowsNear);
    kept.delete(key);
    kept.set(key, fits);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return fits;
  };
}
