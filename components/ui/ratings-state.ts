import { signal } from '@preact/signals';
import type { RatingsActions } from '../../lib/messaging/ratings-actions.ts';
import type { RatingsOverview } from '../../lib/messaging/ratings-protocol.ts';

export type RatingsState = ReturnType<typeof createRatingsState>;

/** Creates the state of IMDb's ratings for a page, which follows the background, and the actions of its controls. */
export function createRatingsState(actions: RatingsActions) {
  /** Null until it is loaded. */
  const ratings = signal<RatingsOverview | null>(null);
  /** Whether this page has seen the ratings being fetched, so that it says when they are here. */
  const sawProgress = signal(false);
  let lastTurn = 0;

  /** Shows the answer, unless a later request was made meanwhile. Without an answer the page shows what it did. */
  const show = async (asking: Promise<RatingsOverview>): Promise<void> => {
    const turn = ++lastTurn;
    const overview = await asking.catch(() => null);
    if (overview === null || turn !== lastTurn) return;
    ratings.value = overview;
    if (overview.progress) sawProgress.value = true;
  };
  const refresh = (): Promise<void> => show(actions.load());

  return {
    ratings,
    sawProgress,
    refreshRatings: refresh,
    /** Called once, at the start. */
    openRatings(): Promise<void> {
      actions.listen(() => void refresh());
      return refresh();
    },
    /**
     * Fetches the ratings. Asks for the permission, so call it inside the click handler. The background gets a message at once,
     * because the browser may close the popup when it asks.
     */
    async startRatings(): Promise<void> {
      const granting = actions.ask(ratings.value?.origins ?? []);
      await show(actions.start());
      const isGranted = await granting.catch(() => false);
      await show(isGranted ? actions.start() : actions.stop('declined'));
    },
    stopRatings: (): Promise<void> => show(actions.stop('cancelled')),
    switchRatingsOff: (): Promise<void> => show(actions.switchOff()),
    removeRatings: (): Promise<void> => show(actions.remove()),
  };
}
