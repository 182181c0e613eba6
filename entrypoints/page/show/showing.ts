import type { Sighting } from '../../../lib/detect/types.ts';
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
  type BadgeTasks,
} from './badge-hosts.ts';

/** The number of badges in the first slice; later slices have as many as their time allows. */
export const firstBadges = 12;
/** The most badges in a slice, since the browser then lays them all out in one task. */
export const mostBadges = 48;

export interface ShowingTasks extends BadgeTasks {
  /** Makes a change of our own that does not count as one of the page's. */
  quietly: (change: () => void) => void;
}

/** The badges of one visit, mounted and changed in idle slices. */
export interface Showing {
  /** Records the places read in `root` (null: the page), and removes badges whose place now names another film. */
  keep: (places: Sighting[], root: Element | null) => void;
  has: (place: Sighting) => boolean;
  /** Returns the places that have a badge. */
  list: () => Sighting[];
  /** Mounts badges. Returns false if the visit has ended. */
  mount: (views: PlaceView[]) => Promise<boolean>;
  /** Redraws badges that differ, mounts new ones, and removes those without a view. */
  update: (views: PlaceView[]) => Promise<void>;
  /** Removes, before the paint, the badges whose text has just changed. `removed`: nodes removed without a replacement. */
  drop: (touched: Set<Node>, removed: Set<Node>) => void;
  removeAll: () => void;
}

export function createShowing({ quietly, ...tasks }: ShowingTasks, signal: AbortSignal): Showing {
  const hosts = createBadgeHosts(tasks, signal);
  const showing: Showing = {
    keep: (places, root) => quietly(() => keepBadges(hosts, places, root)),
    has: (place) => hasBadge(hosts, place),
    list: () => listMounted(hosts),
    async mount(views) {
      let count = firstBadges;
      for (let start = 0, msEach = 0; start < views.length; start += count) {
        // Each slice causes a layout and a paint, which cost more than the badges: few large slices are better than many small.
        if (start > 0) count = Math.min(mostBadges, Math.ceil((await waitForIdle()) / msEach));
        if (signal.aborted) return false;
        const begun = performance.now();
        quietly(() => mountBadges(hosts, views.slice(start, start + count)));
        msEach = (performance.now() - begun) / count;
      }
      return true;
    },
    async update(views) {
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
