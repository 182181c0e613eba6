/** An address that changes again within this many ms is not another page: the page is read again as it is. */
const stormMs = 500;

interface RouteTasks {
  /** The address names another page now. */
  onRoute: () => void;
  /** The address changed again, as of a page that writes its state into it all the time. */
  onStorm: () => void;
}

/** Follows the address until `signal` is aborted. Returns a check, which reports a change and returns true for another page. */
export function registerToRoutes({ onRoute, onStorm }: RouteTasks, signal: AbortSignal): () => boolean {
  let address = location.href;
  let changedAt = -Infinity;
  const check = (): boolean => {
    const { href } = location;
    if (signal.aborted || href === address) return false;
    const onlyHash = href.split('#')[0] === address.split('#')[0] && !/^#[!/]/.test(location.hash);
    address = href;
    if (onlyHash) return false;
    const isStorm = performance.now() - changedAt < stormMs;
    changedAt = performance.now();
    if (isStorm) onStorm();
    else onRoute();
    return !isStorm;
  };
  const onNavigation = () => void setTimeout(check, 0);
  addEventListener('popstate', onNavigation, { signal });
  addEventListener('hashchange', onNavigation, { signal });
  // The Navigation API also reports pushState; without it, the next change of the page reveals it.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onNavigation, { signal });
  return check;
}
