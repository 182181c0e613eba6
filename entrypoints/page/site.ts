import type { SiteAdapter } from '../../lib/sites/types.ts';

declare global {
  /** Left by the site's own script (`scripts/site-scripts.ts`), which runs before this one; absent on any other site. */
  var marqueeSite: SiteAdapter | undefined;
}

/** The adapter of the page's site, in a list as `readPage` takes it; empty where the site has none. */
export const listSites = (): SiteAdapter[] => (globalThis.marqueeSite ? [globalThis.marqueeSite] : []);
