import { listReader } from '../lib/detect/lists/read-lists.ts';
import { makeSiteReader } from '../lib/detect/readers/adapter.ts';
// Reads a saved page for the `detect` command. It runs no script of the page and fetches nothing.
import { markupReader } from '../lib/detect/read-markup.ts';
import { readFile } from 'node:fs/promises';
import { JSDOM, VirtualConsole } from 'jsdom';
import { verifyInCatalogue, listKeys } from '../lib/detect/verify-in-catalogue.ts';
import { readPage } from '../lib/detect/read-page.ts';
import { textReader } from '../lib/detect/readers/text.ts';
import { readReview } from '../lib/detect/review/read-review.ts';
import type { PageReading, Sighting } from '../lib/detect/types.ts';
import type { Film, FilmRef } from '../lib/films/types.ts';
import type { PageReview } from '../lib/films/review-types.ts';
import type { RatingsLookUp } from '../lib/background/catalogues/ratings-lookup.ts';
import type { Catalogue } from '../lib/catalogue/types.ts';
import { siteAdapters } from '../lib/sites/registry.ts';
import { matchHints, printMatch, type PrintedMatch } from './match-hints.ts';

/** A film as the command prints it. */
export interface PrintedHint {
  title: string;
  titles: string[];
  year: number | null;
  refs: FilmRef[];
  directors: string[];
  evidence: string[];
  confidence: number;
  /** Which film it is; only where that is asked for. */
  match?: PrintedMatch;
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

type Matches = Map<Sighting, PrintedMatch>;

function printHint(sighting: Sighting, matches: Matches): PrintedHint {
  const { hint, evidence, confidence } = sighting;
  const { title, alternativeTitles, year, refs, directors } = hint;
  const match = matches.get(sighting);
  const printed = { title, titles: alternativeTitles, year, refs, directors, evidence, confidence };
  return match === undefined ? printed : { ...printed, match };
}

/** Returns each film once. Films with the same first ref, or the same title and year, count as one. */
function listFilms({ subject, mentions }: PageReading, matches: Matches): PrintedHint[] {
  const films = new Map<string, PrintedHint>();
  for (const sighting of [...(subject ? [subject] : []), ...mentions]) {
    const { refs, title, year } = sighting.hint;
    const key = refs[0] ?? `${title.toLowerCase()} ${year ?? ''}`;
    if (!films.has(key)) films.set(key, printHint(sighting, matches));
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

/** The matches of the confirmed sightings: of what the page says, without what the catalogues filled in. */
async function matchSightings(
  reading: PageReading,
  confirmed: PageReading,
  catalogues: Catalogue[],
  ratings: RatingsLookUp | undefined,
): Promise<Matches> {
  const list = ({ subject, mentions }: PageReading): Sighting[] => [
    ...(subject ? [subject] : []),
    ...mentions,
  ];
  const read = list(reading);
  const matches = (await matchHints(read, catalogues, { ratings })).map(printMatch);
  return new Map(
    list(confirmed).flatMap((sighting) => {
      const { element, hint, isSubject } = sighting;
      const at = read.findIndex(
        (one) => one.element === element && one.hint.title === hint.title && one.isSubject === isSubject,
      );
      const match = matches[at];
      return match === undefined ? [] : [[sighting, match] as const];
    }),
  );
}

/** What is printed with the films of a page. */
export interface ReadingOptions {
  /** Whether each film has its match. */
  identifies?: boolean;
  /** Whether the review is read; by default it is. */
  readsReview?: boolean;
  /** IMDb's ratings, for the scores of matches. */
  ratings?: RatingsLookUp | undefined;
}

/** Reads a document. Returns the films that the page states, or that the catalogues confirm. */
export async function readDocument(
  document: Document,
  url: string,
  catalogues: Catalogue[],
  { identifies = false, readsReview = true, ratings }: ReadingOptions = {},
): Promise<PageOutput> {
  const reading = readPage(document, url, {
    site: makeSiteReader(siteAdapters),
    markup: markupReader,
    text: textReader,
    lists: listReader,
  });
  const confirmed = verifyInCatalogue(reading, await lookUpFilms(catalogues, listKeys(reading)));
  const matches: Matches = identifies
    ? await matchSightings(reading, confirmed, catalogues, ratings)
    : new Map<Sighting, PrintedMatch>();
  return {
    url,
    subject: confirmed.subject && printHint(confirmed.subject, matches),
    films: listFilms(confirmed, matches),
    nonfilms: confirmed.nonfilms,
    review: readsReview ? readReview(document, url) : null,
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
export async function readSavedPage(
  file: string,
  url: string,
  catalogues: Catalogue[],
  options: ReadingOptions = {},
): Promise<PageOutput> {
  try {
    const address = URL.canParse(url) ? url : 'about:blank';
    const page = new JSDOM(decodePage(await readFile(file)), {
      url: address,
      virtualConsole: new VirtualConsole(),
    });
    try {
      return await readDocument(page.window.document, url, catalogues, options);
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
