import { nameOf, rawText } from '../dom.ts';
import { makeFound, type Found } from '../found.ts';
import { readLine, type Page } from '../page.ts';
import { findOtherKind, hasFilmWords } from '../words.ts';
import { isFilmPage, isListName } from '../headline.ts';
import { hasReviewSigns, readHeading } from './headings.ts';
import { isTitleLike } from './spans.ts';

/** Least headings of one shape: fewer are no list. */
const leastHeadings = 3;

const rank = /^\s*(?:#?\s*\d{1,3}\s*[.):–-]|#\d{1,3}|\(\d{1,3}\))\s+(?=\S)/;

interface ListHeading {
  element: Element;
  text: string;
  /** What such headings have in common: their level, and how the title is set. */
  shape: string;
  /** It is dated, or a review: a title's heading by itself. */
  isTelling: boolean;
}

function readShape(element: Element): ListHeading | null {
  const whole = readLine(element);
  if (whole === '' || whole.length > 140) return null;
  const text = whole.replace(rank, '');
  const apart = element.querySelector('em, i, cite');
  const isAllApart = apart !== null && 2 * rawText(apart, 300).trim().length > text.length;
  const isDated = /[([](?:.{0,30}\D)?(?:18|19|20)\d\d[)\]]/.test(text);
  const isQuoted = /^[“"'‘„«»]/.test(text);
  const isReview = hasReviewSigns(text);
  if (!isAllApart && text === whole && !isDated && !isQuoted && !isReview) return null;
  const shape = [nameOf(element), isAllApart, isQuoted, text !== whole, isDated, isReview].join(' ');
  return { element, text, shape, isTelling: isDated || isReview };
}

/**
 * The films that head the sections of a list ("The 21 best movies of 2017") or the posts of a film blog ("Race (2016)
 * ****"): headings of one level and shape, set in italics or quotes, ranked, dated, or reviews. Nothing on a page
 * whose name does not say that it is about films.
 */
export function readListHeadings(
  headings: Element[],
  page: Page,
  isAside: (element: Element) => boolean,
): Found[] {
  const isList = page.names.some((name) => isListName(name) && hasFilmWords(name));
  if (!isList && !isFilmPage(page)) return [];
  const isMixed = findOtherKind(page.names.join(' | ')) !== null;
  const read = headings
    .filter((element) => nameOf(element) !== 'h1' && !isAside(element))
    .map(readShape)
    .filter((heading) => heading !== null);
  return read.flatMap(({ element, text, shape, isTelling }) => {
    const alike = read.filter((other) => other.shape === shape).length;
    const reading = readHeading(text);
    if (alike < leastHeadings || !reading || !isTitleLike(reading.title) || !(isList || isTelling)) return [];
    const found = makeFound({
      ...reading,
      kind: reading.kind ?? 'film',
      element,
      evidence: 'heading',
      standing: isMixed && !reading.saysFilm ? 'possible' : 'stated',
      context: { setApart: true, filmWordsNear: true },
    });
    return found ? [found] : [];
  });
}
