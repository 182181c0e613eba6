import type { FilmHint, FilmRef, WorkKind } from '../films/types.ts';

/** The kind of a page: about one film, a list of films, about a person, or about something that is not a film. */
export type PageKind = 'film' | 'list' | 'person' | 'search' | 'review' | 'series' | 'other';

/**
 * Selects a value in a page or a row. A CSS selector selects the text of an element, `selector@name` an attribute,
 * `selector@#own` an element's text without that of its child elements, `@name` an attribute of the row itself, and
 * `''` the row's whole text. A pattern is matched against the film's address (the page's, or that of the row's link);
 * its first group is the value.
 */
export type ValueSelector = string | RegExp | LabelledSelector;

/**
 * Selects the text after a label, in the first element of `among` that begins with the label: "Original title: Her" in
 * a table of facts.
 */
interface LabelledSelector {
  among: string;
  label: RegExp;
}

/** An element that shows that a page or a row is not a film. If `text` is given, the element's text must match it. */
export interface NotFilm {
  /** Matches the row itself or an element in it. `''` is the title as printed. */
  selector: string;
  /**
   * If given, `selector` is searched for in the nearest such element around the row: a table's head, a section's
   * heading.
   */
  within?: string;
  text?: RegExp;
  /** If missing, the kind is read from the text by `findKindWord`. */
  kind?: WorkKind;
}

/**
 * Selectors of the parts of one film. Of several selectors, the first that selects a non-empty value wins. Bracketed
 * years and kinds in a title or directly after it are always read: "Title (1999)", "Title (TV Series)".
 */
export interface FilmFields {
  title: ValueSelector[];
  year?: ValueSelector[];
  /** All values of all selectors are used: original title, local title, "also known as". */
  alternativeTitles?: ValueSelector[];
  directors?: ValueSelector[];
  /**
   * Elements with links to the same film on this or another site. If missing in a row, the link of the title is used.
   */
  links?: ValueSelector[];
  /** Selectors of IMDb ids that are printed as text. */
  imdb?: ValueSelector[];
  /** Removed from titles before anything else ("12. ", " review – …"). */
  noise?: RegExp;
  /** Titles must match this pattern; the first non-empty group is the title: "Her | Official Trailer". */
  pattern?: RegExp;
  notFilm?: NotFilm[];
  /** The site does not state whether these are films, so they need a match in a catalogue. */
  possible?: boolean;
  /**
   * Elements that state that a `possible` title is a film. If `text` is given, the element's text must match it; the
   * selector `''` is the title as printed.
   */
  stated?: { selector: string; text?: RegExp }[];
}

/** One kind of list row. */
export interface RowFields extends FilmFields {
  /** Selector of one row. */
  item: string;
  /** Rows whose link does not match are skipped. Tested against the whole address. */
  address?: RegExp;
  /** A year that is printed once for several rows also applies to the rows after it in the same parent. */
  isYearAbove?: boolean;
}

/**
 * A result of an adapter's `find`: the parts of a hint that it knows, and the element. If `kind` is present and not
 * `film`, the result is not a film.
 */
export interface AdapterFinding {
  hint: Partial<FilmHint> & { title: string };
  /** Addresses of the film's pages, from which its refs are read. */
  links?: string[];
  element: Element | null;
  isSubject?: boolean;
  possible?: boolean;
}

/** One kind of page of a site. Selectors where they suffice, `find` where they do not. */
export interface SitePage {
  kind: PageKind;
  /** Tested against the path and the query (`/title/tt1/?ref=x`), without the origin. */
  path: RegExp;
  /** The film that the page is about. On a page of another kind: the work that it is about. */
  subject?: FilmFields;
  /**
   * After a client-side route change, the head can still have another film's data. If this selector selects a value,
   * the value must be a part of the address; otherwise no subject is read.
   */
  agrees?: string;
  /** Rows of this page, read before the site's rows. */
  rows?: RowFields[];
  /** Further refs of the subject, read from the address. */
  refs?: (url: URL) => FilmRef[];
  /**
   * For values that selectors cannot describe. Pure: reads only its arguments. Yields null after a step without a
   * result.
   */
  find?: (root: Element, url: URL) => Iterable<AdapterFinding | null>;
}

/** The description of one web site. Each file has one object literal and is named after its id. */
export interface SiteAdapter {
  id: string;
  name: string;
  /** Match patterns (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
  matches: string[];
  /** The first page whose `path` matches gives the kind of the page. */
  pages: SitePage[];
  /** Rows that can be on any page in `pages`. */
  rows?: RowFields[];
  /** Selector of elements that are never read: menus, trends, advertisements. */
  ignore?: string;
  /** The site is about films: titles in its lists are films unless the site states otherwise. */
  isFilmSite?: boolean;
}

/**
 * A page that a site is known to have, and what must be found on it. Beside each adapter, in `samples/`.
 * @internal Only tests read samples.
 */
export interface SiteSample {
  url: string;
  /** Null if the adapter has no page for this address. */
  pageKind: PageKind | null;
  /** File name in `lib/sites/fixtures/`; null if only the address is tested. */
  fixture: string | null;
  subject?: { title: string; year: number | null } | null;
  films?: { title: string; year: number | null }[];
  nonfilms?: { title: string; kind: WorkKind }[];
}
