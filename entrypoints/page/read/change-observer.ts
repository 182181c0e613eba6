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
  attributes: true,
  attributeFilter: ['href', 'title', 'aria-label', 'alt'],
};

/**
 * On a page of more elements, only the texts of films' titles are observed: each of 50,000 texts that a page changes at once
 * makes a record, which takes the page half as long again. What else becomes another text there is read with the next change.
 */
const largePage = 20_000;

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
  /** Adds elements with titles, whose texts are observed on a large page too. */
  observeTexts: (titles: Element[]) => void;
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

/** What is observed. */
interface Targets {
  roots: Set<Node>;
  /** Elements with titles, whose texts are observed on a large page too. */
  titles: Set<Element>;
  /** Observes all that is still in the page, by the page's size. */
  observe: () => void;
}

function createTargets(observer: MutationObserver): Targets {
  const roots = new Set<Node>();
  const titles = new Set<Element>();
  return {
    roots,
    titles,
    observe() {
      // Of the prototype: a page's form or image may have the name of the method.
      const isLarge = Document.prototype.getElementsByTagName.call(document, '*').length > largePage;
      for (const root of roots)
        if (root.isConnected)
          observer.observe(root, { ...observed, characterData: !isLarge || root !== document });
        else roots.delete(root);
      for (const title of titles)
        if (!title.isConnected) titles.delete(title);
        else if (isLarge) observer.observe(title, { characterData: true, subtree: true });
    },
  };
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
  const targets = createTargets(observer);
  const observeAll = (): void => {
    if (!isResting && !signal.aborted) targets.observe();
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
      if (targets.roots.has(root)) return;
      targets.roots.add(root);
      observeAll();
    },
    observeTexts(found) {
      for (const title of found) targets.titles.add(title);
      observeAll();
    },
    takeRecords: () => observer.takeRecords(),
  };
}
