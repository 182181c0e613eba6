import type { Page } from './page.ts';
import { readJsonLd } from './readers/json-ld.ts';
import { readMicrodata } from './readers/microdata.ts';
import type { Sighting } from './types.ts';

/** Reads the data that a page has for programs. Separate, since many pages have none about a work. */
export interface MarkupReader {
  /** The works that the page's JSON-LD describes; null is a pause. */
  readJsonLd(page: Page): Generator<Sighting | null>;
  /** The works that microdata and RDFa under `root` describe; null is a pause. */
  readAttributes(page: Page, root: Element): Generator<Sighting | null>;
}

export const markupReader: MarkupReader = { readJsonLd, readAttributes: readMicrodata };
