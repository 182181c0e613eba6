import { nameOf, rawText } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { findOtherKind, hasFilmWords, type countKindWords } from '../words.ts';
import { isFilmPage } from '../headline.ts';
import { isListName } from '../headline-subject.ts';
import { hasReviewSigns, readHeading, type HeadingReading } from './headings.ts';
import { isTitleLike } from './text-spans.ts';

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
  /** It is both: no other of its shape is needed. */
  isEnough: boolean;
  /** Nothing but a link to a page of its own, as the heading of a blog's post is. */
  isPlain: boolean;
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
  const isLinked = element.querySelector('a[href]') !== null;
  const isPlain = !isAllApart && text === whole && !isDated && !isQuoted && !isReview;
  if (isPlain && !isLinked) return null;
  const shape = [nameOf(element), isAllApart, isQuoted, text !== whole, isDated, isReview].join(' ');
  return { element, text, shape, isPlain, isTelling: isDated || isReview, isEnough: isDated && isReview };
}

/** What of a page tells whether its headings are films'. */
interface HeadingPage {
  isAside: (element: Element) => boolean;
  words: ReturnType<typeof countKindWords>;
}

/**
 * The films that head the sections of a list ("The 21 best movies of 2017") or the posts of a film blog ("Race (2016)
 * ****"): headings of one level and shape, set in italics or quotes, ranked, dated, or reviews. Posts headed by a name
 * alone are possible. Nothing on a page that does not say, or plainly show, that it is about films. Pauses between headings.
 */
export function* readListHeadings(
  headings: Element[],
  page: Page,
  { isAside, words }: HeadingPage,
): Generator<Sighting | null> {
  const isList = page.names.some((name) => isListName(name) && hasFilmWords(name));
  const isFilm = isList || isFilmPage(page);
  const read: ListHeading[] = [];
  for (const [at, element] of headings.entries()) {
    const heading = nameOf(element) !== 'h1' && !isAside(element) ? readShape(element) : null;
    if (heading) read.push(heading);
    if (at % 40 === 39) yield null;
  }
  const reviews = read.filter(({ isTelling }) => isTelling);
  const isAbout =
    isFilm || (reviews.length >= leastHeadings && words.film >= 4 && words.film >= 2 * words.other);
  const isMixed = findOtherKind(page.names.join(' | ')) !== null;
  const shapes = Map.groupBy(read, ({ shape }) => shape);
  for (const { element, text, shape, isTelling, isEnough, isPlain } of read) {
    const alike = shapes.get(shape)?.length ?? 0;
    if (!isAbout && !isTelling) continue;
    yield null;
    const reading = readHeading(text);
    if (!reading || !isTitleLike(reading.title) || isListName(reading.title)) continue;
    if (!isAbout && !(reading.isReview && reading.saysFilm)) continue;
    const isDirected = isList && reading.directors.length > 0;
    const isListed = alike >= leastHeadings && ((isList && !isPlain) || isTelling);
    const isFit = isEnough || isDirected || isListed || (isTelling && reading.saysFilm);
    if (!isFit && !(isPlain && alike >= leastHeadings)) continue;
    // Where the page does not say what it reviews, only a catalogue can tell.
    const isStated = isFit && (reading.saysFilm || (isFilm && !isMixed));
    yield makeHeadingFound(element, reading, isStated);
  }
}

function makeHeadingFound(element: Element, reading: HeadingReading, isStated: boolean): Sighting | null {
  return makeSighting({
    ...reading,
    kind: reading.kind ?? (isStated ? 'film' : null),
    element,
    evidence: 'heading',
    certainty: isStated ? 'stated' : 'possible',
    context: { setApart: true, filmWordsNear: true },
  });
}
