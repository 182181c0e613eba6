import type { Sighting } from './types.ts';
import type { Page } from './page.ts';
import type { BlockReading } from './readers/judge-span.ts';
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
  /** How many words about each kind of work `bodyText` contains. */
  words: KindWords;
}

/**
 * Reads visible text: headings, tables, running text, and the attributes of rows. Separate, so that a small
 * script can omit it.
 */
export interface TextReader {
  /**
   * The works of any kind that the text under `root` names; null is a pause. If a site has an adapter,
   * attributes are not read.
   */
  read(page: Page, root: Element, hasAdapter: boolean): Generator<Sighting | null, TextClues>;
  /** The film that the page's headline is about, if its data names none; null if there is none. */
  findSubject(clues: Clues, text: TextClues): Sighting | null;
}
