import type { Page } from './page.ts';
import { readJsonLd } from './readers/json-ld.ts';
import { readMicrodata } from './readers/microdata.ts';
import { readMicroformats } from './readers/microformats.ts';
import type { Sighting } from './types.ts';

/** Reads the data that a page has for programs. Separate, since many pages have none about a work. */
export interface MarkupReader {
  /** The works that the page's JSON-LD describes; null is a pause. */
  readJsonLd(page: Page): Generator<Sighting | null>;
  /** The works that microdata, RDFa and microformats under `root` describe; null is a pause. */
  readAttributes(page: Page, root: Element): Generator<Sighting | null>;
}

function* readAttributes(page: Page, root: Element): Generator<Sighting | null> {
  yield* readMicrodata(page, root);
  yield* readMicroformats(page, root);
}

export const markupReader: MarkupReader = { readJsonLd, readAttributes };
