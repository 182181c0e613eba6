import { lazyPattern } from '../../text/lazy-pattern.ts';
import { toAsciiDigits } from '../../text/digits.ts';
import { foldLetters } from '../../text/text.ts';
import { emptyWords, headerWords } from './header-words.data.ts';

/** What a word in a header can mean. */
export type HeaderMeaning = keyof typeof headerWords;

/** What is read out of a header. */
export interface HeaderSense {
  meanings: Set<HeaderMeaning>;
  /** The words that are in no vocabulary, folded. */
  unknown: string[];
  /** The upper end of a scale that the header names ("/10", "out of 100", "Rating10"); null if it names none. */
  best: number | null;
}

interface Vocabulary {
  words: Map<string, HeaderMeaning[]>;
  /** Beginnings of words, as `words`. */
  stems: Map<string, HeaderMeaning[]>;
  empty: Set<string>;
}

/** The shortest part of a compound word: "år" in "Premiärår". */
const minPart = 2;
/** A longer name is read so far. */
const maxHeader = 200;
/** The longest word that is searched for parts. */
const maxCompound = 40;

/** Scripts whose words are not separated by spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** A word folded as the words of a header are. */
const foldWord = (word: string): string => foldLetters(word).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

function addWord(words: Map<string, HeaderMeaning[]>, word: string, meaning: HeaderMeaning): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, [meaning]);
  else if (!known.includes(meaning)) known.push(meaning);
}

let vocabulary: Vocabulary | null = null;

function loadVocabulary(): Vocabulary {
  if (vocabulary !== null) return vocabulary;
  const loaded: Vocabulary = {
    words: new Map(),
    stems: new Map(),
    empty: new Set(emptyWords.split(/\s+/).map(foldWord)),
  };
  for (const [meaning, list] of Object.entries(headerWords)) {
    for (const word of list.split(/\s+/)) {
      const known = meaning as HeaderMeaning;
      if (word.endsWith('*')) addWord(loaded.stems, foldWord(word), known);
      else addWord(loaded.words, foldWord(word), known);
    }
  }
  vocabulary = loaded;
  return loaded;
}

/** The word without what Hebrew and Arabic write together with it: articles and prepositions. */
const cutPrefix = (word: string): string => word.replace(/^(?:[הבלש](?=[\u05d0-\u05ea]{3})|[وب]?ال)/, '');

/** The meanings of a whole word: as it is, or by its longest known beginning. Null for an unknown word. */
function findWord(word: string): HeaderMeaning[] | null {
  const bare = cutPrefix(word);
  return findExactWord(word) ?? (bare === word ? null : findExactWord(bare));
}

function findExactWord(word: string): HeaderMeaning[] | null {
  const { words, stems } = loadVocabulary();
  const whole = words.get(word);
  if (whole !== undefined) return [...whole, ...(stems.get(word) ?? [])];
  for (let length = word.length; length >= 3; length -= 1) {
    const found = stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** The fewest known parts that make a compound word, such as "Sichtungs" and "datum"; null if there are none. */
function splitCompound(word: string): HeaderMeaning[] | null {
  if (word.length > maxCompound) return null;
  const { words, stems } = loadVocabulary();
  const best: ({ parts: number; meanings: HeaderMeaning[] } | null)[] = [{ parts: 0, meanings: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 24); start <= end - minPart; start += 1) {
      const before = best[start];
      if (!before) continue;
      const part = word.slice(start, end);
      // "Sichtungsdatum" joins its parts with an s.
      const plain = start > 0 || end < word.length ? part.replace(/(?<=\p{L}{3})(?:s|n|en|es)$/u, '') : part;
      const found = words.get(part) ?? words.get(plain) ?? stems.get(part) ?? stems.get(plain);
      if (found === undefined || (part.length < 3 && end < word.length)) continue;
      const known = best[end];
      if (known && known.parts <= before.parts + 1) continue;
      best[end] = { parts: before.parts + 1, meanings: [...before.meanings, ...found] };
    }
  }
  return best[word.length]?.meanings ?? null;
}

/** The shortest known end of a word whose beginning is unknown: "usertoplistcount". */
const minTail = 5;

/** The meanings of the longest known end of a word; null if it has none. */
function findTail(word: string): HeaderMeaning[] | null {
  const { words } = loadVocabulary();
  for (let at = 3; at <= word.length - minTail; at += 1) {
    const found = words.get(word.slice(at));
    if (found !== undefined) return found;
  }
  return null;
}

/** The meanings in a text without spaces, by its longest known parts. `rest` has what is between them. */
function splitUnspaced(text: string): { meanings: HeaderMeaning[]; rest: string } {
  const { words, empty } = loadVocabulary();
  const meanings: HeaderMeaning[] = [];
  let rest = '';
  for (let at = 0; at < text.length;) {
    let length = Math.min(12, text.length - at);
    while (length > 0 && !words.has(text.slice(at, at + length))) length -= 1;
    const part = text.slice(at, at + Math.max(length, 1));
    if (length > 0) meanings.push(...(words.get(part) ?? []));
    else if (!empty.has(part)) rest += part;
    at += Math.max(length, 1);
  }
  return { meanings, rest };
}

/** The words of a header, folded: "movieTitle", "MOVIE_TITLE" and "Movie title:" are "movie", "title". */
function listHeaderWords(header: string): string[] {
  const spaced = header
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/gu, '$1 ')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .replace(/['’ʼ`´]/gu, "'");
  return spaced
    .split(/[^\p{L}\p{N}\p{M}']+/u)
    .map(foldWord)
    .filter((word) => word !== '');
}

const scaleEnds = [5, 6, 10, 20, 100];

/** The end of a scale by what stands beside it: "/10", "out of 100", "1-5", "(10)", "Rating10", "5-star". */
const scaleEnd =
  /(?<!\d)(?:(?<=(?:[/\\_:=]|\d\s?(?:[-–—~]|\.\.+)|(?<!\p{L})(?:of|to|max|von|bis|sur|à|de|a|su|av|til|till|van|tot|z|ze|od|do|из|до|з|من|מתוך|από))\s?|[\p{L}\p{M}]-?)\d+|\d+(?=\p{L}|[-\s]?(?:stars?|points?|pts?|sterne?|punkte?|étoiles?|estrellas?|stelle|üzerinden|点満点|점 만점|分制))|(?<=[([]\s?)\d+(?=\s?[)\]]))(?!\d)/giu;

/** Numbers that end scales, as words. */
const numberWords: Record<string, string> = {
  ...{ five: '5', ten: '10', twenty: '20', hundred: '100', fünf: '5', zehn: '10', hundert: '100' },
  ...{
    cinq: '5',
    dix: '10',
    vingt: '20',
    cent: '100',
    cinco: '5',
    diez: '10',
    cien: '100',
    dez: '10',
    cem: '100',
  },
  ...{ cinque: '5', dieci: '10', cento: '100', vijf: '5', tien: '10', fem: '5', tio: '10', ti: '10' },
};
const numberWord = lazyPattern(`(?<!\\p{L})(?:${Object.keys(numberWords).join('|')})(?!\\p{L})`, 'giu');

/**
 * The upper end of a scale in a header: the last number that is one by what stands beside it, or 100 for a percent sign. "Top
 * 100" is none.
 */
function findScaleEnd(header: string): number | null {
  if (/%|percent|prozent|porcent|процент/i.test(header)) return 100;
  // Norwegian newspapers throw a die.
  if (/terning/i.test(header)) return 6;
  const numbers = [
    ...header.replace(numberWord(), (word) => numberWords[word.toLowerCase()] ?? word).matchAll(scaleEnd),
  ].map(([digits]) => Number(digits));
  return numbers.findLast((number) => scaleEnds.includes(number)) ?? null;
}

/** What signs mean that stand for a name. */
const signMeanings: [HeaderMeaning, RegExp][] = [
  ['rate', /[★⭐🌟]/u],
  ['film', /[🎬🎥🎞🍿]/u],
  ['date', /[📅📆🗓]/u],
  ['like', /[❤♥💙💜]/u],
  ['watch', /[👀✅]/u],
  ['note', /[📝💬]/u],
];

/** "Film e-mail" has no meaning of its own; "x" in "1x" neither. */
const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** The meanings of a header's words. The words are folded; their order, case and separators do not count. */
export function readHeader(name: string): HeaderSense {
  const header = toAsciiDigits(name.slice(0, maxHeader));
  const sense: HeaderSense = { meanings: new Set(), unknown: [], best: findScaleEnd(header) };
  const { empty, words } = loadVocabulary();
  // "Watch list", "to watch": two words that mean another thing together.
  const list = listHeaderWords(header);
  for (let at = 0; at < list.length; at += 1) {
    const [word = '', next = ''] = [list[at], list[at + 1]];
    if (isNumber(word)) continue;
    const joined = next === '' ? undefined : words.get(word + next);
    const found = joined ?? findWord(word) ?? (unspaced.test(word) ? null : splitCompound(word));
    if (joined !== undefined) at += 1;
    if (found !== null) for (const meaning of found) sense.meanings.add(meaning);
    else if (unspaced.test(word)) {
      const { meanings, rest } = splitUnspaced(word);
      for (const meaning of meanings) sense.meanings.add(meaning);
      if (rest !== '') sense.unknown.push(rest);
    } else if (!empty.has(word)) {
      sense.unknown.push(word);
      for (const meaning of findTail(word) ?? []) sense.meanings.add(meaning);
    }
  }
  if (list.length === 0 && /^(?:#|№|nº|n°)$/i.test(header.trim())) sense.meanings.add('rank');
  if (list.length === 0)
    for (const [meaning, signs] of signMeanings) if (signs.test(header)) sense.meanings.add(meaning);
  return sense;
}
