import type { Sighting } from './types.ts';
import type { Page } from './page.ts';
import type { BlockReading } from './readers/judge-span.ts';
import type { Clues } from './subject.ts';
import type { WordCounts } from './word-counts.ts';
import type { KindWords } from './words.ts';

/** What the page's text says beyond the films it names. */
export interface TextClues {
  blocks: BlockReading[];
  wordCounts: Map<string, WordCounts>;
  /** The page's first headings but for those beside its content. */
  headings: string[];
  /** The longer texts joined, at most 10,000 characters: what the page talks about. */
  bodyText: string;
  /** How many words of each kind of work stand in it. */
  words: KindWords;
}

/**
 * Reads what people read: headings, tables, running text, and the attributes of rows. Apart from the rest, so that a small
 * script can leave it out.
 */
export interface TextReader {
  /** The works that the text under `root` names, films and others; null is a pause. An adapter reads attributes itself. */
  read(page: Page, root: Element, hasAdapter: boolean): Generator<Sighting | null, TextClues>;
  /** The film that the page's headline is about, where its data names none. */
  findSubject(clues: Clues, text: TextClues): Sighting | null;
}
