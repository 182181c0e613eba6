import { nameOf, rawText } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import type { ParsedTitle } from '../../films/titles/title-parse.ts';
import { findOtherKind, hasFilmWords, type countKindWords } from '../words.ts';
import { isFilmPage } from '../headline.ts';
import { isListName } from '../headline-subject.ts';
import { hasReviewSigns, readHeading } from './headings.ts';
import { isTitleLike } from './text-spans.ts';

/** Minimum number of headings of one shape; fewer are not a list. */
const minHeadings = 3;

const rank = /^\s*(?:#?\s*\d{1,3}\s*[.):–-]|#\d{1,3}|\(\d{1,3}\))\s+(?=\S)/;

interface ListHeading {
  element: Element;
  text: string;
  /** What headings of one list have in common: their level and the style of the title. */
  shape: string;
  /** Whether it has a year or is a review, and so is likely to be a title. */
  isLikelyTitle: boolean;
  /** Whether it has both, so that no other heading of its shape is needed. */
  isEnough: boolean;
  /** Whether it is only a link, like the heading of a blog post. */
  isPlain: boolean;
}

function readShape(element: Element): ListHeading | null {
  const whole = readLine(element);
  if (whole === '' || whole.length > 140) return null;
  const text = whole.replace(rank, '');
  const hasInner = element.firstElementChild !== null;
  const apart = hasInner ? element.querySelector('em, i, cite') : null;
  const isAllApart = apart !== null && 2 * rawText(apart, 300).trim().length > text.length;
  const isDated = /[([](?:.{0,30}\D)?(?:18|19|20)\d\d[)\]]/.test(text);
  const isQuoted = /^[“"'‘„«»]/.test(text);
  const isReview = hasReviewSigns(text);
  const isPlain = !isAllApart && text === whole && !isDated && !isQuoted && !isReview;
  if (isPlain && !(hasInner && element.querySelector('a[href]'))) return null;
  const shape = [nameOf(element), isAllApart, isQuoted, text !== whole, isDated, isReview].join(' ');
  return { element, text, shape, isPlain, isLikelyTitle: isDated || isReview, isEnough: isDated && isReview };
}

/** The parts of a page that show whether its headings are film titles. */
interface HeadingPage {
  isAside: (element: Element) => boolean;
  words: ReturnType<typeof countKindWords>;
}

/**
 * The films that head the sections of a list ("The 21 best movies of 2017") or the posts of a film blog
 * ("Race (2016) ****"): headings of one level and shape that are in italics or quotes, ranked, dated, or
 * reviews. Posts whose heading is only a name are possible. Empty on a page that neither says nor clearly
 * shows that it is about films. Pauses between headings; returns the headings of lists
 * whose films and years are all stated.
 */
export function* readListHeadings(
  headings: Element[],
  page: Page,
  { isAside, words }: HeadingPage,
): Generator<Sighting | null, Set<Element>> {
  const known = new Set<Element>();
  const isList = page.names.some((name) => isListName(name) && hasFilmWords(name));
  const isFilm = isList || isFilmPage(page);
  const read: ListHeading[] = [];
  for (const [at, element] of headings.entries()) {
    const heading = nameOf(element) !== 'h1' && !isAside(element) ? readShape(element) : null;
    if (heading) read.push(heading);
    if (at % 40 === 39) yield null;
  }
  const reviews = read.filter(({ isLikelyTitle }) => isLikelyTitle);
  const isAbout =
    isFilm || (reviews.length >= minHeadings && words.film >= 4 && words.film >= 2 * words.other);
  const isMixed = findOtherKind(page.names.join(' | ')) !== null;
  const shapes = Map.groupBy(read, ({ shape }) => shape);
  for (const { element, text, shape, isLikelyTitle, isEnough, isPlain } of read) {
    const alike = shapes.get(shape)?.length ?? 0;
    if (!isAbout && !isLikelyTitle) continue;
    yield null;
    const reading = readHeading(text);
    if (!reading || !isTitleLike(reading.title) || isListName(reading.title)) continue;
    if (!isAbout && !(reading.isReview && reading.saysFilm)) continue;
    const isDirected = isList && reading.directors.length > 0;
    const isListed = alike >= minHeadings && ((isList && !isPlain) || isLikelyTitle);
    const isFit = isEnough || isDirected || isListed || (isLikelyTitle && reading.saysFilm);
    if (!isFit && !(isPlain && alike >= minHeadings)) continue;
    // If the page does not say what it reviews, only a catalogue can confirm the film.
    const isStated = isFit && (reading.saysFilm || (isFilm && !isMixed));
    if (isStated && reading.year !== null) known.add(element);
    yield makeHeadingFound(element, reading, isStated);
  }
  const open = new Set(headings.filter((element) => !known.has(element)).map(nameOf));
  return new Set([...known].filter((element) => !open.has(nameOf(element))));
}

/** What a heading or line of a list says, as a film if that is stated and as a possible one otherwise. */
export function makeHeadingFound(
  element: Element | null,
  reading: ParsedTitle,
  isStated: boolean,
): Sighting | null {
  return makeSighting({
    ...reading,
    kind: reading.kind ?? (isStated ? 'film' : null),
    element,
    evidence: 'heading',
    certainty: isStated ? 'stated' : 'possible',
    context: { setApart: true, filmWordsNear: true },
  });
}
