import { foldTitle } from '../../films/titles/title-key.ts';
import { joinSpaces } from '../../text/text.ts';
import { isListName } from '../headline-subject.ts';
import { isTitleLike } from '../readers/text-spans.ts';
import { findFact } from './film-labels.ts';
import { hasFilmData, isDate, isOnlyData, notFilms, programme, time } from './row-data.ts';

/** A text of a row as one line, with its element. */
export interface Piece {
  text: string;
  node: Text;
  element: Element;
}

/** The texts from one to another that are more than white space, each as one line. */
export function listPieces(texts: Text[], from: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < end; at += 1) {
    const node = texts[at];
    const text = node ? joinSpaces(node.data) : '';
    if (node?.parentElement && text !== '') pieces.push({ text, node, element: node.parentElement });
  }
  return pieces;
}

/** What a row of a list says: its name, and everything else as data. */
export interface RowReading {
  name: string;
  element: Element;
  year: number | null;
  data: string;
}

/** What the rows of one list have in common. */
export interface Columns {
  /** Whether each begins with a year. */
  isDated: boolean;
  /** What parts the name from what follows; empty if nothing does. */
  separator: string;
  /** Whether each ends in a person: "Night Ferry by Ana Lund". */
  isCredited: boolean;
}

/** What may precede a name: bullets, ranks, times of showings. */
const lead = new RegExp(
  String.raw`^(?:[\s•·–—|,:.)-]|\d{1,3}[.):](?=\s)|#\s?\d{1,3}(?=\s)|\d\.\d(?=\s)|(?:(?:kl|um|ore)[\s.]+)?${time.source}(?:\s?(?:uhr|[ap]m)(?!\p{L}))?|(?:kl|uhr|[ap]m)\.?$)+`,
  'iu',
);
const leadYear = /^[([]?((?:18|19|20)\d\d)[)\]]?年?(?:[\s:–—|,.·-]+|$)/;
/** All years of a text. */
export const years = /(?<![\d.])(?:18|19|20)\d\d(?![\d.])/g;
/** What parts a name from its data. */
const parting =
  /(\s[–—|·•-]\s|[,:]\s|\s?[([（]|\s(?=[★☆⭐*]{2}|\d{1,2}(?:[.,]\d)?\s?\/\s?\d)|\s(?=(?:[01]?\d|2[0-3])[:h.][0-5]\d))/;
const credit = /\s(?:(?:de|von|by|di|af|av|van|od)\s|d['’])\p{Lu}[\p{L}.'’-]+\s\p{Lu}[\p{L}.'’ -]+$/u;
const quotes = /^[“"„«‘'「『《]\s?(.+?)\s?[”"“»’'」』》]$/;
const maxWords = 10;

const isMost = (count: number, all: number): boolean => all > 2 && count >= 0.8 * all;

/** The first text of a row that may be a name, without what precedes it, and what the row says beside it. */
function findName(pieces: Piece[], isDated: boolean) {
  const data: string[] = [];
  let year: number | null = null;
  for (const [at, { text, element }] of pieces.entries()) {
    let name = text.replace(lead, '');
    const own: RegExpExecArray | null = isDated && year === null ? leadYear.exec(name) : null;
    if (own) {
      year = Number(own[1]);
      name = name.slice(own[0].length).replace(lead, '');
    }
    const isName = /\p{L}/u.test(name) && !isOnlyData(name) && !isDate(name);
    data.push(isName ? text.slice(0, -name.length) : text);
    if (isName) {
      data.push(...pieces.slice(at + 1).map((piece) => piece.text));
      return { name, element, year, data };
    }
  }
  return null;
}

/** What the rows of a list have in common, from some of them. */
export function findColumns(rows: Piece[][]): Columns {
  const firsts = rows.map(([piece]) => piece?.text.replace(lead, '') ?? '');
  const isDated = isMost(firsts.filter((text) => leadYear.test(text)).length, rows.length);
  const names = rows.map((pieces) => findName(pieces, isDated)?.name ?? '');
  const signs = names.map((name) => /\s[–—|·•-]\s|,\s/.exec(name)?.[0] ?? '');
  const separator = signs[0] ?? '';
  return {
    isDated,
    separator: isMost(signs.filter((sign) => sign === separator).length, rows.length) ? separator : '',
    isCredited: isMost(names.filter((name) => credit.test(name)).length, rows.length),
  };
}

/** Where the name ends in a text that has more. */
function findEnd(text: string, { separator, isCredited }: Columns): number {
  const parts = text.split(parting);
  let end = parts[0]?.length ?? 0;
  for (let at = 2; at < parts.length; at += 2) {
    const [sign = '', part = ''] = parts.slice(at - 1);
    // Of brackets all that is in them.
    const said = /[([（]/.test(sign) ? (/^[^)\]）]*/.exec(text.slice(end + sign.length))?.[0] ?? '') : part;
    if (sign === separator || hasFilmData(said) || isDate(said)) break;
    end += sign.length + part.length;
  }
  const person = isCredited ? credit.exec(text.slice(0, end)) : null;
  return person?.index ?? end;
}

/** What a row says; null if it has no name. */
export function readRow(pieces: Piece[], columns: Columns): RowReading | null {
  const found = findName(pieces, columns.isDated);
  if (!found) return null;
  const end = findEnd(found.name, columns);
  const name = found.name.slice(0, end).trim();
  const title = quotes.exec(name)?.[1] ?? name;
  const data = [...found.data, found.name.slice(end)].join(' | ').slice(0, 600);
  const isName =
    isTitleLike(title) &&
    title.split(/\s/).length <= maxWords &&
    !findFact(title)?.value &&
    !isListName(title) &&
    !programme.test(title) &&
    !notFilms.test(foldTitle(title)) &&
    !/[:：…]$|[\s、].*[\s、].*[.!。]$/.test(title) &&
    !/(?:\s[^\s,|·•]+){5}[.!?]$/.test(found.name);
  // The year of a day is not the film's.
  const undated = [...found.data, ...found.name.slice(end).split(/(?:^|\s)[–—|·•-]\s/)].filter(
    (part) => part.length < 5 || !isDate(part),
  );
  const named = new Set(undated.join(' ').match(years));
  const [only] = named.size === 1 ? named : [];
  return isName
    ? { name: title, element: found.element, year: found.year ?? (only ? Number(only) : null), data }
    : null;
}
