import type { SiteAdapter } from './types.ts';

/** Every site adapter, in alphabetical order of id. Feeds the content script and the manifest. */
export const siteAdapters: SiteAdapter[] = [];
