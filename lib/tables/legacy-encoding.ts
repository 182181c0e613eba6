import { readHeader } from './columns/split-header.ts';

/** The letters outside ASCII of languages, by the encoding that their older programs write. */
const lettersByEncoding: Record<string, string[]> = {
  'windows-1252': [
    'äöüßé',
    'àâçéèêëîïôùûüœæ',
    'áéíóúüñ¿¡ç',
    'àèéìíòóù',
    'ãáâàçéêíóôõú',
    'åäöé',
    'æøåéü',
    'ëïéèöüáó',
  ],
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýžäôĺľŕ', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž'],
  // A capital İ in lower case has a dot of its own.
  'windows-1254': ['çğıİöşüâ\u0307'],
  'windows-1257': ['āčēģīķļņšūž', 'ąčęėįšųūž'],
};

/** Punctuation of print, which every language has. */
const punctuation = '«»„“”‘’–—…°·×½²³§€£™©® \u00a0';

/** Encodings of one script each, with the letters of the script and its vowels, of which words need a part. */
const scripts: [encoding: string, letters: RegExp, vowels: RegExp][] = [
  ['windows-1251', /[а-яёіїєґўђјљњћџ]/giu, /[аеёиоуыэюяіїєў]/giu],
  ['windows-1253', /[α-ωάέήίόύώϊϋΐΰς]/giu, /[αεηιουωάέήίόύώ]/giu],
  ['windows-1255', /[א-ת]/gu, /[אהוי]/gu],
  ['windows-1256', /[ء-يپچژگ]/gu, /[اويىةأإ]/gu],
];

/** Encodings of several bytes, with the characters that most of a text has. */
const eastAsian: [encoding: string, usual: RegExp][] = [
  ['shift_jis', /[\u3040-\u30ff\u4e00-\u9fff]/g],
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['gbk', /[\u4e00-\u9fff]/g],
  ['big5', /[\u4e00-\u9fff]/g],
];

const allEncodings = [
  ...Object.keys(lettersByEncoding),
  ...[...scripts, ...eastAsian].map(([encoding]) => encoding),
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const decodeWhole = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** How many of the characters outside ASCII are foreign to an encoding's languages, as shares. */
interface Foreign {
  /** To all of its languages together. */
  toAll: number;
  /** To that of its languages which knows the most. */
  toBest: number;
}

/** Whether õ stands for ő: in Portuguese an e follows it, and Estonian has ä beside it. */
const isHungarian = (text: string): boolean => /õ(?!e|\p{Ll}?$)/u.test(text) && !/[äãç]|õe/i.test(text);

/** Counts foreign characters; all are when the bytes cannot be decoded. */
function countForeign(encoding: string, languages: string[], bytes: Uint8Array): Foreign {
  const text = decodeWhole(encoding, bytes);
  if (text === null) return { toAll: 1, toBest: 1 };
  const characters = [...text.normalize('NFC').toLowerCase()].filter(
    (character) => character > '\u007f' && !punctuation.includes(character),
  );
  // A sign that begins a word is a letter of another encoding.
  const signs = count(text, /[£¥¯¹³¬](?=\p{Ll})/gu) + (isHungarian(text) ? count(text, /õ/g) : 0);
  const length = Math.max(characters.length, 1);
  const shareOf = (letters: string): number =>
    (signs + characters.filter((each) => !letters.includes(each)).length) / length;
  return { toAll: shareOf(languages.join('')), toBest: Math.min(...languages.map(shareOf)) };
}

/** Whether a text is of one script, as words are: capitals stand first, and there are vowels. */
function isScript(text: string, letters: RegExp, vowels: RegExp, needsCapitals = true): boolean {
  const outside = [...text].filter(
    (character) => character > '\u007f' && !punctuation.includes(character),
  ).length;
  const inScript = count(text, letters);
  const shareOfVowels = count(text, vowels) / Math.max(inScript, 1);
  const lateCapitals = count(text, /\p{Ll}\p{Lu}/gu);
  // Hebrew read as Cyrillic has no capitals at all.
  const hasCases =
    !needsCapitals || count(text, /[\u0370-\u04ff]/g) === 0 || /[\u0386-\u03ab\u0400-\u042f]/.test(text);
  return (
    hasCases &&
    inScript > outside * 0.9 &&
    shareOfVowels > 0.2 &&
    shareOfVowels < 0.65 &&
    lateCapitals <= inScript * 0.03
  );
}

/** Whether most words have several letters outside ASCII in a row, as those of Latin script do not. */
const hasForeignWords = (latin: string): boolean =>
  count(latin, /[\u0080-\uffff]{3,}/g) * 3 > count(latin, /[\u0080-\uffff]+/g);

/** How many names of columns are known in the first line of a text. */
function countHeaderNames(line: Uint8Array, encoding: string): number {
  const cells = (decodeWhole(encoding, line) ?? '').split(/[,;\t|]/);
  return cells.filter((cell) => {
    const { meanings, unknown } = readHeader(cell.replace(/^"|"$/g, ''));
    return meanings.size > 0 && unknown.length === 0;
  }).length;
}

/** The longest first line that is looked at for names of columns. */
const maxHeaderBytes = 2000;

/**
 * The encoding of bytes that are not UTF-8: that in which they are words of a language. Windows-1252 if several fit, or
 * none does. Where the first line has more names of columns in another encoding, it is that one.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string {
  const guess = guessByLetters(bytes);
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const line = bytes.subarray(0, Math.min(end === -1 ? bytes.length : end, maxHeaderBytes));
  if (!line.some((byte) => byte >= 0x80)) return guess;
  let [best, most] = [guess, countHeaderNames(line, guess)];
  for (const encoding of allEncodings) {
    const known = countHeaderNames(line, encoding);
    if (known > most) [best, most] = [encoding, known];
  }
  return best;
}

/** The encoding whose languages have the letters of a text. */
function guessByLetters(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const found = Object.entries(lettersByEncoding).map(([encoding, languages]) => {
    const { toAll, toBest } = countForeign(encoding, languages, bytes);
    return { encoding, foreign: toAll, rank: toAll * 10 + toBest };
  });
  const [best] = found.toSorted((a, b) => a.rank - b.rank);
  if (best === undefined || (best.foreign <= 0.1 && !hasForeignWords(latin)))
    return best?.encoding ?? 'windows-1252';
  for (const [encoding, usual] of eastAsian) {
    const text = decodeWhole(encoding, bytes);
    // Stars and brackets are in all of them.
    const outside = text === null ? 0 : count(text, /(?![\0-\u00ff])[\p{L}\p{Co}]/gu);
    if (text !== null && outside > 0 && count(text, usual) >= outside * 0.85 && hasForeignWords(latin)) {
      const isJapanese = encoding !== 'shift_jis' || /[\u3040-\u30ff]/.test(text);
      if (
        isJapanese &&
        !scripts.some(([name, letters, vowels]) => isScript(decodeWhole(name, bytes) ?? '', letters, vowels))
      )
        return encoding;
    }
  }
  const findScript = (needsCapitals: boolean): (typeof scripts)[number] | undefined =>
    scripts.find(([encoding, letters, vowels]) =>
      isScript(decodeWhole(encoding, bytes) ?? '', letters, vowels, needsCapitals),
    );
  const script = findScript(true) ?? findScript(false);
  if (script !== undefined && hasForeignWords(latin)) return script[0];
  return best.foreign < 0.3 ? best.encoding : 'windows-1252';
}
