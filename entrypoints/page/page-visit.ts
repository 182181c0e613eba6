import { mayNameFilms } from '../../lib/detect/signals/film-signals.ts';
import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';
import {
  createBadgeHosts,
  hasBadge,
  keepBadges,
  mountBadges,
  removeBadges,
  type BadgeHosts,
  type ShownPlace,
} from './badge-hosts.ts';
import { joinRoots } from './changed-roots.ts';
import { runInSlices, waitForIdle } from './idle-slices.ts';
import type { Quietly } from './page-changes.ts';
import { findRow, formatHintForMessage, isWithin, selectPlaces } from './places.ts';
import { listSites } from './site.ts';
import { loadBadgeKit, loadPageReader, loadTextReader } from './load-script.ts';
import {
  addWaiting,
  closeWaiting,
  createWaiting,
  takeWaiting,
  type WaitingPlaces,
} from './waiting-places.ts';

/** Badges of the first slice of mounting; the next take as many as their time allows. */
const firstBadges = 12;
/** No more in one slice, however quick: the browser lays them all out in one task after it. */
export const mostBadges = 48;
/** A page of thousands of films is asked for in parts, so that the first badges need not wait for the last. */
export const hintsPerAsk = 250;
/** More mentions than this are sorted out in a slice of their own. */
const manyMentions = 300;
/** A row that changed while it was read is read again after this long; doubles while it keeps changing, up to the longest. */
const shortestAgainMs = 500;
const longestAgainMs = 16_000;
/** A page that changes in more places at a time is shown as it was read; the next reading puts it right. */
const maxTouched = 200;

/** One page as the address names it; a route change ends it and begins another. */
export interface PageVisit {
  url: string;
  title: string;
  controller: AbortController;
  hosts: BadgeHosts;
  reading: PageReading | null;
  /** Settles once the page has been read whole, or the visit has ended. */
  firstReading: PromiseWithResolvers<void>;
  subject: SightedHint | null;
  /** Parts of the page that are still to be read, null for the whole: one after another, so that no older reading undoes a newer. */
  wanted: Set<Element | null>;
  isReading: boolean;
  /** What the page changed while it was being read. */
  touched: Set<Node>;
  readAgainMs: number;
  waiting: WaitingPlaces;
  isAsking: boolean;
  isRefreshing: boolean;
  /** Whether something has changed since the page was last asked for again. */
  isStale: boolean;
  /** Every place that was asked for, to ask again when the log changes. */
  asked: Set<Sighting>;
  quietly: Quietly;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
}

export function beginVisit(quietly: Quietly, onSilence: () => void): PageVisit {
  const controller = new AbortController();
  const hosts = createBadgeHosts(
    (hint) => void sendMessage('openPopupFor', formatHintForMessage(hint)).catch(onSilence),
    controller.signal,
  );
  const visit: PageVisit = {
    url: location.href,
    title: document.title,
    controller,
    hosts,
    reading: null,
    firstReading: Promise.withResolvers(),
    subject: null,
    wanted: new Set(),
    isReading: false,
    touched: new Set(),
    readAgainMs: shortestAgainMs,
    waiting: createWaiting(),
    isAsking: false,
    isRefreshing: false,
    isStale: false,
    asked: new Set(),
    quietly,
    onSilence,
  };
  readParts(visit, null);
  return visit;
}

export function endVisit(visit: PageVisit): void {
  visit.controller.abort();
  visit.firstReading.resolve();
  closeWaiting(visit.waiting);
  visit.quietly(() => removeBadges(visit.hosts));
}

const holdsHeading = (root: Element) => root.localName === 'h1' || root.querySelector('h1') !== null;

/**
 * Has the given parts read, or the whole page (null), and shows what is found there. What holds the page's heading is
 * never read alone: which film the page is about stands in the head and the data as well.
 */
export function readParts(visit: PageVisit, roots: Element[] | null): void {
  if (roots === null || document.title !== visit.title || roots.some(holdsHeading))
    visit.wanted = new Set([null]);
  else if (!visit.wanted.has(null)) for (const root of roots) visit.wanted.add(root);
  if (!visit.isReading) void readWanted(visit);
}

async function readWanted(visit: PageVisit): Promise<void> {
  visit.isReading = true;
  try {
    while (visit.wanted.size > 0 && !visit.controller.signal.aborted) {
      const [root = null] = visit.wanted;
      visit.wanted.delete(root);
      if (root?.isConnected !== false) await readOne(visit, root);
    }
  } finally {
    visit.isReading = false;
  }
}

/** What stands there; null once the visit has ended. Nothing where the background does not give us the reader. */
async function readRoot({ url, controller }: PageVisit, root: Element | null): Promise<PageReading | null> {
  const { signal } = controller;
  // By then every script that the manifest declares for this page has run.
  await waitForIdle();
  if (signal.aborted) return null;
  const sites = listSites();
  const nothing = { url, subject: null, mentions: [], nonfilms: [], review: null, language: null };
  if (sites.length === 0) {
    if (!mayNameFilms(document, url, root)) return nothing;
    // Where no adapter knows the page its text is read as well.
    await loadTextReader();
  }
  const read = await loadPageReader();
  if (!read) return nothing;
  const options = { sites, text: 'on-demand' as const, ...(root && { root }) };
  return runInSlices(read(document, url, options), loadTextReader, signal);
}

async function readOne(visit: PageVisit, root: Element | null): Promise<void> {
  visit.title = document.title;
  visit.touched.clear();
  const reading = await readRoot(visit, root);
  if (!reading) return;
  if (reading.mentions.length > manyMentions) await waitForIdle();
  if (visit.controller.signal.aborted) return;
  if (!root) {
    visit.reading = reading;
    visit.subject = reading.subject && formatHintForMessage(reading.subject);
    visit.firstReading.resolve();
  }
  const isEmpty = reading.subject === null && reading.mentions.length === 0;
  // On a page without films nothing more is run, nor compiled.
  if (!isEmpty || visit.asked.size > 0) showReading(visit, reading, root);
}

/** Keeps the badges of what was read there, takes away the others, and has the background asked for what is new. */
function showReading(visit: PageVisit, reading: PageReading, root: Element | null): void {
  const all = selectPlaces(reading, visit.reading?.subject ?? null);
  const places = all.filter((place) => !isTouched(visit, place));
  readAgain(
    visit,
    all.filter((place) => !places.includes(place)),
  );
  visit.quietly(() => keepBadges(visit.hosts, places, root));
  for (const place of visit.asked) if (isWithin(place, root)) visit.asked.delete(place);
  for (const place of places) visit.asked.add(place);
  const missing = places.filter((place) => !hasBadge(visit.hosts, place));
  addWaiting(visit.waiting, missing, root);
  if (!visit.isAsking) void askWaiting(visit);
}

/** Has places that the page changed meanwhile read once more, later. */
function readAgain(visit: PageVisit, places: Sighting[]): void {
  const roots = joinRoots(places.map(findRow));
  if (roots.length > 0) setTimeout(() => readParts(visit, roots), visit.readAgainMs);
  visit.readAgainMs = roots.length > 0 ? Math.min(visit.readAgainMs * 2, longestAgainMs) : shortestAgainMs;
}

/** Whether the page changed the place's row while it was read: what was read may be half of one film and half of another. */
function isTouched({ touched }: PageVisit, place: Sighting): boolean {
  if (touched.size === 0 || touched.size > maxTouched) return false;
  const row = findRow(place);
  return [...touched].some((node) => row.contains(node));
}

async function askWaiting(visit: PageVisit): Promise<void> {
  visit.isAsking = true;
  try {
    while (visit.waiting.places.size > 0) {
      const batch = await takeWaiting(visit.waiting, hintsPerAsk);
      const states = await askStates(visit, batch);
      if (!states) return closeWaiting(visit.waiting);
      const shown = batch.flatMap((place, index) => {
        const state = states[index];
        return state ? [{ place, state }] : [];
      });
      if (shown.length > 0 && !(await loadBadgeKit())) return;
      await mountInSlices(visit, shown);
    }
  } finally {
    visit.isAsking = false;
  }
}

async function mountInSlices(visit: PageVisit, shown: ShownPlace[]): Promise<void> {
  let count = firstBadges;
  for (let start = 0, msEach = 0; start < shown.length; start += count) {
    if (start > 0) {
      // Each slice is laid out and painted anew, which costs more than the badges: few large ones, not many small.
      count = Math.min(mostBadges, Math.ceil((await waitForIdle()) / msEach));
    }
    if (visit.controller.signal.aborted) return;
    const begun = performance.now();
    visit.quietly(() => mountBadges(visit.hosts, shown.slice(start, start + count)));
    msEach = (performance.now() - begun) / count;
  }
}

/**
 * The states of the places in their order; null when nothing is to be shown: the visit has ended, the badges are
 * switched off, or the background cannot be reached.
 */
export async function askStates(visit: PageVisit, places: Sighting[]): Promise<(BadgeView | null)[] | null> {
  try {
    const answer = await sendMessage('identifyBatch', { hints: places.map(formatHintForMessage) });
    return answer.badgesOn && !visit.controller.signal.aborted ? answer.views : null;
  } catch {
    visit.onSilence();
    return null;
  }
}
