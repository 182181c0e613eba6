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
import { canHaveSubject, findSubject, settleSubject } from './subject.ts';
import type { TextReader } from './text-types.ts';
import type { PageReading, Sighting } from './types.ts';
import { isKnownSite, maxLinks } from './signals/work-signals.ts';

/** How a page is read. */
export interface ReadingOptions {
  sites: SiteAdapter[];
  /** Read only what is in here (rows that were added later); the page's own data is not read again. */
  root?: Element;
  /**
   * Reads data attributes, headings, tables and running text. A site's adapter does without it where it knows the page.
   * `on-demand`: where the page needs it, `readPageInSteps` yields `needs-text` and takes it from `next`.
   */
  text?: TextReader | 'on-demand';
}

/** A pause; at `needs-text` the text reader is to be handed to `next`, or the text is left unread. */
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
  /** Whether a word of film stands on the page; looked for once, when first asked. */
  saysFilm: () => boolean;
  found: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  /** Ids and addresses of what is no film. */
  otherKeys: Set<string>;
  namingRefs: Sighting['hint']['refs'];
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
    subject: subject && settleSubject(subject, page),
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

/** Findings that are taken before a pause. */
const takenPerStep = 8;

/** Takes what a reader finds, pausing where it pauses and now and then; gives what it returns. */
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

/** The film that the page is about, by its data or, where that names none, its text, which is read on the way. */
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

/** Where the site's adapter knows the page, its rows are all of it; on its articles the text says what they mention. */
function isTextNeeded({ pageKind }: State, subject: Sighting | null): boolean {
  return (
    pageKind === null ||
    pageKind === 'other' ||
    pageKind === 'review' ||
    (pageKind === 'film' && subject === null)
  );
}

const menus = 'nav, header, footer, aside, [role="navigation"]';

/** A list whose adapter found nothing in it. */
function isUnreadList({ pageKind, adapted, nonfilms, isWhole }: State): boolean {
  const isList = pageKind !== null && pageKind !== 'film' && pageKind !== 'series';
  return isWhole && isList && adapted.length === 0 && (pageKind === 'other' || nonfilms.length === 0);
}

function* readLinks(state: State): Generator<undefined> {
  const links = listElements(state.root, 'a[href]', maxLinks);
  // A site with an adapter is read by it: its own links are rows there. Where it finds no row, the site may have a new
  // layout, or an old one.
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

/** The page's microdata and microformats; of a site with an adapter, what it says of the whole page. */
function* readMarkup({ page, root, isWhole, adapter }: State): Generator<Sighting | null> {
  if (!isWhole && adapter) return;
  yield* readMicrodata(page, root);
  yield* readMicroformats(page, root);
}

/** Data of the page's top speaks for or against a subject; the rest are mentions. */
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
