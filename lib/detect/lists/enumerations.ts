import { findOtherKind, isFilmNoun } from '../words.ts';
import { isTitleLike, type TextSpan } from '../readers/text-spans.ts';

/** Words before a list of examples: "films such as", "Filme wie", "dabei sind unter anderem", "películas como". */
const cue =
  /[\s(](?:such as|like|including|wie(?: etwa)?|darunter|unter anderem|comme|tell?e?s que|notamment|como|come|tra cui|zoals|såsom|kuten|jako?|mint|как|як):?\s+(?=[\p{Lu}\d])|(?<=(?:films|movies|[Ff]ilme[nr]?|filmy|filmes|películas|фильмы|фільми) )(?=\p{Lu})/gu;
const sentenceEnd = /[.!?](?:\s|$)|[;)…]|\s\(|\s[–—](?=\s\p{Ll})/u;
const joiner = '(?:and|und|sowie|or|oder|et|y|e|och|og|en|és|ja|i|и|та)\\s+';
const comma = new RegExp(`,\\s+(?:${joiner})?(?=[\\p{Lu}\\d])`, 'u');
const lastJoiner = new RegExp(`^(.+)\\s${joiner}(?=[\\p{Lu}\\d])(.+)$`, 'u');
/** The words of a text that begin with a capital, and short ones between them. */
const capitals = /^[\p{Lu}\d][^\s,]*(?:(?: (?:\p{Ll}{1,3}|[–&])){0,2} [\p{Lu}\d][^\s,]*)*/u;

const maxList = 400;
const maxWords = 8;

/** A title that says that it is a film: "Ember Line – Der Film", "The Ember Line Movie". */
const saysFilm = /[:–-] (?:der|the|le|il|el|o|la) (?:film|movie|filme|película)$| movie$/i;

/** Whether what precedes a list calls its titles films: "films such as", "películas españolas como". */
function announcesFilms(before: string): boolean {
  const words = before.toLowerCase().match(/[^\s,:]+/g) ?? [];
  const [noun = '', last = ''] = [words.at(-2), words.at(-1)];
  return isFilmNoun(last) || (isFilmNoun(noun) && /s$|[а-я]/.test(noun));
}

/** Whether a text may have a list of titles without marks. */
export function mayEnumerate(text: string): boolean {
  return text.search(cue) >= 0;
}

/** What is between a list's commas and its last "and"; of the last only the capitalised words, if the others are capitalised. */
function splitList(text: string): string[] {
  const end = text.search(sentenceEnd);
  const titles = (end < 0 ? text : text.slice(0, end)).split(comma);
  const last = titles.pop() ?? '';
  const [, before = '', after = ''] = lastJoiner.exec(last) ?? [];
  // "Pride and Prejudice"
  const isPair = titles.length === 0 && !(before.includes(' ') && after.includes(' '));
  const tail = before === '' || isPair ? last : after;
  if (tail !== last) titles.push(before);
  const [named = ''] = capitals.exec(tail) ?? [];
  const isInSmall = titles.some((title) => / \p{Ll}{4}/u.test(title));
  const isWhole = end >= 0 && isInSmall && tail.split(' ').length <= maxWords;
  const isNamed = named === tail || named.includes(' ');
  return [...titles, isWhole ? tail : isNamed ? named : ''].filter(isTitleLike);
}

/**
 * The titles that running text lists without any mark: "films such as Night Ferry, Paper Moons and Ember Line". A single
 * one, and those of a list that is mostly single words, do not count as set apart.
 */
export function listEnumerated(text: string): TextSpan[] {
  return [...text.matchAll(cue)].flatMap((match) => {
    let end = match.index + match[0].length;
    const titles = splitList(text.slice(end, end + maxList));
    const before = text.slice(Math.max(0, match.index - 90), match.index).trimEnd();
    const isOfFilms =
      announcesFilms(before) ||
      (titles.some((title) => saysFilm.test(title)) && findOtherKind(before) === null);
    const isSetApart =
      isOfFilms &&
      titles.length > 1 &&
      2 * titles.filter((title) => title.includes(' ')).length >= titles.length;
    return titles.map((title) => {
      const start = text.indexOf(title, end);
      end = start + title.length;
      return { title, year: null, start, end, element: null, isSetApart, isOfFilms };
    });
  });
}
