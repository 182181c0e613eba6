import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { BadgeView, BatchAnswer } from '../../../lib/messaging/types.ts';
import { findBox, isWithin, type PlaceView } from '../places.ts';
import { formatHintForMessage } from './format-hint.ts';
import { addWaiting, closeWaiting, createWaiting, takeWaiting } from './waiting-places.ts';

/** A page of thousands of films is asked for in parts, so that the first badges need not wait for the last. */
export const hintsPerAsk = 250;

export interface AskingTasks {
  identify: (hints: SightedHint[]) => Promise<BatchAnswer>;
  /** Shows badges where there are none yet. False where none can be drawn. */
  mount: (views: PlaceView[]) => Promise<boolean>;
  /** Shows what has become of places that were asked for before. */
  update: (views: PlaceView[]) => Promise<void>;
  /** Takes all badges away: they are switched off, or the background cannot be reached. */
  removeAll: () => void;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
}

/** Asks the background for the films of a page, in batches, one at a time and those near the window first. */
export interface Asking {
  /** Takes in the places read in `root` (null: the page), and asks for those of them that have no badge. */
  ask: (places: Sighting[], missing: Sighting[], root: Element | null) => void;
  /**
   * Asks again for all places: the log, a setting or what sources know has changed. When that happens again meanwhile,
   * they are asked for once more.
   */
  refresh: () => Promise<void>;
}

export function createAsking(tasks: AskingTasks, signal: AbortSignal): Asking {
  const waiting = createWaiting();
  /** Every place that was asked for, to ask again. */
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
 * What is to be shown at the places, in their order; null when nothing is: the visit has ended, the badges are switched
 * off, or the background cannot be reached.
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
