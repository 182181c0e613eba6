import type { Sighting } from '../../../lib/detect/types.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import { waitForIdle } from '../idle-slices.ts';
import type { PlaceView } from '../places.ts';
import {
  createBadgeHosts,
  dropChanged,
  hasBadge,
  keepBadges,
  listChanged,
  listMounted,
  mountBadges,
  removeBadges,
  updateBadges,
} from './badge-hosts.ts';

/** Badges of the first slice of mounting; the next take as many as their time allows. */
export const firstBadges = 12;
/** No more in one slice, however quick: the browser lays them all out in one task after it. */
export const mostBadges = 48;

export interface ShowingTasks {
  /** Makes a change of our own that is not taken for one of the page's. */
  quietly: (change: () => void) => void;
  /** Loads what draws badges. False where it cannot be had. */
  loadBadgeKit: () => Promise<boolean>;
  onRateOrLog: (hint: SightedHint) => void;
}

/** The badges of one visit, mounted and changed in idle slices. */
export interface Showing {
  /** Takes in the places read in `root` (null: the page), and removes the badges there whose place names another film now. */
  keep: (places: Sighting[], root: Element | null) => void;
  has: (place: Sighting) => boolean;
  /** The places that have a badge. */
  list: () => Sighting[];
  /** Mounts badges. False where none can be drawn. */
  mount: (views: PlaceView[]) => Promise<boolean>;
  /** Draws what differs from what is shown, and mounts and removes badges. */
  update: (views: PlaceView[]) => Promise<void>;
  /** Removes, before the page is painted, the badges whose words have just changed. `removed`: with nothing in their place. */
  drop: (touched: Set<Node>, removed: Set<Node>) => void;
  removeAll: () => void;
}

export function createShowing(
  { quietly, loadBadgeKit, onRateOrLog }: ShowingTasks,
  signal: AbortSignal,
): Showing {
  const hosts = createBadgeHosts(onRateOrLog, signal);
  const showing: Showing = {
    keep: (places, root) => quietly(() => keepBadges(hosts, places, root)),
    has: (place) => hasBadge(hosts, place),
    list: () => listMounted(hosts),
    async mount(views) {
      if (!(await loadBadgeKit())) return false;
      let count = firstBadges;
      for (let start = 0, msEach = 0; start < views.length; start += count) {
        // Each slice is laid out and painted, which costs more than the badges: few large ones, not many small.
        if (start > 0) count = Math.min(mostBadges, Math.ceil((await waitForIdle()) / msEach));
        if (signal.aborted) return false;
        const begun = performance.now();
        quietly(() => mountBadges(hosts, views.slice(start, start + count)));
        msEach = (performance.now() - begun) / count;
      }
      return true;
    },
    async update(views) {
      if (views.some(({ view }) => view !== null)) await loadBadgeKit();
      if (signal.aborted) return;
      const changed = listChanged(hosts, views);
      for (let start = 0; start < changed.length; start += mostBadges) {
        if (start > 0) await waitForIdle();
        if (signal.aborted) return;
        quietly(() => updateBadges(hosts, changed.slice(start, start + mostBadges)));
      }
    },
    drop: (touched, removed) => dropChanged(hosts, touched, removed),
    removeAll: () => quietly(() => removeBadges(hosts)),
  };
  signal.addEventListener('abort', showing.removeAll);
  return showing;
}
