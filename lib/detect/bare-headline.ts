import { foldTitle } from '../films/titles/title-key.ts';
import type { Sighting } from './types.ts';
import { eventName, isListName, makeSubject, type HeadlineClues } from './headline-subject.ts';
import { listParts, type Page } from './page.ts';
import { hasReviewSigns, readHeading } from './readers/headings.ts';
import { isTitleLike } from './readers/text-spans.ts';
import { findOtherKind } from './words.ts';

/** Paths of pages with many posts: "/", "/category/film/", "/2018/07/", "/page/3". */
const manyPosts =
  /^\/?(?:index\.\w+)?$|\/(?:category|tags?|author|page|search|archives?|label)\/|^\/\d{4}(?:\/\d\d)?\/?$|^\/[a-z]{2}\/?$/i;

/** Words that suggest a review; matched against the whole page except its headline. */
const reviewSign =
  /(?<![a-zß-žа-яё])(?:reviews?|reviewed|critics?|filmkritik[a-zß-žа-яё]*|rezension[a-zß-žа-яё]*|crítica|reseña|recensione|recenze|recenzja|critique|рецензия|rating|verdict|stars?|fazit|note)(?![a-zß-žа-яё])/i;

/** Whether a text is the name of the site rather than of one of its pages. */
function isSiteName(text: string, { meta, url }: Page): boolean {
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

/**
 * The film whose title alone is the headline of a page that mostly discusses films; null if there is not
 * exactly one. The result is only possible, because an essay on a director may also have a name as its
 * headline. A one-word title also needs signs of a review.
 */
export function findBareSubject(clues: HeadlineClues): Sighting | null {
  const { page, words, bodyText } = clues;
  if (words.film < 6 || words.film < 3 * words.other || manyPosts.test(page.url.pathname)) return null;
  const folds = new Map(listBare(clues).map((heading) => [foldTitle(heading), heading]));
  const [heading, ...more] = folds.values();
  if (heading === undefined || more.length > 0) return null;
  const reading = readHeading(heading);
  if (!reading || !isTitleLike(reading.title) || isListName(heading) || eventName.test(heading)) return null;
  if (findOtherKind(heading) !== null || (reading.kind !== null && reading.kind !== 'film')) return null;
  const isOneWord = !/\s/.test(reading.title.trim());
  const said = `${page.names.join(' | ')} | ${page.meta.get('description') ?? ''} | ${page.url.pathname} | ${bodyText}`;
  if (isOneWord && !hasReviewSigns(heading) && !reviewSign.test(said)) return null;
  return makeSubject(page, reading, false);
}
