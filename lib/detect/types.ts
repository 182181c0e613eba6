import type { SightedHint, WorkKind } from '../films/types.ts';
import type { PageReview } from '../films/review-types.ts';

/** A hint, the element its title stands in, and what speaks for it. */
export interface Sighting extends SightedHint {
  /** Where a badge would stand: after this element. Null for what is only in the page's data, or has a `textEnd`. */
  element: Element | null;
  /** Where a title ends that stands in a line of text with no element of its own. */
  textEnd?: { text: Text; offset: number };
}

/** What a page says: one subject or none, what it mentions, what is no film, and a review if it is one. */
export interface PageReading {
  url: string;
  subject: Sighting | null;
  /** In the order of the page; each film once per place it stands in. Does not hold the subject. */
  mentions: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  review: PageReview | null;
  language: string | null;
}
