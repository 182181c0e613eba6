import { foldLetters } from '../std/text.ts';
import { refKinds, type FilmRef, type RefKind } from './types.ts';

/** Articles that may stand before a title. `i`, `as`, `en`, `et` are left out: they open too many titles as words. */
const articles = new Set(
  // English, French, German, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Hungarian, Catalan, Greek
  (
    'the a an le la les l un une der die das ein eine el los las una unos unas il lo gli uno ' +
    'o os um uma de het een den det ett az egy els ο η το οι τα'
  ).split(' '),
);

/** Articles that are only looked for behind a comma, where they can be nothing else ("Vitelloni, I"). */
const trailingArticles =
  /,\s*(the|an?|l[eao]s?|l['’]|une?|d(?:er|ie|as|e[nt]?)|eine?|els?|un[ao]s?|il?|gli|as?|os?|uma?|het|een|e[nt]t?|az)$/i;

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const partWords = new Set(
  'part pt parte partie teil vol volume chapter chapitre capitulo kapitel episode book deel del'.split(' '),
);
const conjunctions = new Set('and und et y e ed og och en n и'.split(' '));
const roman = /^(?:x{0,3})(?:i[xv]|v?i{0,3})$/;

/** The value of a roman numeral from 1 to 39 in lower case; null for any other word. */
function parseRoman(word: string): number | null {
  if (word === '' || !roman.test(word)) return null;
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  let total = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = values[word.charAt(at)] ?? 0;
    total += value < (values[word.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return total;
}

/** The title with what punctuation says made plain, before it is dropped. */
function spellOut(title: string, article: string | null = null): string {
  return title
    .replace(/[\p{Cf}\p{Cs}\p{Cc}\p{Co}]+/gu, (run) => (/\s/.test(run) ? ' ' : ''))
    .replace(/[™®©℠]/g, '')
    .trim()
    .replace(trailingArticles, '')
    .replace(/['’]n['’]/gi, ' and ')
    .replace(/([½⅓⅔¼¾²³])/g, ' $1')
    .replace(/&|(?<=\s)\+(?=\s)/g, ' and ')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(?<=\b3)-(?=d\b)/gi, '')
    .replace(/^\s*l['’](?=\p{L})/iu, article === null ? '' : 'l ')
    .replace(/['’‘ʼ`´＇]+/g, '');
}

/** Dotted initials joined ("10,000 B.C."), unless they are the whole title: "I.T." is not "It". */
function joinInitials(title: string): string {
  const joined = title.replace(
    /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}(?!\p{L}\p{L})/gu,
    (run) => `${run.replaceAll('.', '')} `,
  );
  return /[\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(joined) ? joined : title;
}

function foldNumber(word: string, before: string | undefined, isLast: boolean): string {
  if (before === undefined) return word;
  const afterPart = partWords.has(before);
  if (afterPart && numberWords.includes(word)) return String(numberWords.indexOf(word));
  const value = parseRoman(word);
  if (value === null) return word;
  return afterPart || (isLast && word.length > 1 && word !== 'xi' && word !== 'vi') ? String(value) : word;
}

/** Words of each stretch between strong punctuation, folded. */
function listFoldedWords(title: string): string[] {
  return joinInitials(title)
    .split(/[:;()[\]|–—]|\s-\s/)
    .flatMap((stretch) => {
      const words = foldLetters(stretch).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
      return words.map((word, at) => foldNumber(word, words[at - 1], at === words.length - 1));
    })
    .map((word, at, all) => (at > 0 && at < all.length - 1 && conjunctions.has(word) ? 'and' : word))
    .map((word) => (word === 'pt' ? 'part' : word === 'volume' ? 'vol' : word));
}

/**
 * The name a title is known by, whatever its case, accents, punctuation, article, conjunction and numerals: "The Dark
 * Knight" and "Dark Knight, The" are `dark-knight`. Words are joined by `-`, and there is never a colon in it. A title
 * without letters and digits keeps its signs; only a title without anything visible gives an empty string. Idempotent,
 * linear in the length, and it never throws.
 */
export function foldTitle(title: string): string {
  return joinWords(
    spellOut(title).replace(/^\s*([\p{L}]+)\s+(?=(\S+))/u, (start, first: string, next: string) =>
      articles.has(foldLetters(first)) && foldLetters(next) !== foldLetters(first) ? '' : start,
    ),
  );
}

/** Like `foldTitle`, with the article in its place: "The Room" and "Room, The" are `the-room`, "Room" is `room`. */
export function foldWholeTitle(title: string): string {
  return joinWords(
    spellOut(
      title.replace(/^(.*\S),\s*([\p{L}]{1,5}['’]?)\s*$/su, (whole, rest: string, last: string) =>
        trailingArticles.test(`,${last}`) ? `${last}${/['’]$/.test(last) ? '' : ' '}${rest}` : whole,
      ),
      '',
    ),
  );
}

function joinWords(title: string): string {
  const words = listFoldedWords(title);
  if (words.length > 0) return words.join('-');
  return foldLetters(title).replace(/\s+/g, '').replaceAll(':', 'u3a');
}

/** The name of a film by title and year, `title:her:2013`; without a year the same as `titleKey`. */
export function titleRef(title: string, year: number | null): FilmRef {
  return year === null ? titleKey(title) : `title:${foldTitle(title)}:${year}`;
}

/** The name of every film that bears the title, whatever its year: `title:her`. */
export function titleKey(title: string): FilmRef {
  return `title:${foldTitle(title)}`;
}

/** A ref in its parts. For `title` refs `value` is the folded title, and `year` what stands behind it. */
export interface ParsedRef {
  kind: RefKind;
  value: string;
  year: number | null;
}

/** The parts of a ref; null where the text is none. A `title` ref is folded on the way: "title:The Hours:2002" will do. */
export function parseRef(text: string): ParsedRef | null {
  const colon = text.indexOf(':');
  const kind = refKinds.find((known) => known === text.slice(0, Math.max(colon, 0)).trim().toLowerCase());
  const rest = text.slice(colon + 1).trim();
  if (kind === undefined || rest === '') return null;
  if (kind !== 'title') return { kind, value: rest, year: null };
  const year = /:(\d{4})$/.exec(rest)?.[1] ?? null;
  const value = foldTitle(year === null ? rest : rest.slice(0, -5));
  return value === '' ? null : { kind, value, year: year === null ? null : Number(year) };
}
