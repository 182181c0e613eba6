/** A batch of changes costs about as much as this many changes. */
const batchCost = 30;
/**
 * More changes than this within `spanMs` are not looked at one by one; each node that is added or removed is one. A list
 * that reuses its rows as it scrolls makes a third of them.
 */
const maxChanges = 3000;
const spanMs = 100;
/** The observer rests for this long then, in ms; doubles while changes keep coming, up to the longest. */
const shortestRestMs = 200;
const longestRestMs = 2000;
const observed: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['href', 'title', 'aria-label', 'alt'],
};

interface ChangeTasks {
  onRecords: (records: MutationRecord[]) => void;
  /**
   * Called, while the observer rests, at each frame and when it observes again: anything may have changed. `isLasting`: the
   * page changed as fast when it was observed again.
   */
  onFlood: (isLasting: boolean) => void;
}

export interface ChangeObserver {
  observe: (root: Node) => void;
  /** Takes the changes that are not reported yet. */
  takeRecords: () => MutationRecord[];
}

/** Counts the changes of records, up to a little more than `maxChanges`. */
function countChanges(records: MutationRecord[]): number {
  let count = 0;
  for (const { addedNodes, removedNodes } of records) {
    count += 1 + addedNodes.length + removedNodes.length;
    if (count > maxChanges) break;
  }
  return count;
}

/**
 * Observes the tree under each root until `signal` is aborted. When a page changes faster than its changes can be looked
 * at, the observer is disconnected for a while, as even an unread record costs the page time. So its work for each frame
 * is bounded, whatever the number of changes.
 */
export function createChangeObserver(
  { onRecords, onFlood }: ChangeTasks,
  signal: AbortSignal,
): ChangeObserver {
  const roots = new Set<Node>();
  let changes = 0;
  let since = -Infinity;
  let restMs = shortestRestMs;
  let restedAt = -Infinity;
  let isResting = false;

  const observer = new MutationObserver((records) => {
    const now = performance.now();
    if (now - since > spanMs) [changes, since] = [0, now];
    changes += countChanges(records) + batchCost;
    if (changes > maxChanges) rest(now);
    else onRecords(records);
  });
  const observeAll = (): void => {
    for (const root of roots)
      if (root.isConnected) observer.observe(root, observed);
      else roots.delete(root);
  };
  const isLasting = (): boolean => restMs > shortestRestMs;
  let frame = 0;
  const look = (): void => {
    if (!isResting || signal.aborted) return;
    onFlood(isLasting());
    frame = requestAnimationFrame(look);
  };
  const rest = (now: number): void => {
    observer.disconnect();
    restMs = now - restedAt < 4 * restMs ? Math.min(2 * restMs, longestRestMs) : shortestRestMs;
    restedAt = now;
    isResting = true;
    look();
    setTimeout(() => {
      isResting = false;
      // A page that changes at each frame begins the next rest before this frame: it would be looked at twice from then on.
      cancelAnimationFrame(frame);
      if (signal.aborted) return;
      [changes, since] = [0, -Infinity];
      observeAll();
      onFlood(isLasting());
    }, restMs);
  };

  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe(root) {
      if (roots.has(root) || signal.aborted) return;
      roots.add(root);
      if (!isResting) observer.observe(root, observed);
    },
    takeRecords: () => observer.takeRecords(),
  };
}
