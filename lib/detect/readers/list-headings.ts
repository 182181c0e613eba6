import { attribute, nameOf, rawText } from '../dom.ts';
import { makeFound, type Found } from '../found.ts';
import { readLine, type Page } from '../page.ts';
import { hasFilmWords } from '../words.ts';
import { isListName } from '../headline.ts';
import { readHeading } from './headings.ts';
import { isTitleLike } from './prose.ts';

/** Least headings of one shape: fewer are no list. */
const leastHeadings = 3;

const rank = /^\s*(?:#?\s*\d{1,3}\s*[.):–-]|#\d{1,3}|\(\d{1,3}\))\s+(?=\S)/;

interface ListHeading {
  element: Element;
  text: string;
  /** What such headings have in common: their level, and how the title is set. */
  shape: string;
}

function readShape(element: Element): ListHeading | null {
  const text = readLine(element);
  if (text === '' || text.length > 140) return null;
  const apart = element.querySelector('em, i, cite');
  const isAllApart = apart !== null && rawText(apart, 300).trim().length > 0.5 * text.replace(rank, '').length;
  const isRanked = rank.test(text);
  const isDated = /[([](?:.{0,30}\D)?(?:18|19|20)\d\d[)\]]/.test(text);
  const isQuoted = /^[“"'‘„«».]/.test(text.replace(rank, ''));
  if (!isAllApart && !isRanked && !isDated && !isQuoted) return null;
  return { element, text: text.replace(rank, ''), shape: [nameOf(element), isAllApart, isQuoted, isRanked, isDated].join(' ') };
}

/**
 * The films that head the sections of a list ("The 21 best movies of 2017"): headings of one level and shape, set in
 * italics or quotes, ranked or dated. Nothing on a page whose name does not say that it lists films.
 */
export function readListHeadings(headings: Element[], page: Page, isAside: (element: Element) => boolean): Found[] {
  const name = page.names.find((one) => isListName(one) && hasFilmWords(one));
  if (name === undefined) return [];
  const read = headings.filter((element) => nameOf(element) !== 'h1' && attribute(element, 'role') === '' && !isAside(element)).map(readShape).filter((heading) => heading !== null);
  return read.flatMap(({ element, text, shape }) => {
    const alike = read.filter((other) => other.shape === shape).length;
    const reading = readHeading(text);
    if (alike < leastHeadings || !reading || !isTitleLike(reading.title)) return [];
    const found = makeFound({ ...reading, kind: reading.kind ?? 'film', element, evidence: 'heading', context: { setApart: true, filmWordsNear: true } });
    return found ? [found] : [];
  });
}
