import { lazyPattern } from './lazy-pattern.ts';

/**
 * One line of plain text: lone surrogates, bidi marks, zero-width and control characters dropped, any run of
 * white space one space, none at the ends. Idempotent; empty where nothing visible is left.
 */
export function cleanText(text: string): string {
  // Most texts need nothing but for their spaces, or not even that: this takes a tenth of the time.
  if (plainText.test(text)) return unevenSpace.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return text
    .replace(hidden(), '')
    .replace(/[\s\x85]+/g, ' ')
    .trim();
}

const hidden = lazyPattern(String.raw`[\p{Cf}\p{Cs}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+`, 'gu');

/** Words of any script: letters, digits and the marks that belong to them. */
export const wordPattern = lazyPattern(String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`, 'gu');

/** Without marks that hide or turn text: Latin, Greek, Cyrillic and their signs. */
const plainText = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027]*$/;
const unevenSpace = /^\s|\s$|\s\s|[\t\n\r\u00a0]/;

/** Whether a text has nothing but ASCII in it, and no control characters: for such there are quicker ways. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** The text cut to at most `maxLength` UTF-16 units, never in the middle of a character. */
export function truncateText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** Whether a text begins with a letter that has a small form. */
export function startsWithCapital(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

const letterWords: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/**
 * The text in lower case without accents, so that "Amélie" and "AMELIE" are equal. Marks are taken off Latin, Greek
 * and Cyrillic letters, and Hebrew and Arabic vowel points; other scripts keep theirs, for there they make the word.
 * Compatibility forms become plain ones (Unicode NFKD). Idempotent.
 */
export function foldLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]+/g, '')
    .replaceAll('\u02bc', '')
    .replace(/[ßæœøłđðþħıς]/g, (letter) => letterWords[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The words of a text, folded by `foldLetters`: letters, digits and the marks that belong to them. Apostrophes are
 * dropped, everything else parts words. Empty where the text has no letter and no digit.
 */
export function listWords(text: string): string[] {
  const folded = foldLetters(cleanText(text).replace(/['’‘ʼ`´＇]+/g, ''));
  return folded.match(isAscii(folded) ? /[a-z\d]+/g : wordPattern()) ?? [];
}
