import type { Sighting } from '../../../lib/detect/types.ts';
import { waitForIdle } from '../idle-slices.ts';
import type { Root, SightingView } from '../page-sightings.ts';
import {
  createBadgeHosts,
  dropChanged,
  fillBadges,
  hasBadge,
  keepBadges,
  listChanged,
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
  /** Records the sightings read in `root` (null: the page), and removes badges whose title now names another film. */
  keep: (sightings: Sighting[], root: Root | null) => void;
  has: (sighting: Sighting) => boolean;
  /** Mounts badges. Returns false if the visit has ended. */
  mount: (views: SightingView[]) => Promise<boolean>;
  /** Redraws badges that differ, mounts new ones, and removes those without a view. */
  update: (views: SightingView[]) => Promise<void>;
  /** Draws the user's own data into badges, in place. Null: what they show without. */
  fill: (views: SightingView[]) => Promise<void>;
  /**
   * Removes, before the paint, the badges whose text has just changed (null: any may have). `removed`: nodes removed without
   * a replacement.
   */
  drop: (touched: Set<Node> | null, removed: Set<Node>) => void;
  removeAll: () => void;
}

export function createShowing({ quietly, ...tasks }: ShowingTasks, signal: AbortSignal): Showing {
  const hosts = createBadgeHosts(tasks, signal);
  const showing: Showing = {
    keep: (sightings, root) => quietly(() => keepBadges(hosts, sightings, root)),
    has: (sighting) => hasBadge(hosts, sighting),
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
    async fill(views) {
      for (let start = 0; start < views.length; start += mostBadges) {
        if (start > 0) await waitForIdle();
        if (signal.aborted) return;
        // In shadow roots, so not among the page's changes.
        fillBadges(hosts, views.slice(start, start + mostBadges));
      }
    },
    drop: (touched, removed) => dropChanged(hosts, touched, removed),
    removeAll: () => quietly(() => removeBadges(hosts)),
  };
  signal.addEventListener('abort', showing.removeAll);
  return showing;
}
