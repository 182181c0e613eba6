import { readPageInSteps } from '../../lib/detect/read-page.ts';
import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import type { BadgeState } from '../../lib/messaging/types.ts';
import { listSites } from './site.ts';
import { createBadgeHosts, sortNearestFirst, type BadgeHosts, type ShownPlace } from './badge-hosts.ts';
import { runInSlices, waitForIdle } from './idle-slices.ts';
import { watchPage } from './page-changes.ts';
import { loadBadgeKit, loadTextReader } from './load-script.ts';
import { formatHintForMessage, selectPlaces } from './places.ts';

/** Badges mounted between two looks at the clock. */
const badgesPerSlice = 12;
const maxMentionsTold = 50;
/** A page of thousands of films is asked for in parts, so that the first badges need not wait for the last. */
const hintsPerAsk = 250;

/** One page as the address names it; a route change ends it and begins another. */
interface PageVisit {
  url: string;
  title: string;
  controller: AbortController;
  hosts: BadgeHosts;
  reading: PageReading | null;
  /** Settles once the page has been read whole, or the visit has ended. */
  firstReading: PromiseWithResolvers<void>;
  subject: SightedHint | null;
}

/**
 * Reads the page in idle slices, asks the background for its films in one batch, and mounts what comes back;
 * follows the page as it grows, changes its route or comes back. Ends without a trace when `signal` is aborted,
 * which is what happens when the extension is updated or removed.
 */
export function annotatePage(signal: AbortSignal): void {
  if (!(document instanceof HTMLDocument) && document.contentType !== 'application/xhtml+xml') return;
  let visit = beginVisit();
  const restart = () => {
    endVisit(visit);
    visit = beginVisit();
  };

  watchPage(
    {
      onChange: (roots) => {
        const whole = roots === null || document.title !== visit.title || roots.some(holdsHeading);
        void readAndShow(visit, whole ? null : roots);
      },
      onRoute: restart,
      onReturn: () => void refresh(visit),
    },
    signal,
  );
  onMessage('readTab', async () => {
    await visit.firstReading.promise;
    return tellReading(visit);
  });
  onMessage('logChanged', () => refresh(visit));
  signal.addEventListener('abort', () => endVisit(visit));
}

function beginVisit(): PageVisit {
  const controller = new AbortController();
  const hosts = createBadgeHosts({
    onRateOrLog: (hint) => void sendMessage('openPopupFor', formatHintForMessage(hint)).catch(stopSilently),
  });
  const page = { url: location.href, title: document.title, reading: null, subject: null };
  const visit: PageVisit = { ...page, controller, hosts, firstReading: Promise.withResolvers() };
  void readAndShow(visit, null);
  return visit;
}

function endVisit(visit: PageVisit): void {
  visit.controller.abort();
  visit.firstReading.resolve();
  visit.hosts.removeAll();
}

const holdsHeading = (root: Element) => root.localName === 'h1' || root.querySelector('h1') !== null;

/** Reads the whole page (null) or the given parts, and shows what is found there. */
async function readAndShow(visit: PageVisit, roots: Element[] | null): Promise<void> {
  const { signal } = visit.controller;
  visit.title = document.title;
  for (const root of roots ?? [null]) {
    const options = { sites: listSites(), text: 'on-demand' as const, ...(root && { root }) };
    const reading = await runInSlices(readPageInSteps(document, visit.url, options), loadTextReader, signal);
    if (!reading) return;
    if (!root) {
      visit.reading = reading;
      visit.subject = reading.subject && formatHintForMessage(reading.subject);
      visit.firstReading.resolve();
    }
    const places = selectPlaces(reading, visit.reading?.subject ?? null);
    visit.hosts.keepOnly(places, root);
    await askAndShow(
      visit,
      places.filter((place) => !visit.hosts.has(place)),
    );
    if (signal.aborted) return;
  }
}

async function askAndShow(visit: PageVisit, places: Sighting[]): Promise<void> {
  for (let start = 0; start < places.length; start += hintsPerAsk) {
    const batch = places.slice(start, start + hintsPerAsk);
    const states = await askStates(batch);
    if (visit.controller.signal.aborted || !states) return;
    const shown = batch.flatMap((place, index) => {
      const state = states[index];
      return state && state.kind !== 'none' ? [{ place, state }] : [];
    });
    if (shown.length > 0 && !(await loadBadgeKit())) return;
    await mountInSlices(visit, await sortNearestFirst(shown));
  }
}

async function mountInSlices(visit: PageVisit, shown: ShownPlace[]): Promise<void> {
  for (let start = 0; start < shown.length; start += badgesPerSlice) {
    if (start > 0) await waitForIdle();
    if (visit.controller.signal.aborted) return;
    visit.hosts.mount(shown.slice(start, start + badgesPerSlice));
  }
}

/** The states of the places in their order; null when nothing is to be shown: switched off, or the extension is gone. */
async function askStates(places: Sighting[]): Promise<BadgeState[] | null> {
  try {
    const answer = await sendMessage('identifyBatch', { hints: places.map(formatHintForMessage) });
    return answer.badgesOn ? answer.states : null;
  } catch (error) {
    stopSilently(error);
    return null;
  }
}

/** After an update the old script can no longer reach the background; there is nobody to tell. */
function stopSilently(_error: unknown): void {}

/** Asks again for all that is on the page: the log or a setting changed. */
async function refresh(visit: PageVisit): Promise<void> {
  const reading = visit.reading;
  if (!reading || visit.controller.signal.aborted) return;
  const places = visit.hosts.listPlaces();
  const known = new Set(places);
  for (const place of selectPlaces(reading, reading.subject)) if (!known.has(place)) places.push(place);
  const states = await askStates(places);
  if (states?.some(({ kind }) => kind !== 'none')) await loadBadgeKit();
  if (visit.controller.signal.aborted) return;
  if (!states) return visit.hosts.removeAll();
  visit.hosts.update(places.map((place, index) => ({ place, state: states[index] ?? { kind: 'none' } })));
}

function tellReading(visit: PageVisit): TabReading | null {
  if (!visit.reading) return null;
  return {
    url: visit.url,
    subject: visit.subject,
    mentions: visit.hosts.listPlaces().slice(0, maxMentionsTold).map(formatHintForMessage),
    badgeCount: visit.hosts.listPlaces().length,
    review: visit.reading.review,
  };
}
