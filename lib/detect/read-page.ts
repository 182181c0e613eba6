import type { WorkKind } from '../films/types.ts';
import { findAdapter } from '../sites/find-adapter.ts';
import type { PageKind, SiteAdapter } from '../sites/types.ts';
import { assemble } from './assemble.ts';
import { collect, makeAsideTest, type Collected } from './collect.ts';
import type { Found } from './found.ts';
import { isFilmPage, isListName } from './headline.ts';
import { makeAgreement, readLine, readPageFacts, type Page } from './page.ts';
import { walkAdapter } from './readers/adapter.ts';
import { readFilmPaths } from './readers/film-paths.ts';
import { readJsonLd } from './readers/json-ld.ts';
import {
  isKnownSite,
  isOwnLink,
  listNamingRefs,
  readWorkLink,
  readWorkLinks,
  type WorkLink,
} from './readers/links.ts';
import { readDataAttributes } from './readers/data-attributes.ts';
import { readListHeadings } from './readers/list-headings.ts';
import { groupByBlock, makeProseFound, readBlock, type BlockReading } from './readers/prose.ts';
import { readMicrodata } from './readers/microdata.ts';
import { readMicroformats } from './readers/microformats.ts';
import { readTable } from './readers/tables.ts';
import { findSubject } from './subject.ts';
import { tallySpans, type Tally } from './tally.ts';
import type { PageReading } from './types.ts';

/** How a page is read. */
export interface ReadingOptions {
  sites: SiteAdapter[];
  /** Read only what is in here (rows that were added later); the page's own data is not read again. */
  root?: Element;
}

interface State {
  page: Page;
  root: Element;
  isWhole: boolean;
  structured: Found[];
  adapted: Found[];
  pageKind: PageKind | null;
  hasAdapter: boolean;
  found: Found[];
  nonfilms: { title: string; kind: WorkKind }[];
  /** Ids and addresses of what is no film. */
  otherKeys: Set<string>;
  namingRefs: Found['hint']['refs'];
}

/** Reads a page at once. See `readPageInSteps`. */
export function readPage(document: Document, url: string, options: ReadingOptions): PageReading {
  const steps = readPageInSteps(document, url, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Reads a page in steps of at most a few milliseconds, so that the caller can pause, or stop for good, after each.
 * The structured data, links, data attributes, headings and text; what the page is about, and what it mentions.
 */
export function* readPageInSteps(
  document: Document,
  url: string,
  options: ReadingOptions,
): Generator<undefined, PageReading> {
  const page = readPageFacts(document, url);
  if (!page) return { url, subject: null, mentions: [], nonfilms: [], review: null, language: null };
  const state: State = {
    page,
    root: options.root ?? page.root,
    isWhole: options.root === undefined,
    structured: [],
    adapted: [],
    pageKind: null,
    hasAdapter: false,
    found: [],
    nonfilms: [],
    otherKeys: new Set(),
    namingRefs: [],
  };
  if (state.isWhole) {
    for (const found of readJsonLd(page)) {
      if (found) takeData(state, found);
      else yield;
    }
  }
  yield* applyAdapter(state, options);
  for (const found of readMarkup(state)) {
    if (found) takeData(state, found);
    else yield;
  }
  const collection = collect(page, state.root);
  let step = collection.next();
  for (; !step.done; step = collection.next()) yield;
  yield* readLinks(state, step.value);
  const prose = yield* readProse(state, step.value);
  const agree = makeAgreement(page);
  const subject = state.isWhole
    ? findSubject({
        page,
        agree,
        structured: state.structured,
        adapted: state.adapted.find((found) => found.isSubject) ?? null,
        pageKind: state.pageKind,
        ...prose,
        bodyText: step.value.bodyText,
      })
    : null;
  yield;
  return yield* assemble({ ...state, url, language: page.language, subject });
}

function* applyAdapter(state: State, { sites, root }: ReadingOptions): Generator<undefined> {
  const adapter = findAdapter(state.page.url, sites);
  if (!adapter) return;
  state.hasAdapter = true;
  const steps = walkAdapter(state.page.document, state.page.url, adapter, root);
  let step = steps.next();
  for (let count = 1; !step.done; step = steps.next(), count += 1) {
    if (step.value && 'sighting' in step.value) {
      const place = step.value.sighting.isSubject ? 'page' : 'row';
      state.adapted.push({ ...step.value.sighting, place });
    } else if (step.value) {
      state.nonfilms.push(step.value.nonfilm);
      for (const ref of step.value.refs) state.otherKeys.add(ref);
    }
    if (count % 40 === 0) yield;
  }
  state.pageKind = step.value;
  state.found.push(...state.adapted.filter((found) => !found.isSubject));
}

function* readLinks(state: State, { links }: Collected): Generator<undefined> {
  // A site with an adapter is read by it: its own links are rows there.
  const isKnown = !state.hasAdapter && isKnownSite(state.page);
  const works: WorkLink[] = [];
  for (const [at, link] of links.entries()) {
    const work = readWorkLink(link, state.page, isKnown);
    if (work && !(state.hasAdapter && isOwnLink(link, state.page))) works.push(work);
    if (at % 300 === 299) yield;
  }
  state.namingRefs = listNamingRefs(works);
  let count = 0;
  for (const found of readWorkLinks(works)) {
    if (found) takeWork(state, found);
    count += 1;
    if (count % 50 === 0) yield;
  }
}

/** The page's microdata, microformats and data attributes; of a site with an adapter, what it says of the whole page. */
function* readMarkup({ page, root, isWhole, hasAdapter }: State): Generator<Found | null> {
  if (!isWhole && hasAdapter) return;
  yield* readMicrodata(page, root);
  yield* readMicroformats(page, root);
  if (!hasAdapter) yield* readDataAttributes(page, root);
}

/** Data of the page's top speaks for or against a subject; the rest are mentions. */
function takeData(state: State, found: Found): void {
  if (found.place === 'page' && state.isWhole) state.structured.push(found);
  else takeWork(state, found);
}

function takeWork(state: State, found: Found): void {
  const { kind, title, refs } = found.hint;
  if (kind === null || kind === 'film') state.found.push(found);
  else {
    state.nonfilms.push({ title, kind });
    for (const ref of refs) state.otherKeys.add(ref);
  }
}

interface Prose {
  blocks: BlockReading[];
  tallies: Map<string, Tally>;
}

function* readProse(state: State, collected: Collected): Generator<undefined, Prose> {
  const { page } = state;
  const isAside = makeAsideTest(collected.paragraphs);
  const blocks: BlockReading[] = [];
  const isFilm = isFilmPage(page);
  const isEnglish = /^en|^$/i.test(page.language ?? '');
  if (state.pageKind === null) {
    for (const found of readListHeadings(collected.headings, page, isAside)) takeWork(state, found);
  }
  const tables = yield* readTables(state, collected, isFilm);
  if (state.pageKind === null) {
    for (const found of readFilmPaths(collected.links, page, isAside)) {
      if (found) takeWork(state, found);
      else yield;
    }
  }
  const groups = groupByBlock(collected.apart, collected.texts, isAside);
  yield;
  for (const [block, apart] of groups) {
    if (tables.some((table) => table.contains(block))) continue;
    const reading = readBlock(block, apart, isEnglish);
    if (reading.spans.length > 0) blocks.push(reading);
    if (blocks.length % 10 === 0) yield;
  }
  const tallies = tallySpans(blocks);
  // On an article of a site that is known, only the text says what it mentions.
  if (state.pageKind !== null && state.pageKind !== 'other' && state.pageKind !== 'review')
    return { blocks, tallies };
  const context = { page, isFilmPage: isFilm || page.names.some(isListName), tallies };
  for (const reading of blocks) {
    for (const span of reading.spans) {
      const found = makeProseFound(reading, span, context);
      if (found) takeWork(state, found);
    }
    yield;
  }
  return { blocks, tallies };
}

/** Reads the tables that list works; gives those in which it found some. */
function* readTables(
  state: State,
  { tables, headings }: Collected,
  isFilm: boolean,
): Generator<undefined, Element[]> {
  const read: Element[] = [];
  if (state.pageKind !== null) return read;
  for (const table of tables.slice(0, 200)) {
    const before = headings.filter((heading) => (heading.compareDocumentPosition(table) & 4) !== 0).at(-1);
    let rows = 0;
    for (const found of readTable(table, { heading: before ? readLine(before) : '', isFilmPage: isFilm })) {
      if (found) takeWork(state, found);
      rows += 1;
      if (rows % 20 === 0) yield;
    }
    if (rows > 0) read.push(table);
    yield;
  }
  return read;
}
