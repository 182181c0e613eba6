import { joinRoots, listChangedRoots } from './changed-roots.ts';

/** Changes are gathered for this long before they are read; doubles while they keep coming, up to the longest. */
const shortestGatherMs = 120;
const longestGatherMs = 2000;
/** More changed places than this are read as one: the whole page. */
const maxRoots = 60;
const observed: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['href', 'title', 'aria-label', 'alt'],
};

export interface PageChangeHandlers {
  /** Called at once, before the paint: the changed nodes, and the nodes removed without a replacement. */
  onTouch(touched: Set<Node>, removed: Set<Node>): void;
  /** Parts of the page were added or changed; null means the whole page. */
  onChange(roots: Element[] | null): void;
  /** The address or the title changed without a load: another page. */
  onRoute(): void;
  /** The page came back from the back-forward cache. */
  onReturn(): void;
}

/** Makes a change of our own, which is not reported to the handlers. */
export type Quietly = (change: () => void) => void;

/** Calls the handlers for changes of the page until `signal` is aborted. The work is bounded however fast it changes. */
export function watchPage(handlers: PageChangeHandlers, signal: AbortSignal): Quietly {
  let roots = new Set<Element>();
  let wholePage = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let gatherMs = shortestGatherMs;
  let lastFlush = 0;
  let address = location.href;

  const checkRoute = () => {
    if (location.href === address) return false;
    const onlyHash = location.href.split('#')[0] === address.split('#')[0] && !/^#[!/]/.test(location.hash);
    address = location.href;
    if (onlyHash) return false;
    handlers.onRoute();
    return true;
  };
  const flush = () => {
    timer = null;
    const changed = wholePage ? null : joinRoots([...roots].filter((root) => root.isConnected));
    roots = new Set();
    wholePage = false;
    gatherMs =
      performance.now() - lastFlush < 4 * gatherMs
        ? Math.min(gatherMs * 2, longestGatherMs)
        : shortestGatherMs;
    lastFlush = performance.now();
    if (!checkRoute() && (changed === null || changed.length > 0)) handlers.onChange(changed);
  };
  const take = (records: MutationRecord[]) => {
    const touched = new Set<Node>();
    const removed = new Set<Node>();
    for (const record of records) {
      touched.add(record.target);
      if (record.addedNodes.length === 0) for (const node of record.removedNodes) removed.add(node);
      if (wholePage) continue;
      for (const root of listChangedRoots(record)) roots.add(root);
      if (roots.size > maxRoots) wholePage = true;
    }
    if (records.length > 0) handlers.onTouch(touched, removed);
    if ((roots.size > 0 || wholePage) && timer === null) timer = setTimeout(flush, gatherMs);
  };
  const observer = new MutationObserver(take);
  observer.observe(document.documentElement, observed);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });

  registerToRoutes(() => !signal.aborted && checkRoute(), signal);
  addEventListener('pageshow', (event) => event.persisted && handlers.onReturn(), { signal });

  return (change) => {
    take(observer.takeRecords());
    change();
    observer.takeRecords();
  };
}

/** Calls `check` after each event that may have changed the address. */
function registerToRoutes(check: () => void, signal: AbortSignal): void {
  const onNavigation = () => void setTimeout(check, 0);
  addEventListener('popstate', onNavigation, { signal });
  addEventListener('hashchange', onNavigation, { signal });
  // The Navigation API also reports pushState; without it, the next change of the page reveals it.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onNavigation, { signal });
}
