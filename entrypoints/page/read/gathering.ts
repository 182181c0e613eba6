import type { Root } from '../page-sightings.ts';
import { joinRoots } from './changed-roots.ts';

/** Changes are gathered for this long before they are read; doubles while they keep coming, up to the longest. */
const shortestGatherMs = 120;
const longestGatherMs = 2000;
/** A page that has been changing too fast to be looked at is read after this long at the earliest. */
const lastingGatherMs = 1500;
/** More changed places than this are read as one: the whole page. */
const maxRoots = 60;

/** The changed parts of a page that are not read yet. */
export interface Gathering {
  /** Adds a part; null for the whole page. `isLasting`: the page has been changing too fast to be looked at. */
  add: (root: Root | null, isLasting?: boolean) => void;
  /** Whether the whole page will be read, so that further parts need not be added. */
  isWhole: () => boolean;
}

/** Gathers changed parts, and calls `onFlush` with those still in the page (null: the page) until `signal` is aborted. */
export function createGathering(onFlush: (roots: Root[] | null) => void, signal: AbortSignal): Gathering {
  const roots = new Set<Root>();
  let isWhole = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let gatherMs = shortestGatherMs;
  let lastFlush = 0;
  const flush = () => {
    timer = null;
    const changed = isWhole ? null : joinRoots([...roots].filter((root) => root.isConnected));
    roots.clear();
    isWhole = false;
    const isSoon = performance.now() - lastFlush < 4 * gatherMs;
    gatherMs = isSoon ? Math.min(gatherMs * 2, longestGatherMs) : shortestGatherMs;
    lastFlush = performance.now();
    onFlush(changed);
  };
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));
  return {
    add(root, isLasting = false) {
      if (root) roots.add(root);
      isWhole ||= !root || roots.size > maxRoots;
      if (!signal.aborted)
        timer ??= setTimeout(flush, isLasting ? Math.max(gatherMs, lastingGatherMs) : gatherMs);
    },
    isWhole: () => isWhole,
  };
}
