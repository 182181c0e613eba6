// Reads a saved page for the command `detect`. No script of the page runs, and nothing is fetched.
import { readFile } from 'node:fs/promises';
import { JSDOM, VirtualConsole } from 'jsdom';
import { verifyInCatalogue, listKeys } from '../lib/detect/verify-in-catalogue.ts';
import { readPage } from '../lib/detect/read-page.ts';
import { textReader } from '../lib/detect/read-text.ts';
import { readReview } from '../lib/detect/review/read-review.ts';
import type { PageReading, Sighting } from '../lib/detect/types.ts';
import type { Film, FilmRef } from '../lib/films/types.ts';
import type { PageReview } from '../lib/films/review-types.ts';
import type { Catalogue } from '../lib/catalogue/types.ts';
import { siteAdapters } from '../lib/sites/registry.ts';

/** A film as the command prints it. */
export interface PrintedHint {
  title: string;
  titles: string[];
  year: number | null;
  refs: FilmRef[];
  directors: string[];
  evidence: string[];
  confidence: number;
}

/** What the command prints of one page; `error` only where it could not be read. */
export interface PageOutput {
  path?: string;
  url: string;
  subject: PrintedHint | null;
  films: PrintedHint[];
  nonfilms: { title: string; kind: string }[];
  review: PageReview | null;
  error?: string;
}

function printHint({ hint, evidence, confidence }: Sighting): PrintedHint {
  const { title, alternativeTitles, year, refs, directors } = hint;
  return { title, titles: alternativeTitles, year, refs, directors, evidence, confidence };
}

/** Each film once: by a shared ref, or the same title and year. */
function listFilms({ subject, mentions }: PageReading): PrintedHint[] {
  const films = new Map<string, PrintedHint>();
  for (const sighting of [...(subject ? [subject] : []), ...mentions]) {
    const { refs, title, year } = sighting.hint;
    const key = refs[0] ?? `${title.toLowerCase()} ${year ?? ''}`;
    if (!films.has(key)) films.set(key, printHint(sighting));
  }
  return [...films.values()];
}

/** The films that catalogues hold under some refs. */
export async function lookUpFilms(catalogues: Catalogue[], refs: FilmRef[]): Promise<Map<FilmRef, Film[]>> {
  const found = await Promise.all(catalogues.map((catalogue) => catalogue.lookUp(refs)));
  return new Map(
    refs.map((ref) => [ref, found.flatMap((films) => films.get(ref) ?? []).map(({ film }) => film)]),
  );
}

/** The films of a page's document that are stated, or borne out by the catalogues. */
export async function readDocument(
  document: Document,
  url: string,
  catalogues: Catalogue[],
): Promise<PageOutput> {
  const reading = readPage(document, url, { sites: siteAdapters, text: textReader });
  const confirmed = verifyInCatalogue(reading, await lookUpFilms(catalogues, listKeys(reading)));
  return {
    url,
    subject: confirmed.subject && printHint(confirmed.subject),
    films: listFilms(confirmed),
    nonfilms: confirmed.nonfilms,
    review: readReview(document, url),
  };
}

/**
 * The page as text where it is UTF-8, which saved pages are whatever their meta element says; else its bytes, out of
 * which jsdom takes the encoding by byte order mark and meta element.
 */
function decodePage(bytes: Buffer): string | Buffer {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** Reads a saved page. Never rejects: what goes wrong is in the output's `error`. */
export async function readSavedPage(file: string, url: string, catalogues: Catalogue[]): Promise<PageOutput> {
  try {
    const address = URL.canParse(url) ? url : 'about:blank';
    const page = new JSDOM(decodePage(await readFile(file)), {
      url: address,
      virtualConsole: new VirtualConsole(),
    });
    try {
      return await readDocument(page.window.document, url, catalogues);
    } finally {
      page.window.close();
    }
  } catch (error) {
    return {
      url,
      subject: null,
      films: [],
      nonfilms: [],
      review: null,
      error: error instanceof Error ? error.message : String(error),
    };
  }
}
