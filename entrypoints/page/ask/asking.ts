import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { BadgeView, BatchAnswer, OwnAnswer } from '../../../lib/messaging/types.ts';
import { findBox, isWithin, type Root, type SightingView } from '../page-sightings.ts';
import { formatHintForMessage } from './format-hint.ts';
import { addWaiting, closeWaiting, createWaiting, takeWaiting } from './waiting-sightings.ts';

/** The most hints in a batch, so that the first badges of a page with thousands of films need not wait for the last. */
export const hintsPerAsk = 250;

export interface AskingTasks {
  identify: (hints: SightedHint[]) => Promise<BatchAnswer>;
  /** Requests the user's own data for sightings that have a badge. */
  readOwn: (hints: SightedHint[]) => Promise<OwnAnswer>;
  /** Mounts new badges. Returns false if the visit has ended. */
  mount: (views: SightingView[]) => Promise<boolean>;
  /** Updates the badges of sightings that were requested before. */
  update: (views: SightingView[]) => Promise<void>;
  /** Draws the user's own data into badges (null: none), whose boxes stay as they are. */
  fill: (views: SightingView[]) => Promise<void>;
  /** Removes all badges, since they are switched off or the background cannot be reached. */
  removeAll: () => void;
  /** Called with answered sightings while a service is on that is asked for what is looked at. */
  watch: (sightings: Sighting[]) => void;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
}

/** Requests the films of a page from the background, in one batch at a time, those near the window first. */
export interface Asking {
  /** Adds the sightings read in `root` (null: the page), and requests the missing ones. */
  ask: (sightings: Sighting[], missing: Sighting[], root: Root | null) => void;
  /**
   * Requests all sightings again, since the log, a setting or the answers of sources have changed. A call during a refresh
   * leads to one more refresh.
   */
  refresh: () => Promise<void>;
  /** Returns the requested sightings that are still on the page. */
  list: () => Sighting[];
}

const listOnPage = (known: Set<Sighting>): Sighting[] =>
  [...known].filter((sighting) => findBox(sighting)?.isConnected);

export function createAsking(tasks: AskingTasks, signal: AbortSignal): Asking {
  const waiting = createWaiting();
  /** Every sighting that was requested, for a refresh. */
  const known = new Set<Sighting>();
  let isAsking = false;
  let isRefreshing = false;
  let isStale = false;
  const requestOwnData = createOwnDataQueue(tasks, signal);

  async function askWaiting(): Promise<void> {
    isAsking = true;
    try {
      while (waiting.sightings.size > 0) {
        const batch = await takeWaiting(waiting, hintsPerAsk);
        const views = await askViews(tasks, batch, signal);
        if (!views) return closeWaiting(waiting);
        const shown = views.filter(({ view }) => view !== null);
        if (shown.length > 0 && !(await tasks.mount(shown))) return;
        requestOwnData(shown);
      }
    } finally {
      isAsking = false;
    }
  }

  async function refreshOnce(): Promise<void> {
    const sightings = listOnPage(known);
    for (let start = 0; start < sightings.length; start += hintsPerAsk) {
      const views = await askViews(tasks, sightings.slice(start, start + hintsPerAsk), signal);
      if (signal.aborted) return;
      if (!views) return tasks.removeAll();
      await tasks.update(views);
      requestOwnData(views.filter(({ view }) => view !== null));
    }
  }

  signal.addEventListener('abort', () => closeWaiting(waiting));
  return {
    list: () => listOnPage(known),
    ask(sightings, missing, root) {
      for (const sighting of known) if (isWithin(sighting, root)) known.delete(sighting);
      for (const sighting of sightings) known.add(sighting);
      addWaiting(waiting, missing, root);
      if (!isAsking) void askWaiting();
    },
    async refresh() {
      isStale = true;
      if (isRefreshing) return;
      isRefreshing = true;
      try {
        while (isStale && !signal.aborted) {
          isStale = false;
          await refreshOnce();
        }
      } finally {
        isRefreshing = false;
      }
    },
  };
}

/**
 * Requests the views of sightings. Returns them in the same order; null if the visit has ended, badges are switched off, or
 * the background cannot be reached.
 */
async function askViews(
  { identify, watch, onSilence }: AskingTasks,
  sightings: Sighting[],
  signal: AbortSignal,
): Promise<SightingView[] | null> {
  let views: (BadgeView | null)[];
  try {
    const answer = await identify(sightings.map(formatHintForMessage));
    if (!answer.badgesOn) return null;
    if (answer.asksInView) watch(sightings);
    ({ views } = answer);
  } catch {
    onSilence();
    return null;
  }
  return signal.aborted ? null : sightings.map((sighting, at) => ({ sighting, view: views[at] ?? null }));
}

/**
 * Requests the user's own data for badges that are mounted, batch by batch, and draws it into them. Nobody waits for it:
 * when a badge is mounted must not depend on the log.
 */
function createOwnDataQueue(
  { readOwn, fill, onSilence }: AskingTasks,
  signal: AbortSignal,
): (shown: SightingView[]) => void {
  let last: Promise<void> = Promise.resolve();
  const fillOne = async (shown: SightingView[]): Promise<void> => {
    if (signal.aborted || shown.length === 0) return;
    const { views, withheld } = await readOwn(shown.map(({ sighting }) => formatHintForMessage(sighting)));
    if (signal.aborted) return;
    const filled = shown.map(({ sighting }, at) => ({ sighting, view: views[at] ?? null }));
    await fill(filled.filter((_, at) => !withheld.includes(at)));
  };
  return (shown) => {
    last = last.then(() => fillOne(shown)).catch(onSilence);
  };
}
