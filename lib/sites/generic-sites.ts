import type { SiteAdapter } from './types.ts';

function makeGeneric(id: string, name: string, matches: string[]): SiteAdapter {
  return { id, name, matches, pages: [] };
}

/**
 * Sites without an adapter of their own: the general readers handle them by their structured data, headings and the
 * ids in their links. They are annotated like sites with an adapter, and have samples and fixtures, too.
 */
export const genericSites: SiteAdapter[] = [
  makeGeneric('bing', 'Bing', ['*://*.bing.com/search*']),
  makeGeneric('boxofficemojo', 'Box Office Mojo', ['*://*.boxofficemojo.com/*']),
  makeGeneric('duckduckgo', 'DuckDuckGo', ['*://*.duckduckgo.com/*']),
  makeGeneric('senscritique', 'SensCritique', ['*://www.senscritique.com/*']),
];
