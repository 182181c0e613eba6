import type { Messages } from './check-locale.ts';

/** The tag of the pseudo-locale. It is made where it is needed and never shipped. */
export const pseudoTag = 'ar-XB';

const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  n: 'ñ',
  c: 'ç',
};

/** These make Latin letters run from right to left, as those of Arabic do. */
const [override, pop] = ['\u202e', '\u202c'];

/** A text with accents, a third longer, from right to left. Placeholders stay. */
function distort(text: string): string {
  const parts = text.split(/(\$\d)/);
  const length = parts.filter((_, at) => at % 2 === 0).join('').length;
  const distorted = parts.map((part, at) =>
    at % 2 === 1 || part === ''
      ? part
      : `${override}${part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter)}${pop}`,
  );
  const more = ' ~'.repeat(Math.ceil(length / 6));
  return `${distorted.join('')}${more}`;
}

/**
 * Makes a locale out of English that is written from right to left and whose texts are a third longer: what is not mirrored, not
 * translated or too narrow is seen at once. Its plural forms are those of Arabic.
 */
export function makePseudoLocale(english: Messages): Messages {
  const made: Messages = {};
  for (const [key, entry] of Object.entries(english)) {
    if (entry === undefined) continue;
    const [, stem] = /^(.+)_(?:one|other)$/.exec(key) ?? [];
    const message = distort(entry.message);
    if (stem === undefined) made[key] = { message };
    else
      for (const form of new Intl.PluralRules(pseudoTag).resolvedOptions().pluralCategories)
        made[`${stem}_${form}`] ??= {
          message: distort(english[`${stem}_${form}`]?.message ?? english[`${stem}_other`]?.message ?? ''),
        };
  }
  return { ...made, languageTag: { message: pseudoTag }, languageDirection: { message: 'rtl' } };
}
