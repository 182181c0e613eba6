import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { BadgeView, BatchAnswer } from '../../../lib/messaging/types.ts';
import { findBox, isWithin, type PlaceView } from '../places.ts';
import { formatHintForMessage } from './format-hint.ts';
import { addWaiting, closeWaiting, createWaiting, takeWaiting } from './waiting-places.ts';

/** The most hints in a batch, so that the first badges of a page with thousands of films need not wait for the last. */
export const hintsPerAsk = 250;

export interface AskingTasks {
  identify: (hints: SightedHint[]) => Promise<BatchAnswer>;
  /** Mounts new badges. Returns false if the visit has ended. */
  mount: (views: PlaceView[]) => Promise<boolean>;
  /** Updates the badges of places that were requested before. */
  update: (views: PlaceView[]) => Promise<void>;
  /** Removes all badges, since they are switched off or the background cannot be reached. */
  removeAll: () => void;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
}

/** Requests the films of a page from the background, in one batch at a time, those near the window first. */
export interface Asking {
  /** Adds the places read in `root` (null: the page), and requests the missing ones. */
  ask: (places: Sighting[], missing: Sighting[], root: Element | null) => void;
  /**
   * Requests all places again, since the log, a setting or the answers of sources have changed. A call during a refresh
   * leads to one more refresh.
   */
  refresh: () => Promise<void>;
}

export function createAsking(tasks: AskingTasks, signal: AbortSignal): Asking {
  const waiting = createWaiting();
  /** Every place that was requested, for a refresh. */
  const known = new Set<Sighting>();
  let isAsking = false;
  let isRefreshing = false;
  let isStale = false;

  async function askWaiting(): Promise<void> {
    isAsking = true;
    try {
      while (waiting.places.size > 0) {
        const batch = await takeWaiting(waiting, hintsPerAsk);
        const views = await askViews(tasks, batch, signal);
        if (!views) return closeWaiting(waiting);
        const shown = views.filter(({ view }) => view !== null);
        if (shown.length > 0 && !(await tasks.mount(shown))) return;
      }
    } finally {
      isAsking = false;
    }
  }

  async function refreshOnce(): Promise<void> {
    const places = [...known].filter((place) => findBox(place)?.isConnected);
    for (let start = 0; start < places.length; start += hintsPerAsk) {
      const views = await askViews(tasks, places.slice(start, start + hintsPerAsk), signal);
      if (signal.aborted) return;
      if (!views) return tasks.removeAll();
      await tasks.update(views);
    }
  }

  signal.addEventListener('abort', () => closeWaiting(waiting));
  return {
    ask(places, missing, root) {
      for (const place of known) if (isWithin(place, root)) known.delete(place);
      for (const place of places) known.add(place);
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
 * Requests the views of places. Returns them in the same order; null if the visit has ended, badges are switched off, or
 * the background cannot be reached.
 */
async function askViews(
  { identify, onSilence }: AskingTasks,
  places: Sighting[],
  signal: AbortSignal,
): Promise<PlaceView[] | null> {
  let views: (BadgeView | null)[];
  try {
    const answer = await identify(places.map(formatHintForMessage));
    if (!answer.badgesOn) return null;
    ({ views } = answer);
  } catch {
    onSilence();
    return null;
  }
  return signal.aborted ? null : places.map((place, at) => ({ place, view: views[at] ?? null }));
}
