import type { TitleMatch } from '../../catalogue/search/types.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { reportFault } from '../messages/report-fault.ts';
import { openSearchInParts, type SearchInParts } from './search-in-parts.ts';

/**
 * Searches the titles of all catalogues as one types. Never rejects; at most `limit` films, best first. A text without
 * words finds nothing, and prepares the search of the next one.
 */
export type FindTitles = (text: string, limit: number) => Promise<TitleMatch[]>;

/** What is searched of a catalogue. */
export type SearchableTitles = Pick<Catalogue, 'revision' | 'readTitles'> & {
  manifest: Pick<Catalogue['manifest'], 'id'>;
};

/** The films of all searches, each once, best first. */
function mergeMatches(lists: TitleMatch[][], limit: number): TitleMatch[] {
  const byRef = new Map<string, TitleMatch>();
  for (const match of lists.flat().sort((a, b) => b.score - a.score))
    if (!byRef.has(match.ref)) byRef.set(match.ref, match);
  return [...byRef.values()].slice(0, limit);
}

/** Creates a search over the titles of the catalogues. A catalogue is indexed again when its revision changes. */
export function createTitleSearches(loadCatalogues: () => Promise<SearchableTitles[]>): FindTitles {
  let searches = new Map<string, SearchInParts>();

  async function listSearches(): Promise<SearchInParts[]> {
    const catalogues = await loadCatalogues();
    const former = searches;
    searches = new Map(
      catalogues.map((catalogue) => {
        const key = `${catalogue.manifest.id}:${catalogue.revision}`;
        return [key, former.get(key) ?? openSearchInParts(catalogue, () => searches.delete(key))];
      }),
    );
    return [...searches.values()];
  }

  return async (text, limit) => {
    try {
      const found = await Promise.allSettled(
        (await listSearches()).map((search) => search.find(text, limit)),
      );
      const lists = found.map((result) =>
        result.status === 'fulfilled' ? result.value : (reportFault('titles', result.reason) ?? []),
      );
      return mergeMatches(lists, limit);
    } catch (error) {
      return reportFault('titles', error) ?? [];
    }
  };
}
