// Reads a saved page for the `detect` command. It runs no script of the page and fetches nothing.
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

/** What the command prints for one page; `error` only if the page could not be read. */
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

/** Returns each film once. Films with the same first ref, or the same title and year, count as one. */
function listFilms({ subject, mentions }: PageReading): PrintedHint[] {
  const films = new Map<string, PrintedHint>();
  for (const sighting of [...(subject ? [subject] : []), ...mentions]) {
    const { refs, title, year } = sighting.hint;
    const key = refs[0] ?? `${title.toLowerCase()} ${year ?? ''}`;
    if (!films.has(key)) films.set(key, printHint(sighting));
  }
  return [...films.values()];
}

/** Returns the films that the catalogues have under each ref. */
export async function lookUpFilms(catalogues: Catalogue[], refs: FilmRef[]): Promise<Map<FilmRef, Film[]>> {
  const found = await Promise.all(catalogues.map((catalogue) => catalogue.lookUp(refs)));
  return new Map(
    refs.map((ref) => [ref, found.flatMap((films) => films.get(ref) ?? []).map(({ film }) => film)]),
  );
}

/** Reads a document. Returns the films that the page states, or that the catalogues confirm. */
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
 * Returns a page as text if it is valid UTF-8, as saved pages are whatever their meta element says. Otherwise returns the
 * bytes, and jsdom finds the encoding from the byte order mark and the meta element.
 */
function decodePage(bytes: Buffer): string | Buffer {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** Reads a saved page. Never rejects: a fault is in the output's `error`. */
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
