import type { FilmHint, FilmRef, WorkKind } from '../films/types.ts';

/** What a page of a site is: about one film, a list of films, about a person, or about something that is no film. */
export type PageKind = 'film' | 'list' | 'person' | 'search' | 'review' | 'series' | 'other';

/** What an adapter finds: enough of a hint, and where it stands. */
export interface AdapterFinding {
  hint: Partial<FilmHint> & { title: string };
  element: Element | null;
  isSubject?: boolean;
}

/** One kind of page of a site. Data where data will do; `find` where not. */
export interface SitePage {
  kind: PageKind;
  /** Tested against the path and the query (`/title/tt1/?ref=x`), without the origin. */
  path: RegExp;
  /** Selectors of the element with the film's title (kind `film`) or, inside each `item`, of each title. First that matches wins. */
  title?: string[];
  year?: string[];
  directors?: string[];
  /** Selector of one row of a list. */
  item?: string;
  /** A row or page that matches is of this kind and no film. */
  notFilm?: { selector: string; text?: RegExp; kind: WorkKind }[];
  /** The film's ids out of the address. */
  refs?: (url: URL) => FilmRef[];
  /** For what data cannot say. Pure: reads the document it is given and nothing else. */
  find?: (root: ParentNode, url: URL) => AdapterFinding[];
}

/** What is known of one web site. One object literal a file; the file's name is the id. */
export interface SiteAdapter {
  id: string;
  name: string;
  /** Match patterns (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
  matches: string[];
  pages: SitePage[];
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
