import type { SiteReader } from '../../../lib/detect/readers/adapter.ts';

/** Returns the reader of the page's site, as `readPage` takes it; undefined if the site has no adapter. */
export const findSiteReader = (): SiteReader | undefined => {
  const { site, adapter } = globalThis.marquee;
  return site && adapter?.makeSiteReader([site.adapter]);
};
