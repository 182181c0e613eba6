import type { DocumentIndex } from './index-document.ts';
import type { Sighting } from './types.ts';
import type { Page } from './page.ts';
import type { TextSpan } from './readers/text-spans.ts';
import type { BlockReading } from './readers/judge-span.ts';
import type { readTable } from './readers/tables.ts';
import type { Clues } from './subject.ts';
import type { WordCounts } from './word-counts.ts';
import type { KindWords } from './words.ts';

/** What the page's text says apart from the films it names. */
export interface TextClues {
  blocks: BlockReading[];
  wordCounts: Map<string, WordCounts>;
  /** The page's first headings, without those outside the main content. */
  headings: string[];
  /** The longer texts joined, about 10,000 characters: what the page talks about. */
  bodyText: string;
  /** The shorter texts of the main content, such as labels and scores. */
  shortTexts: () => Text[];
  /** Finds the film of a page with the rows of one; undefined if lists are not read. */
  findByFacts?: () => Sighting | null;
  /** How many words about each kind of work `bodyText` contains. */
  words: KindWords;
}

/** Read parts of a text that not every page has. A part without its reader is not read. */
export interface PartReaders {
  lists: ListReader | undefined;
  /** The works of a table; null is a pause. */
  readTable: typeof readTable | undefined;
}

/** Reads visible text: headings and running text, and tables, in scripts of their own. */
export interface TextReader extends Pick<PartReaders, 'readTable'> {
  /** The works of any kind that the text under `root` names; null is a pause. */
  read(page: Page, root: Element, parts: PartReaders): Generator<Sighting | null, TextClues>;
  /** The film that the page's headline is about, if its data names none; null if there is none. */
  findSubject(clues: Clues, text: TextClues): Sighting | null;
}

/** What lists and film pages are read from. */
export interface ListContext {
  page: Page;
  index: DocumentIndex;
  isAside: (element: Element) => boolean;
  isFilmPage: boolean;
  /** How many words about each kind of work the page's text contains. */
  words: KindWords;
  /** Tables that are read already. */
  tables: Element[];
}

/** Reads lists and film pages by their shape. Separate, because a site with an adapter does not need it. */
export interface ListReader {
  /** The works of any kind that the page's lists name; null is a pause. */
  read(context: ListContext): Generator<Sighting | null>;
  /** Whether a text may have a list of titles without marks: "films such as Night Ferry, Paper Moons and Ember Line". */
  mayEnumerate: (text: string) => boolean;
  /** The titles of such lists in a text. */
  listEnumerated: (text: string) => TextSpan[];
  /** The film of a page with the rows of one film; null if it is not such a page. */
  findByFacts(
    page: Page,
    index: DocumentIndex,
    headings: Element[],
    isOfOtherWorks: boolean,
  ): Sighting | null;
}
