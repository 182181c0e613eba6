import type { SightedHint, WorkKind } from '../films/types.ts';
import type { PageReview } from '../films/review-types.ts';

/** A film that a page names: the hint and its evidence, and where on the page its title is. */
export interface Sighting extends SightedHint {
  /** The element that a badge follows. Null for a film that only the page's data names, and for one with a `textEnd`. */
  element: Element | null;
  /** The end of a title in a line of text, for a title without an element of its own. */
  textEnd?: { text: Text; offset: number };
  /** Whether the page's own data names the film at its top, as what the page is about. */
  isTop: boolean;
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
