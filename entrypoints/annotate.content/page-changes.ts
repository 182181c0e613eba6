import { badgeTag } from './badge-hosts.ts';

/** Changes are gathered for this long before they are read; doubles while they keep coming, up to the longest. */
const shortestGatherMs = 120;
const longestGatherMs = 2000;
/** More changed places than this are read as one: the whole page. */
const maxRoots = 60;
/** A list of more rows is not read again for each that is added. */
const longList = 400;
const rowSelector = 'li, tr, article, [role="listitem"], [role="row"]';
const attributesThatName = ['href', 'title', 'aria-label', 'alt'];

export interface PageChangeHandlers {
  /** Parts of the page were added or changed; null stands for the whole page. */
  onChange(roots: Element[] | null): void;
  /** The address or the title changed without a load: another page. */
  onRoute(): void;
  /** The page came back from the back-forward cache. */
  onReturn(): void;
}

/** Calls the handlers for what happens in the page until `signal` is aborted. Work is bounded however fast it changes. */
export function watchPage(handlers: PageChangeHandlers, signal: AbortSignal): void {
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
    const changed = wholePage ? null : [...roots].filter((root) => root.isConnected);
    roots = new Set();
    wholePage = false;
    gatherMs =
      performance.now() - lastFlush < 4 * gatherMs
        ? Math.min(gatherMs * 2, longestGatherMs)
        : shortestGatherMs;
    lastFlush = performance.now();
    if (!checkRoute() && (changed === null || changed.length > 0)) handlers.onChange(changed);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (wholePage) break;
      for (const root of listChangedRoots(record)) roots.add(root);
      if (roots.size > maxRoots) wholePage = true;
    }
    if ((roots.size > 0 || wholePage) && timer === null) timer = setTimeout(flush, gatherMs);
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributesThatName,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });

  listenToRoutes(() => !signal.aborted && checkRoute(), signal);
  addEventListener('pageshow', (event) => event.persisted && handlers.onReturn(), { signal });
}

/** Calls `check` after whatever may have changed the address. */
function listenToRoutes(check: () => void, signal: AbortSignal): void {
  const onNavigation = () => void setTimeout(check, 0);
  addEventListener('popstate', onNavigation, { signal });
  addEventListener('hashchange', onNavigation, { signal });
  // The Navigation API tells of pushState as well; where it is missing, the next change of the page does.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onNavigation, { signal });
}

/** The elements to read again for one mutation record; none for what is ours or is only removed. */
function listChangedRoots({ type, target, addedNodes }: MutationRecord): Element[] {
  const element = target instanceof Element ? target : target.parentElement;
  if (!element || element.localName === badgeTag) return [];
  if (type !== 'childList') return [element.closest(rowSelector) ?? element];
  const added = [...addedNodes].filter((node) => !(node instanceof Element && node.localName === badgeTag));
  if (added.length === 0) return [];
  // A row alone does not show that it is one of a list of films: the list is read again, unless it is very long.
  const isLong = element.childElementCount > longList || element === document.body;
  const elements = added.filter((node) => node instanceof Element);
  return isLong && elements.length === added.length && added.length <= maxRoots ? elements : [element];
}
