import { foldTitle } from '../films/titles/title-key.ts';
import type { Sighting } from './types.ts';
import { eventName, isListName, makeSubject, type HeadlineClues } from './headline-subject.ts';
import { listParts, type Page } from './page.ts';
import { hasReviewSigns, readHeading } from './readers/headings.ts';
import { isTitleLike } from './readers/text-spans.ts';
import { findOtherKind, hasFilmWords, isFilmNoun } from './words.ts';
import { attribute, listElements } from './dom.ts';
import { readLine } from './page-head.ts';
import { findSlug, findWords } from './lists/name-within.ts';

/** Paths of pages with many posts: "/", "/category/film/", "/2018/07/", "/page/3". */
const manyPosts =
  /^\/?(?:index\.\w+)?$|\/(?:category|tags?|author|page|search|archives?|label)\/|^\/\d{4}(?:\/\d\d)?\/?$|^\/[a-z]{2}\/?$/i;

const reviewSign =
  /(?<![a-zß-ž])(?:reviewed|critics?|filmkritik\S+|rezension\S+|rating|verdict|stars?|fazit|note)(?![a-zß-ž])/i;

/** Whether words suggest a review. */
const saysReview = (text: string): boolean => reviewSign.test(text) || hasReviewSigns(text);

/** Whether a heading leads to the first page of the site or of its blog, as the site's name does. */
function leadsHome(heading: Element, { url }: Page): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const home = link && URL.parse(attribute(link, 'href'), url.href);
  return (
    home?.host === url.host &&
    /^\/[^/]*\/?$/.test(home.pathname) &&
    `${url.pathname}${url.search}`.startsWith(home.pathname) &&
    `${url.pathname}${url.search}` !== home.pathname
  );
}

/** Whether a text is the name of the site rather than of one of its pages. */
export function isSiteName(text: string, page: Page): boolean {
  const { meta, url } = page;
  if (page.headings.some((heading) => heading.text === text && leadsHome(heading.element, page))) return true;
  const squeezed = foldTitle(text).replaceAll('-', '');
  const named = foldTitle(meta.get('og:site_name') ?? '');
  return squeezed === named.replaceAll('-', '') || url.hostname.replace(/[^a-z\d]/g, '').includes(squeezed);
}

/** The headings that equal the page's name or a part of it and are not the site's name. */
function listBare({ page, headings }: HeadlineClues): string[] {
  const names = page.names.slice(0, 3);
  const parts = new Set(names.flatMap(listParts).concat(names).map(foldTitle));
  return headings.filter(
    (heading) => parts.has(foldTitle(heading)) && heading.length > 1 && !isSiteName(heading, page),
  );
}

/** A critic's score: "4/5", "3 out of 4", "4 stars", "★★★". */
const score =
  /\d\s?(?:\/|out of|von|sur)\s?\d|\d (?:stars?|sterne?n?|étoiles?|estrellas|stelle)(?![a-zß-ž])|[★☆⭐]{3}/i;

/** Whether a short text, or it with the one before it, says that it is a critic's score: "Rating: 4/5". */
function hasScoreLine({ shortTexts }: HeadlineClues): boolean {
  return shortTexts().some(
    ({ data }, at, texts) => score.test(data) && saysReview(`${texts[at - 1]?.data ?? ''} ${data}`),
  );
}

const maxTags = 60;

/** Whether a post's tags say that it reviews a film of this name. */
function isTagged(name: string, page: Page): boolean {
  const tags = listElements(page.root, 'a[rel~="tag"]', maxTags).map(readLine);
  return (
    tags.some((tag) => foldTitle(tag) === foldTitle(name)) &&
    tags.some((tag) => hasFilmWords(tag) && saysReview(tag))
  );
}

/**
 * The film whose title alone is the headline of a page that mostly discusses films; null if there is not
 * exactly one. Without a score or tags the result is only possible, because an essay on a director may also
 * have a name as its headline. A one-word title also needs signs of a review.
 */
export function findBareSubject(clues: HeadlineClues): Sighting | null {
  const { page, words, bodyText } = clues;
  if (manyPosts.test(page.url.pathname)) return null;
  const folds = new Map(listBare(clues).map((heading) => [foldTitle(heading), heading]));
  const [heading, ...more] = folds.values();
  if (heading === undefined || more.length > 0) return null;
  const isSure = isTagged(heading, page);
  if (!isSure && (words.film < 6 || words.film < 3 * words.other)) return null;
  const reading = readHeading(heading);
  if (!reading || !isTitleLike(reading.title) || isListName(heading) || eventName.test(heading)) return null;
  if (findOtherKind(heading) !== null || (reading.kind !== null && reading.kind !== 'film')) return null;
  const isOneWord = !/\s/.test(reading.title.trim());
  const said = `${page.names.join(' | ')} | ${page.meta.get('description') ?? ''} | ${page.url.pathname} | ${bodyText}`;
  const isScored = isSure || hasScoreLine(clues);
  const isReview = isScored || hasReviewSigns(heading) || saysReview(said);
  if (isOneWord && !isReview) return null;
  const isStated = isSure || (isReview && (isScored || score.test(bodyText)) && !hasFilmWords(heading));
  return makeSubject(page, reading, isStated);
}

/** A film that the site is named after, on its own site: "Story | Quiet Harbour". */
export function findOwnSubject({ page, agree, wordCounts }: HeadlineClues): Sighting | null {
  const own = [...wordCounts.values()].find(
    ({ title, named }) => named > 0 && agree(title) === 3 && isSiteName(title, page),
  );
  return own ? makeSubject(page, own, true) : null;
}

/** What an address has beside a film's title that it reviews: "quiet-harbour-movie-review", "filmkritik-roma". */
const reviewSlug =
  /^(?:(?:film|movie)-?(?:reviews?|kritik|rezension)|critique-(?:du-)?film|kritik-film)-|-(?:film|movie)-?(?:reviews?|kritik|rezension)(?:-\d+)?$/;

/** The film of a headline with more words, if the address says that the page reviews it. */
export function findAddressed(headline: string, { page, words }: HeadlineClues): Sighting | null {
  const slug = findSlug(page);
  const named = slug.replace(reviewSlug, '');
  const title = named === slug || words.other > words.film ? null : findWords(headline, named);
  return title === null || !isTitleLike(title) || isListName(title)
    ? null
    : makeSubject(page, { title, year: null }, true);
}

/** The shortest word that a headline and a title have in common by more than chance, in letters. */
const minShared = 5;
const people =
  /(?:actor|actress|star|direct|creator|producer|darstell|regisseu|schauspiel|réalis|acteur|actri|regist)/i;

/**
 * The one film that the text calls so at least twice, where the headline says "film" and shares a word with its title:
 * "Zu viel Rap in der Haftbefehl-Doku" for "Babo – Die Haftbefehl-Story".
 */
export function findOnlyNamed(headline: string, { page, wordCounts }: HeadlineClues): Sighting | null {
  const [only, ...more] = [...wordCounts.values()].filter(({ named }) => named > 0);
  if (!only || more.length > 0 || only.named < 2 || people.test(headline)) return null;
  const words = foldTitle(headline).split('-');
  const isShared = foldTitle(only.title)
    .split('-')
    .some((word) => word.length >= minShared && words.includes(word));
  return isShared && words.some(isFilmNoun) ? makeSubject(page, only, true) : null;
}
