import type { SiteAdapter } from './types.ts';

/** Sites that the readers for every page read well enough alone. They are annotated like those with an adapter. */
export const genericSites: SiteAdapter[] = [];
