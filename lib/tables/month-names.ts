import { foldLetters } from '../text/text.ts';

/** The languages whose names of months and weekdays are read; every browser has them. */
const languages = [
  ...[
    'en-US',
    'en-GB',
    'de',
    'de-AT',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'is',
    'pl',
    'cs',
  ],
  ...['sk', 'hu', 'ro', 'hr', 'sl', 'sr', 'sr-Latn', 'bg', 'ru', 'uk', 'be', 'el', 'tr', 'he', 'ar', 'ar-DZ'],
  ...[
    'ca',
    'gl',
    'eu',
    'et',
    'lv',
    'lt',
    'id',
    'hi',
    'th',
    'ka',
    'hy',
    'mk',
    'ms',
    'az',
    'sq',
    'af',
    'bn',
    'ta',
  ],
];

/** A name folded for comparison: "Févr." as "fevr". */
const foldName = (name: string): string =>
  foldLetters(name)
    .replace(/[.'’]|\u093c/g, '')
    .trim();

interface Names {
  /** The month that a name means, by language. */
  months: Map<string, Map<string, number>>;
  weekdays: Set<string>;
}

let names: Names | null = null;

function addMonth({ months }: Names, name: string, language: string, month: number): void {
  const folded = foldName(name);
  if (!/^\p{L}[\p{L}\p{M}]+$/u.test(folded)) return;
  const known = months.get(folded) ?? new Map<string, number>();
  if (!known.has(language)) known.set(language, month);
  months.set(folded, known);
}

function addNames(all: Names, language: string): void {
  for (const style of ['long', 'short'] as const) {
    // A format with a day gives the month in the grammatical case used in dates.
    const inDates = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const day = Date.UTC(2024, month - 1, 15);
      const name = inDates.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
      addMonth(all, name, language, month);
      addMonth(all, alone.format(day), language, month);
    }
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1) {
      for (const word of foldName(weekday.format(Date.UTC(2024, 0, day))).split(/[\s-]+/))
        all.weekdays.add(word);
    }
  }
}

function loadNames(): Names {
  if (names !== null) return names;
  const loaded: Names = { months: new Map(), weekdays: new Set() };
  for (const language of languages) addNames(loaded, language);
  addMonth(loaded, 'sept', 'en-US', 9);
  names = loaded;
  return loaded;
}

/** The months, 1 to 12, that a name means, by language; empty for other words. */
export function listMonths(name: string): ReadonlyMap<string, number> {
  const { months } = loadNames();
  const folded = foldName(name);
  // In Hebrew "in January" is one word.
  return months.get(folded) ?? months.get(folded.replace(/^ב/, '')) ?? new Map();
}

/** Whether a word is the name of a weekday in one of the languages. */
export const isWeekday = (word: string): boolean => loadNames().weekdays.has(foldName(word));

/**
 * The language of the month names in a column, where a name means different months in several ("listopad"): the one
 * that knows the most names. Null if several know as many and differ, and when no name is in doubt.
 */
export function findMonthLanguage(words: string[]): string | null {
  const known = words.map(listMonths).filter(({ size }) => size > 0);
  const isDoubtful = known.some((months) => new Set(months.values()).size > 1);
  if (!isDoubtful) return null;
  const counts = new Map<string, number>();
  for (const months of known)
    for (const language of months.keys()) counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const best = [...counts].filter(([, count]) => count === most).map(([language]) => language);
  const agrees = known.every((months) => new Set(best.map((language) => months.get(language))).size === 1);
  return agrees ? (best[0] ?? null) : null;
}
