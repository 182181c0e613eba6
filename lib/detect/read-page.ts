import type { WorkKind } from '../films/types.ts';
import { findAdapter } from '../sites/find-adapter.ts';
import type { PageKind, SiteAdapter } from '../sites/types.ts';
import { assemble } from './assemble.ts';
import { listElements } from './dom.ts';
import { hasFilmSignals, hasWorkSignals } from './signals/film-signals.ts';
import { makeAgreement, readPageFacts, type Page } from './page.ts';
import { walkAdapter } from './readers/adapter.ts';
import { readJsonLd } from './readers/json-ld.ts';
import { isOwnLink, listNamingRefs, readWorkLink, readWorkLinks, type WorkLink } from './readers/links.ts';
import { readMicrodata } from './readers/microdata.ts';
import { readMicroformats } from './readers/microformats.ts';
import { canHaveSubject, findSubject, markSubject } from './subject.ts';
import type { TextReader } from './text-types.ts';
import type { PageReading, Sighting } from './types.ts';
import { isKnownSite, maxLinks } from './signals/work-signals.ts';

/** How to read a page. */
export interface ReadingOptions {
  sites: SiteAdapter[];
  /** Reads only this element (rows that were added later), without the page's own data. */
  root?: Element;
  /**
   *  Reads data attributes, headings, tables and running text; not used if the site's adapter recognises the
   * page. `on-demand`: if the page needs it, `readPageInSteps` yields `needs-text` and takes the reader from
   * `next`.
   */
  text?: TextReader | 'on-demand';
}

/** A pause; at `needs-text` the caller passes the text reader to `next`, otherwise the text is not read. */
type ReadingStep = 'needs-text' | undefined;
type Steps<T> = Generator<ReadingStep, T, TextReader | undefined>;

interface State {
  page: Page;
  root: Element;
  isWhole: boolean;
  structured: Sighting[];
  adapted: Sighting[];
  pageKind: PageKind | null;
  adapter: SiteAdapter | null;
  /** Whether the page contains a word about film; computed once, at the first call. */
  saysFilm: () => boolean;
  found: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  /** Ids and addresses of works that are not films. */
  otherKeys: Set<string>;
  namingRefs: Sighting['hint']['refs'];
}

/** Reads a page in one go. See `readPageInSteps`. */
export function readPage(document: Document, url: string, options: ReadingOptions): PageReading {
  const steps = readPageInSteps(document, url, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Reads a page in steps of at most a few milliseconds; the caller may pause or stop after each. Reads
 * structured data, links, data attributes, headings and text, and returns the page's subject and mentions.
 */
export function* readPageInSteps(
  document: Document,
  url: string,
  options: ReadingOptions,
): Steps<PageReading> {
  const page = readPageFacts(document, url);
  const nothing = { url, subject: null, mentions: [], nonfilms: [], review: null };
  if (!page) return { ...nothing, language: null };
  const state = openState(page, options);
  yield;
  if (!state.adapter && !state.saysFilm() && !hasWorkSignals(page, state.root))
    return { ...nothing, language: page.language };
  if (state.isWhole) yield* takeEach(state, readJsonLd(page), takeData);
  yield* applyAdapter(state, options);
  yield* takeEach(state, readMarkup(state), takeData);
  yield* readLinks(state);
  const subject = yield* decideSubject(state, options);
  yield;
  return yield* assemble({
    ...state,
    url,
    language: page.language,
    subject: subject && markSubject(subject, page),
  });
}

function openState(page: Page, { root: part, sites }: ReadingOptions): State {
  const root = part ?? page.root;
  let said: boolean | undefined;
  return {
    page,
    root,
    isWhole: part === undefined,
    structured: [],
    adapted: [],
    pageKind: null,
    adapter: findAdapter(page.url, sites),
    saysFilm: () => (said ??= hasFilmSignals(page, root)),
    found: [],
    nonfilms: [],
    otherKeys: new Set(),
    namingRefs: [],
  };
}

/** Findings taken between two pauses. */
const takenPerStep = 8;

/** Takes what a reader finds and pauses regularly; returns the reader's result. */
function* takeEach<T>(
  state: State,
  reading: Generator<Sighting | null, T>,
  take: (state: State, found: Sighting) => void,
): Generator<undefined, T> {
  let step = reading.next();
  for (let taken = 0; !step.done; step = reading.next()) {
    if (step.value) {
      take(state, step.value);
      taken += 1;
    }
    if (!step.value || taken % takenPerStep === 0) yield;
  }
  return step.value;
}

/**
 * The film that the page is about: from its data, or from its text if the data names none. Reads the text on
 * the way.
 */
function* decideSubject(state: State, options: ReadingOptions): Steps<Sighting | null> {
  const { page, structured, adapted, pageKind, isWhole } = state;
  const agree = makeAgreement(page);
  const clues = {
    page,
    agree,
    structured,
    adapted: adapted.find((found) => found.isSubject) ?? null,
    pageKind,
  };
  const subject = isWhole ? findSubject(clues) : null;
  if (!isTextNeeded(state, subject) || !state.saysFilm()) return subject;
  const text = options.text === 'on-demand' ? yield 'needs-text' : options.text;
  if (!text) return subject;
  const said = yield* takeEach(state, text.read(page, state.root, state.adapter !== null), takeWork);
  if (subject || !isWhole || !canHaveSubject(clues)) return subject;
  return text.findSubject(clues, said);
}

function* applyAdapter(state: State, { root }: ReadingOptions): Generator<undefined> {
  if (!state.adapter) return;
  const steps = walkAdapter(state.page.document, state.page.url, state.adapter, root);
  let step = steps.next();
  for (let count = 1; !step.done; step = steps.next(), count += 1) {
    if (step.value && 'sighting' in step.value) {
      state.adapted.push(step.value.sighting);
    } else if (step.value) {
      state.nonfilms.push(step.value.nonfilm);
      for (const ref of step.value.refs) state.otherKeys.add(ref);
    }
    if (count % 40 === 0) yield;
  }
  state.pageKind = step.value;
  state.found.push(...state.adapted.filter((found) => !found.isSubject));
}

/**
 * If the site's adapter recognises the page, its rows are complete; on its articles the text says what they
 * mention.
 */
function isTextNeeded({ pageKind }: State, subject: Sighting | null): boolean {
  return (
    pageKind === null ||
    pageKind === 'other' ||
    pageKind === 'review' ||
    (pageKind === 'film' && subject === null)
  );
}

const menus = 'nav, header, footer, aside, [role="navigation"]';

/** Whether the adapter found nothing in a list. */
function isUnreadList({ pageKind, adapted, nonfilms, isWhole }: State): boolean {
  const isList = pageKind !== null && pageKind !== 'film' && pageKind !== 'series';
  return isWhole && isList && adapted.length === 0 && (pageKind === 'other' || nonfilms.length === 0);
}

function* readLinks(state: State): Generator<undefined> {
  const links = listElements(state.root, 'a[href]', maxLinks);
  // On a site with an adapter, the adapter reads the site's own links as rows. If it finds no row, the layout
  // may be
  // unknown to it, so the links are read.
  const isRead = state.adapter !== null && !isUnreadList(state);
  const isKnown = !isRead && isKnownSite(state.page);
  const works: WorkLink[] = [];
  for (const [at, link] of links.entries()) {
    const work = readWorkLink(link, state.page, isKnown);
    if (work && !(state.adapter && isOwnLink(link, state.page) && (isRead || link.closest(menus))))
      works.push(work);
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

/** The page's microdata and microformats; on a site with an adapter, only when the whole page is read. */
function* readMarkup({ page, root, isWhole, adapter }: State): Generator<Sighting | null> {
  if (!isWhole && adapter) return;
  yield* readMicrodata(page, root);
  yield* readMicroformats(page, root);
}

/** Top-level data of the page is evidence about its subject; the rest are mentions. */
function takeData(state: State, found: Sighting): void {
  if (found.isTop && state.isWhole) state.structured.push(found);
  else takeWork(state, found);
}

function takeWork(state: State, found: Sighting): void {
  const { kind, title, refs } = found.hint;
  if (kind === null || kind === 'film') state.found.push(found);
  else {
    state.nonfilms.push({ title, kind });
    for (const ref of refs) state.otherKeys.add(ref);
  }
}
