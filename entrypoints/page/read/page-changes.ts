import { findRoot } from '../../../lib/detect/dom.ts';
import { createChangeObserver } from './change-observer.ts';
import type { Root } from '../page-sightings.ts';
import { listChangedRoots } from './changed-roots.ts';
import { createGathering } from './gathering.ts';
import { registerToRoutes } from './routes.ts';

export interface PageChangeHandlers {
  /**
   * Called at once, before the paint: the changed nodes, and the nodes removed without a replacement. Null for the changed
   * nodes if there are too many to look at.
   */
  onTouch(touched: Set<Node> | null, removed: Set<Node>): void;
  /** Parts of the page were added or changed; null means the whole page. */
  onChange(roots: Root[] | null): void;
  /** The address or the title changed without a load: another page. */
  onRoute(): void;
  /** The page came back from the back-forward cache. */
  onReturn(): void;
  /** The page replaced its root element, as `document.open` does, which removes the listeners too. */
  onReplaced(): void;
}

/** Makes a change of our own, which is not reported to the handlers. */
export type Quietly = (change: () => void) => void;

export interface PageWatch {
  quietly: Quietly;
  /** Watches an open shadow root too, until the end. */
  observe: (root: Node) => void;
  /** Reports changed texts of these titles also on a page that is too large for all its texts to be watched. */
  observeTexts: (titles: Element[]) => void;
}

/** Calls the handlers for changes of the page until `signal` is aborted. The work is bounded however fast it changes. */
export function watchPage(handlers: PageChangeHandlers, signal: AbortSignal): PageWatch {
  const rootElement = findRoot(document);
  const changed = createGathering(flush, signal);
  const checkRoute = registerToRoutes(
    { onRoute: () => handlers.onRoute(), onStorm: () => changed.add(null) },
    signal,
  );
  function flush(roots: Root[] | null): void {
    if (!checkRoute() && (roots === null || roots.length > 0)) handlers.onChange(roots);
  }
  /** Whether the page has another root element, which ends this watch. */
  const isReplaced = () => {
    const now = findRoot(document);
    if (now === rootElement) return false;
    // A document that is being written has none for a moment.
    if (now) handlers.onReplaced();
    return true;
  };
  const take = (records: MutationRecord[]) => {
    if (records.length === 0 || isReplaced()) return;
    const touched = new Set<Node>();
    const removed = new Set<Node>();
    for (const record of records) {
      touched.add(record.target);
      if (record.addedNodes.length === 0) for (const node of record.removedNodes) removed.add(node);
      if (!changed.isWhole()) for (const root of listChangedRoots(record)) changed.add(root);
    }
    handlers.onTouch(touched, removed);
  };
  const onFlood = (isLasting: boolean) => {
    if (isReplaced()) return;
    handlers.onTouch(null, new Set());
    changed.add(null, isLasting);
  };
  const observer = createChangeObserver({ onRecords: take, onFlood }, signal);
  // The document and not its root element, which the page may replace.
  observer.observe(document);
  addEventListener('pageshow', (event) => event.persisted && handlers.onReturn(), { signal });

  return {
    observe: observer.observe,
    observeTexts: observer.observeTexts,
    quietly(change) {
      take(observer.takeRecords());
      change();
      observer.takeRecords();
    },
  };
}
