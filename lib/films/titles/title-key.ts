import { lazyPattern } from '../../text/lazy-pattern.ts';
import { cleanText, foldLetters, isAscii, wordPattern } from '../../text/text.ts';
import { foldNumber, parseRoman } from './numerals.ts';
import type { FilmRef, RefKind } from '../types.ts';

/**
 * Articles that pages omit before a title: English, French, German, Spanish, Italian, Portuguese, Dutch,
 * Swedish, Danish, Norwegian, Hungarian, Catalan, Greek. Not `i`, `as`, `en`, `et`, `den`: too many titles
 * begin with them as words.
 */
export const articles: ReadonlySet<string> = new Set(
  (
    'the a an le la les l un une der die das ein eine el los las una unos unas il lo gli uno o os um uma ' +
    'de het een det ett az egy els ο η το οι τα'
  ).split(' '),
);

/**
 * An article after the last comma of a title or of its first part: "Vitelloni, I". More words than above are
 * safe there.
 */
const trailingArticle =
  /,\s*(the|an?|l[eaos]s?|l['’]|une?|d(?:er|ie|as|e[nt]?)|eine?|els?|un[ao]s?|il?|gli|as?|os?|uma?|het|een|e[nt]t?|az)\s*(?=$|[:([])/i;

/** Folded words for "and" in the languages of the articles. */
export const conjunctions: ReadonlySet<string> = new Set('and und et y e ed og och en n и'.split(' '));

const strongPunctuation = /[:;()[\]|–—]|\s-\s/;

const initials = lazyPattern(String.raw`(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}(?!\p{L}\p{L})`, 'gu');

/**
 * Moves a trailing article to the front: "Pianist, The" becomes "The Pianist"; returns other titles
 * unchanged.
 */
export function frontArticle(title: string): string {
  const match = trailingArticle.exec(title);
  const article = match?.[1];
  if (match === null || article === undefined || match.index === 0) return title;
  const rest = title.slice(0, match.index) + title.slice(match.index + match[0].length);
  return /['’]$/.test(article) ? article + rest : `${article} ${rest}`;
}

/** The title in folded letters, with straight apostrophes and with signs kept separate from words. */
function foldSigns(title: string): string {
  return foldLetters(
    title
      .replace(/[’‘ʼ`´＇]/g, "'")
      .replace(/[™®©℠]/g, '')
      .replace(/[½⅓⅔¼¾²³]/g, ' $&'),
  );
}

/** Spells out signs that stand for words, and removes meaningless ones. */
function spellOut(folded: string): string {
  return folded
    .replace(/'n'/g, ' and ')
    .replace(/&|(?<=\s)\+(?=\s)/g, ' and ')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll("'", '');
}

/** Joins dotted initials ("10,000 B.C."), unless they are the whole title: "I.T." is not "It". */
function joinInitials(title: string): string {
  if (!/[^\s.]\.[^\s.]\./.test(title)) return title;
  const joined = title.replace(initials(), (run) => `${run.replaceAll('.', '')} `);
  return (joined.match(wordPattern()) ?? []).length > 1 ? joined : title;
}

/** The words of a title in folded letters, with numerals and conjunctions normalised. */
function listTitleWords(folded: string): string[] {
  const parts = spellOut(folded)
    .split(strongPunctuation)
    .map((part) => part.match(isAscii(part) ? /[a-z\d]+/g : wordPattern()) ?? []);
  const ends = new Set<number>();
  let length = 0;
  for (const { length: count } of parts) ends.add((length += count) - 1);
  return parts.flat().map((word, at, all) => readWord(word, at, all, ends.has(at)));
}

/** A folded word normalised by its position in the title. */
function readWord(word: string, at: number, all: string[], endsPart: boolean): string {
  if (at > 0 && at < all.length - 1 && conjunctions.has(word)) return 'and';
  if (word === 'pt') return 'part';
  if (word === 'volume') return 'vol';
  return foldNumber(word, { before: all[at - 1], endsPart, isOnlyWord: all.length === 1 });
}

const asciiArticle = /^[^a-z\d]*([a-z]{1,5})\s+(?=(\S+))/;
const anyArticle = lazyPattern(String.raw`^[^\p{L}\p{N}]*(\p{L}{1,5})\s+(?=(\S+))`, 'u');
const elidedArticle = lazyPattern(String.raw`^[^\p{L}\p{N}]*(l|un)'(?=\p{L})`, 'u');
/** Not `String.raw`, which a page script would keep although it does not use this pattern. */
const signInWord = lazyPattern('(?<=[\\p{L}\\p{N}])[-‐‑*.·/](?=[\\p{L}\\p{N}])', 'gu');

/**
 * Splits a folded title into its article and the rest. The repeated "la" of "la la land" shows that the first
 * is not an article.
 */
function splitArticle(title: string): { article: string | null; rest: string } {
  const whole = { article: null, rest: title };
  const elided = /(?:^|[^a-z])(?:l|un)'/.test(title) ? elidedArticle().exec(title) : null;
  if (elided?.[1] !== undefined) return { article: elided[1], rest: title.slice(elided[0].length) };
  const match = (isAscii(title) ? asciiArticle : anyArticle()).exec(title);
  if (match?.[1] === undefined || !articles.has(match[1]) || match[2] === match[1]) return whole;
  const rest = title.slice(match[0].length);
  const hasWord = isAscii(rest) ? /[a-z\d]/.test(rest) : rest.search(wordPattern()) >= 0;
  return hasWord ? { article: match[1], rest } : whole;
}

/** Words of ASCII letters and digits with single spaces or hyphens between them: three of four titles. */
const plainTitle = /^[a-z\d]+(?:[ -][a-z\d]+)*$/i;

/**
 * The result of `readTitle` for a plain title, at a tenth of the cost and without its patterns, which take 5
 * ms to compile.
 */
function readPlainTitle(title: string): { article: string | null; words: string[] } {
  const folded = title.toLowerCase();
  const [first = '', second] = folded.split(' ', 2);
  const article = second !== undefined && second !== first && articles.has(first) ? first : null;
  const words = (article === null ? folded : folded.slice(first.length + 1)).split(/[ -]/);
  return { article, words: words.map((word, at) => readWord(word, at, words, at === words.length - 1)) };
}

/**
 * The article and words of a title. A title without letters and digits has its signs, without colons, as its
 * only word.
 */
function readTitle(title: string): { article: string | null; words: string[] } {
  if (plainTitle.test(title)) return readPlainTitle(title);
  const clean = cleanText(title);
  const { article, rest } = splitArticle(frontArticle(joinInitials(foldSigns(clean))));
  const words = listTitleWords(rest);
  if (words.length > 0) return { article, words };
  const signs = foldLetters(clean);
  const letters = signs.match(wordPattern());
  // A sign whose compatible form is a space and an accent folds to nothing, so it is kept as it is.
  const shown = signs.replace(/\s+/g, '') || clean.replace(/\s+/g, '');
  return { article: null, words: letters ?? [shown.replaceAll(':', '\ua789')] };
}

/** The words joined as one name; "3-D" and "3 D" become one word. */
function joinWords(words: string[]): string {
  const name = words.join('-');
  return name.includes('3-d') ? name.replace(/(?<![^-])3-d(?![^-])/g, '3d') : name;
}

/** The latest folds, cached because reading a page folds each title about five times. */
const folds = new Map<string, string>();
const mostFolds = 2000;
/** Maximum length of a cached title, in UTF-16 units. */
const longestKept = 100;

/**
 * The name of a title without its case, accents, punctuation, article, conjunctions and forms of numerals:
 * "The Dark Knight" and "Dark Knight, The" are `dark-knight`. Words are joined by `-`, and the name never
 * contains a colon. A title without letters and digits keeps its signs; only one without anything visible
 * gives an empty string. Idempotent, linear in the length, and never throws. Only the article is lost of what
 * distinguishes two films; `foldWholeTitle` keeps it.
 */
export function foldTitle(title: string): string {
  const known = folds.get(title);
  if (known !== undefined) return known;
  const fold = joinWords(readTitle(title).words);
  if (folds.size === mostFolds) folds.clear();
  if (title.length <= longestKept) folds.set(title, fold);
  return fold;
}

/** Like `foldTitle`, but with the article in front: "Room, The" is `the-room`, and "Room" is `room`. */
export function foldWholeTitle(title: string): string {
  const { article, words } = readTitle(title);
  return joinWords(article === null ? words : [article, ...words]);
}

/** British spellings that titles may also have in American form. */
const britishSpelling = /\b((?:col|harb|hon|arm|neighb|fav|lab|rum|hum)o)u(?=rs?\b)|\b(judg)e(?=ment)/g;

/**
 * Other folds under which a film with the title may be found: "Spiderman" for "Spider-Man", "swat" for
 * "S.W.A.T.", "rocky-5" for "Rocky V", "dredd" for "Dredd 3D", American for British spelling. They match too
 * much to decide alone ("I.T." would be "It"): they find a film, and then the year must agree.
 */
export function listLooseFolds(title: string): string[] {
  const fold = foldTitle(title);
  const clean = cleanText(title);
  const joined = foldTitle(/[-‐‑*.·/]/.test(clean) ? clean.replace(signInWord(), '') : clean);
  const numeral = /^(.+-)([vx])$/.exec(fold);
  const others = [
    joined,
    numeral === null ? fold : `${numeral[1] ?? ''}${parseRoman(numeral[2] ?? '') ?? ''}`,
    fold.replace(/-3d\b/, ''),
    fold
      .replace(britishSpelling, '$1$2')
      .replace(/\bgrey\b/g, 'gray')
      .replace(/\btheatre\b/g, 'theater'),
  ];
  return [...new Set(others)].filter((other) => other !== fold && other !== '');
}

/**
 * The fold of two or three words run together, for "Beetle Juice" and "Good Bye Lenin"; null for other
 * titles.
 */
export function joinFold(title: string): string | null {
  const words = foldTitle(title).split('-');
  return words.length === 2 || words.length === 3 ? words.join('') : null;
}

/** The ref of a film by title and year, `title:her:2013`; without a year the same as `titleKey`. */
export function titleRef(title: string, year: number | null): FilmRef {
  return year === null ? titleKey(title) : `title:${foldTitle(title)}:${year}`;
}

/** The ref of every film with the title, whatever its year: `title:her`. */
export function titleKey(title: string): FilmRef {
  return `title:${foldTitle(title)}`;
}

/** Every key under which a film with this title should be found: `titleKey` first, then the loose folds. */
export function listTitleKeys(title: string): FilmRef[] {
  const folds = [foldTitle(title), ...listLooseFolds(title)];
  return folds.filter((fold) => fold !== '').map((fold): FilmRef => `title:${fold}`);
}

/** The kind at the start of a ref. */
export const kindOf = (ref: FilmRef): RefKind => ref.slice(0, ref.indexOf(':')) as RefKind;

/** Whether a ref is a title rather than an id; several films may have it. */
export const isTitleRef = (ref: FilmRef): boolean => kindOf(ref) === 'title';
