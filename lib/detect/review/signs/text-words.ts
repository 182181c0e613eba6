import { foldLetters } from '../../../text/text.ts';
import { vocabulariesOfAsia } from './vocabulary-of-asia.ts';
import { vocabularies as most, type Vocabulary } from './vocabulary.ts';

const vocabularies: Record<string, Vocabulary> = { ...most, ...vocabulariesOfAsia };
type WordClass = Exclude<keyof Vocabulary, 'common'>;

/** Languages that do not separate words by spaces, or attach endings without limit: words are found anywhere. */
const unspaced = /^(?:ja|zh|ko|th)$/;
/** Articles, prepositions and "and" that Arabic and Hebrew write together with the next word. */
const attached: Record<string, string> = { ar: '(?:[وفبلكس]|ال){0,3}', he: '[והבלמשכ]{0,3}' };
const patterns = new Map<string, RegExp>();

function makePattern(language: string, stems: string): RegExp {
  const folded = foldLetters(stems)
    .split(' ')
    .filter((stem) => stem !== '')
    .sort((one, other) => other.length - one.length)
    .map((stem) => stem.replace(/_$/, String.raw`(?!\p{L})`).replaceAll('_', String.raw`\s`));
  const start = unspaced.test(language) ? '' : `(?<![\\p{L}\\p{N}])${attached[language] ?? ''}`;
  return new RegExp(`${start}(${folded.join('|')})`, 'gu');
}

/** The different words of a class that a folded text has. */
export function listFound(folded: string, language: string, kind: WordClass): Set<string> {
  const key = `${language} ${kind}`;
  const pattern = patterns.get(key) ?? makePattern(language, vocabularies[language]?.[kind] ?? '(?!)');
  patterns.set(key, pattern);
  return new Set([...folded.matchAll(pattern)].map(([, stem = '']) => stem));
}

/** Languages by their script; the first that matches at least a fifth of the text counts. */
const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];

function findByScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const language = scripts.find(([script]) => (text.match(script)?.length ?? 0) > letters / 5)?.[1] ?? null;
  if (language !== 'ru') return language;
  if (/[іїєґ]/i.test(text)) return 'uk';
  return /[ыэ]/i.test(text) || !/ъ[^еёюя]/i.test(text) ? 'ru' : 'bg';
}

/** Letters that only one of two languages with the same common words has. */
const letters: Record<string, RegExp> = {
  cs: /[ěřů]/i,
  sk: /[ľĺŕô]/i,
  pt: /[ãõ]/i,
  es: /[ñ¿¡]/i,
  sv: /[äö]/i,
  ro: /[șțăţş]/i,
  hu: /[őű]/i,
  pl: /[łśźż]/i,
  ca: /[àò]|l·l/i,
  vi: /[ơưđạảấầẩậắằặẹẻếềểệọỏốồổộớờởợụủứừửựỳỵ]/i,
};

/**
 * The language of a text, by its script and its most common words, as a two-letter code. Null if it is too short
 * to tell. `likely` wins among languages that fit equally well, such as Danish and Norwegian.
 */
export function detectLanguage(text: string, likely: string | null): string | null {
  const sample = text.slice(0, 4000);
  const byScript = findByScript(sample);
  if (byScript !== null) return byScript;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(vocabularies)
    .filter(([, { common }]) => common !== '')
    .map(([language, { common }]) => {
      const known = new Set(common.split(' '));
      const bonus = letters[language]?.test(sample) ? 2 : 0;
      return { language, count: words.filter((word) => known.has(word)).length + bonus };
    })
    .sort((one, other) => other.count - one.count);
  const best = counts[0]?.count ?? 0;
  if (best < 3) return null;
  const equal = counts.filter(({ count }) => count === best).map(({ language }) => language);
  const own = likely?.replace(/^n[bn]$/, 'no') ?? '';
  return equal.includes(own) ? own : (equal[0] ?? null);
}

/** The vocabulary for a text: its own language, otherwise the page's, otherwise English. */
export function pickVocabulary(text: string, pageLanguage: string | null): string {
  const likely =
    pageLanguage
      ?.slice(0, 2)
      .toLowerCase()
      .replace(/^n[bn]$/, 'no') ?? null;
  const found = detectLanguage(text, likely) ?? likely ?? 'en';
  return Object.hasOwn(vocabularies, found) ? found : 'en';
}
