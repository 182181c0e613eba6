import type { FilmHint, FilmRef, WorkKind } from '../films/types.ts';

/** What a page of a site is: about one film, a list of films, about a person, or about something that is no film. */
export type PageKind = 'film' | 'list' | 'person' | 'search' | 'review' | 'series' | 'other';

/**
 * Where a value stands, seen from the page or from a row: a CSS selector (its text), `selector@name` (an
 * attribute), `selector@#own` (its text without that of elements in it), `@name` (an attribute of the row
 * itself) or `''` (the row's whole text). A pattern is matched
 * against the address of the film (the page's, or that of the row's link): its first group is the value.
 */
export type ValueSelector = string | RegExp | LabelledSelector;

/** The text behind a label in the first element that begins with it: "Original title: Her" in a table of facts. */
interface LabelledSelector {
  among: string;
  label: RegExp;
}

/** What tells that a page or a row is no film: an element, and its text if that matters. */
export interface NotFilm {
  /** Matches the row itself or something in it. `''` is the title as it is printed. */
  selector: string;
  /** Looked for in the nearest such element around the row: a table's head, a section's heading. */
  within?: string;
  text?: RegExp;
  /** Not given: the words of the text tell (`findKindWord`), or nothing. */
  kind?: WorkKind;
}

/**
 * Where the parts of one film stand. Of several places the first that holds something wins. Bracketed years and
 * kinds in or right after a title are read without being asked for: "Title (1999)", "Title (TV Series)".
 */
export interface FilmFields {
  title: ValueSelector[];
  year?: ValueSelector[];
  /** Every value of every place is taken: original title, local title, "also known as". */
  alternativeTitles?: ValueSelector[];
  directors?: ValueSelector[];
  /** Elements with links that name the same film here or elsewhere. In a row: the title's own link if not given. */
  links?: ValueSelector[];
  /** Places that hold an IMDb id as text. */
  imdb?: ValueSelector[];
  /** Taken off titles before anything else ("12. ", " review – …"). */
  noise?: RegExp;
  /** Only titles like this count, and the first group that holds something is the title: "Her | Official Trailer". */
  pattern?: RegExp;
  notFilm?: NotFilm[];
  /** The site does not say that these are films: only a catalogue can tell. */
  possible?: boolean;
  /** What says so all the same on such a page: an element, and its text if that matters; `''` is the title as printed. */
  stated?: { selector: string; text?: RegExp }[];
}

/** One kind of list row. */
export interface RowFields extends FilmFields {
  /** Selector of one row. */
  item: string;
  /** A row whose link leads elsewhere is none. Tested against the whole address. */
  address?: RegExp;
  /** A year printed once for several rows is carried down among rows of one parent. */
  isYearAbove?: boolean;
}

/** What an adapter's own function finds: enough of a hint, and where it stands. A `kind` other than `film` is no film. */
export interface AdapterFinding {
  hint: Partial<FilmHint> & { title: string };
  /** Addresses that name the film, for its refs. */
  links?: string[];
  element: Element | null;
  isSubject?: boolean;
  possible?: boolean;
}

/** One kind of page of a site. Data where data will do; `find` where not. */
export interface SitePage {
  kind: PageKind;
  /** Tested against the path and the query (`/title/tt1/?ref=x`), without the origin. */
  path: RegExp;
  /** The film that the page is about. On a page of another kind: what stands there instead, and its kind. */
  subject?: FilmFields;
  /**
   * Client-side routes can leave another film's data in the head: this place must hold a part of the address, else
   * no subject is read. Nothing is asked where the place is empty.
   */
  agrees?: string;
  /** Rows of this page, before those of the site. */
  rows?: RowFields[];
  /** Other ids of the subject out of the address. */
  refs?: (url: URL) => FilmRef[];
  /** For what data cannot say. Pure: reads what it is given and nothing else. Yields null where it has worked without a find. */
  find?: (root: Element, url: URL) => Iterable<AdapterFinding | null>;
}

/** What is known of one web site. One object literal a file; the file's name is the id. */
export interface SiteAdapter {
  id: string;
  name: string;
  /** Match patterns (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
  matches: string[];
  /** The first whose path fits says what the page is. */
  pages: SitePage[];
  /** Rows that may stand on any page of the site that `pages` names. */
  rows?: RowFields[];
  /** Selector of what is beside the point on every page: menus, trends, advertisements. Nothing in it is read. */
  ignore?: string;
  /** The site is about films: titles in its lists are films unless it says otherwise. */
  isFilmSite?: boolean;
}

/** A page a site is known to have, and what must be found on it. Beside each adapter, in `samples/`. */
export interface SiteSample {
  url: string;
  /** Null: an address of the site on which the adapter has nothing to say. */
  pageKind: PageKind | null;
  /** File name in `lib/sites/fixtures/`, or null for a sample of the address alone. */
  fixture: string | null;
  subject?: { title: string; year: number | null } | null;
  films?: { title: string; year: number | null }[];
  nonfilms?: { title: string; kind: WorkKind }[];
}
