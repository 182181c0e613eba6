import type { SightedHint, WorkKind } from '../films/types.ts';
import type { PageReview } from '../films/review-types.ts';

/** A film that a page names: the hint, its evidence, and the element of its title. */
export interface Sighting extends SightedHint {
  /**
   * The element that the badge is placed after. Null for a film that only the page's data names, and for one
   * with a `textEnd`.
   */
  element: Element | null;
  /**
   * The end of a title in a text node, for a title without its own element. `first`: the node in which the title begins, if
   * it is another.
   */
  textEnd?: { text: Text; offset: number; first?: Text };
  /** Whether the page's own data has the film at its top level, as a possible subject. */
  isTop: boolean;
}

/**
 * What a page says: its subject if it has one, the films it mentions, works that are not films, and a review
 * if it is one.
 */
export interface PageReading {
  url: string;
  subject: Sighting | null;
  /** In page order; a film appears once for each of its sightings. Does not include the subject. */
  mentions: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  review: PageReview | null;
  language: string | null;
}
