import { foldTitle } from '../films/titles/title-key.ts';
import type { WorkKind } from '../films/types.ts';
import type { PageKind } from '../sites/types.ts';
import { assemble } from './assemble.ts';
import { listElements } from './dom.ts';
import { hasFilmSignals, hasWorkSignals } from './signals/film-signals.ts';
import { makeAgreement, readPageFacts, type Page } from './page.ts';
import type { SiteReader } from './readers/adapter.ts';
import { isOwnLink, listNamingRefs, readWorkLink, readWorkLinks, type WorkLink } from './readers/links.ts';
import { canHaveSubject, cleanName, findSubject, markSubject } from './subject.ts';
import type { MarkupReader } from './read-markup.ts';
import type { ListReader, TextReader } from './text-types.ts';
import type { PageReading, Sighting } from './types.ts';
import { isKnownSite, maxLinks } from './signals/work-signals.ts';

/** How to read a page. */
export interface ReadingOptions {
  /** Reads the pages of sites that have an adapter; undefined where none has. */
  site?: SiteReader | undefined;
  /** Reads only this element (rows that were added later), without the page's own data. */
  root?: Element;
  /**
   * Reads headings and running text, and tables; not used if the site's adapter recognises the page. `on-demand`: if the
   * page needs them, `readPageInSteps` yields `text` or `tables` and takes that script's part of the reader from `next`.
   */
  text?: TextReader | 'on-demand';
  /** Reads lists and film pages by their shape; not used on a site with an adapter. */
  lists?: ListReader | undefined;
  /** Reads JSON-LD, microdata and RDFa; undefined where `hasMarkup` finds none. */
  markup: MarkupReader | undefined;
}

/** A pause; at a script's name the caller passes its part of the reader to `next`, otherwise that part is not used. */
type ReadingStep = 'text' | 'tables' | undefined;
type Steps<T> = Generator<ReadingStep, T, Partial<TextReader> | undefined>;

interface State {
  page: Page;
  agree: ReturnType<typeof makeAgreement>;
  root: Element;
  isWhole: boolean;
  structured: Sighting[];
  adapted: Sighting[];
  pageKind: PageKind | null;
  /** The steps of the site's adapter; null for a site without one. */
  adapter: ReturnType<SiteReader>;
  /** Whether the page contains a word about film; searched once, at the first call. */
  saysFilm: () => Generator<undefined, boolean>;
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
 * structured data, links, headings and text, and returns the page's subject and mentions.
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
  if (!state.adapter && !(yield* state.saysFilm()) && !hasWorkSignals(page, state.root))
    return { ...nothing, language: page.language };
  if (state.isWhole && options.markup) yield* takeEach(state, options.markup.readJsonLd(page), takeData);
  yield* applyAdapter(state);
  yield* takeEach(state, readMarkedUp(state, options), takeData);
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

function openState(page: Page, { root: part, site }: ReadingOptions): State {
  const root = part ?? page.root;
  let said: boolean | undefined;
  return {
    page,
    agree: makeAgreement(page),
    root,
    isWhole: part === undefined,
    structured: [],
    adapted: [],
    pageKind: null,
    adapter: site?.(page.document, page.url, part) ?? null,
    *saysFilm() {
      return (said ??= yield* hasFilmSignals(page, root));
    },
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
  const clues = {
    page,
    agree: state.agree,
    structured,
    adapted: adapted.find((found) => found.isSubject) ?? null,
    pageKind,
  };
  const subject = isWhole ? findSubject(clues) : null;
  if (!isTextNeeded(state, subject) || !(yield* state.saysFilm())) return subject;
  const isLoaded = options.text !== 'on-demand';
  const text = options.text === 'on-demand' ? yield 'text' : options.text;
  if (!text?.read) return subject;
  const hasTable = !isLoaded && state.root.querySelector('table') !== null;
  const { readTable } = (hasTable && (yield 'tables')) || text;
  const lists = state.adapter ? undefined : options.lists;
  const said = yield* takeEach(state, text.read(page, state.root, { lists, readTable }), takeWork);
  if (subject || !isWhole || !canHaveSubject(clues)) return subject;
  return text.findSubject?.(clues, said) ?? null;
}

function* applyAdapter(state: State): Generator<undefined> {
  const steps = state.adapter;
  if (!steps) return;
  let step = steps.next();
  for (let count = 1; !step.done; step = steps.next(), count += 1) {
    if (step.value && 'sighting' in step.value) {
      state.adapted.push(step.value.sighting);
    } else if (step.value) {
      state.nonfilms.push(step.value.nonfilm);
      for (const ref of step.value.refs) state.otherKeys.add(ref);
    }
    // Without a finding the adapter has searched for a while.
    if (!step.value || count % takenPerStep === 0) yield;
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

/** Whether the adapter does not know the page, or found nothing in a list. */
function isUnreadList({ pageKind, adapted, nonfilms, isWhole }: State): boolean {
  if (pageKind === null) return true;
  const isList = pageKind !== 'film' && pageKind !== 'series';
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
  // An article that the adapter knows and that is not about a film: a link with its name is about the same subject.
  const own = state.pageKind === 'other' ? foldTitle(state.page.headings[0]?.text ?? '') : '';
  for (const found of readWorkLinks(works)) {
    if (found && (own === '' || foldTitle(found.hint.title) !== own)) takeWork(state, found);
    count += 1;
    if (count % 50 === 0) yield;
  }
}

/** The page's microdata and RDFa; on a site with an adapter, only when the whole page is read. */
function* readMarkedUp(
  { page, root, isWhole, adapter }: State,
  { markup }: ReadingOptions,
): Generator<Sighting | null> {
  if (markup && (isWhole || !adapter)) yield* markup.readAttributes(page, root);
}

/** Top-level data of the page is evidence about its subject; the rest are mentions. */
function takeData(state: State, found: Sighting): void {
  if (found.isTop && state.isWhole) state.structured.push(cleanName(found, state.agree));
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
