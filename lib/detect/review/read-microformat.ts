import { attribute, isClosed, rawText } from '../dom.ts';
import type { Item } from '../../review-text/items.ts';

/**
 * Where hReview and h-review have schema.org's properties; the first of several selectorsOf that exists counts.
 */
const selectorsOf: Record<string, string> = {
  name: '.p-item .p-name|.h-item .p-name|.p-item|.item .fn|.item',
  headline: ':scope > .p-name|.summary',
  author: '.p-reviewer .p-name|.p-author .p-name|.p-reviewer|.p-author|.reviewer .fn|.reviewer',
  datePublished: '.dt-reviewed|.dt-published|.dtreviewed',
  ratingValue: '.p-rating .value|.p-rating|.rating .value|.rating',
  bestRating: '.p-best|.rating .best|.best',
  worstRating: '.p-worst|.rating .worst|.worst',
  reviewBody: '.e-description|.e-content|.description',
  sameAs: '.item a.url@href|.p-item a.u-url@href|.h-item.u-url@href|.item a[href]@href',
};

function readValue(scope: Element, selectors: string): string {
  for (const one of selectors.split('|')) {
    const [selector = '', name] = one.split('@');
    const element = scope.querySelector(selector);
    if (isClosed(element)) continue;
    if (name) return attribute(element, name);
    const titled = element.querySelector('.value-title');
    const stated = [
      attribute(element, 'datetime'),
      attribute(element, 'value'),
      attribute(titled ?? element, 'title'),
    ];
    return stated.find((text) => text !== '') ?? rawText(element, 100_000);
  }
  return '';
}

/**
 * The reviews that a page describes with hReview (0.2 to 0.4) or h-review, in schema.org's terms; at most 40.
 */
export function readMicroformats(root: Element): Item[] {
  const scopes = Array.from(root.querySelectorAll('.hreview, .h-review')).filter((scope) => !isClosed(scope));
  return scopes.slice(0, 40).map((scope) => {
    const values = Object.entries(selectorsOf).map(
      ([key, selectors]) => [key, readValue(scope, selectors) || undefined] as const,
    );
    const { name, sameAs, ratingValue, bestRating, worstRating, ...review }: Item =
      Object.fromEntries(values);
    const heading = name ?? review['headline'];
    return {
      '@type': 'Review',
      ...review,
      itemReviewed: { name: heading, sameAs },
      reviewRating: { ratingValue, bestRating, worstRating },
    };
  });
}
