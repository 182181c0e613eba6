import type { SiteAdapter } from '../../lib/sites/types.ts';

/** Returns the adapter of the page's site in a list, as `readPage` takes it; empty if the site has none. */
export const listSites = (): SiteAdapter[] =>
  globalThis.marquee.site ? [globalThis.marquee.site.adapter] : [];
