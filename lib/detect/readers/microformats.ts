import { readTitle } from './title.ts';
import { attribute, joinPresent, listElements, nameOf } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { microformats } from '../signals/work-signals.ts';
import { listRefsIn } from './json-ld.ts';

/** Maximum number of reviews read per page. */
const maxReviews = 60;

/**
 * The works that the page's hReview and h-review reviews are about, and those that its h-entries say were
 * watched (`u-watch-of`). The formats do not state the kind of work, so a film without an id is only
 * possible. microformats.org/wiki/hreview, microformats.org/wiki/h-review
 */
export function readMicroformats(page: Page, root: Element): Sighting[] {
  const selector = joinPresent(root, microformats);
  if (selector === null) return [];
  const reviews = listElements(root, selector.replace('.u-watch-of', '.h-entry .u-watch-of'), maxReviews);
  return reviews
    .map((review) => readReview(review, page, reviews.length === 1))
    .filter((found) => found !== null);
}

function readReview(review: Element, page: Page, isOnly: boolean): Sighting | null {
  if (nameOf(review) === 'form') return null;
  const item = review.matches('.u-watch-of') ? review : (review.querySelector('.item, .p-item') ?? null);
  if (!item || nameOf(item) === 'form') return null;
  const name = item.querySelector('.fn, .p-name') ?? item;
  const link = name.closest('a[href]') ?? name.querySelector('a[href]') ?? item.querySelector('a[href]');
  const refs = link
    ? listRefsIn([attribute(link, 'href')], page).filter((ref) => !ref.startsWith('wiki'))
    : [];
  const { title, year, alternativeTitles, kind, directors } = readTitle(
    attribute(name, 'title') || readLine(name),
  );
  const isWatched = review.matches('.u-watch-of');
  return makeSighting({
    title,
    year,
    alternativeTitles,
    directors,
    refs,
    kind: kind ?? (refs.length > 0 || isWatched ? 'film' : null),
    element: name,
    evidence: 'microformat',
    isTop: isOnly,
    certainty: refs.length > 0 || isWatched ? 'stated' : 'possible',
    context: { setApart: true },
  });
}
