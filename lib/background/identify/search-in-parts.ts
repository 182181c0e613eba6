import { openTitleSearch, type TitleSearch } from '../../catalogue/search/title-search.ts';
import type { TitleMatch, TitleReading } from '../../catalogue/search/types.ts';
import type { Catalogue } from '../../catalogue/types.ts';

/**
 * Films that are indexed first, in a few hundredths of a second: the best known ones, which most people mean.
 * @internal
 */
export const firstFilms = 5000;
/** Time after which others get their turn, so that badges do not wait. */
const sliceMs = 12;

/** Creates a function that lets other work have its turn if this work has had a slice of time. */
function createPause(): () => Promise<void> {
  let end = performance.now() + sliceMs;
  return async () => {
    if (performance.now() < end) return;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + sliceMs;
  };
}

/** A search over the titles of a catalogue, of which the best known films can be found before the others. */
export interface SearchInParts {
  /** The films that fit a text, best first. Rejects with `CatalogueError` if the titles are damaged. */
  find(text: string, limit: number): Promise<TitleMatch[]>;
}

/**
 * Opens a search over the titles of a catalogue, and begins to index them. As long as not all are indexed, the best known
 * films answer if enough of them fit. Calls `onFailed` if the titles cannot be read.
 */
export function openSearchInParts(
  catalogue: Pick<Catalogue, 'readTitles'>,
  onFailed: () => void,
): SearchInParts {
  let whole: TitleSearch | null = null;

  async function open(reading: TitleReading): Promise<{ search: TitleSearch; films: number } | null> {
    const pause = createPause();
    const titles = await catalogue.readTitles?.({ ...reading, pause });
    return titles ? { search: await openTitleSearch(titles, pause), films: titles.years.length } : null;
  }

  async function openWhole(): Promise<TitleSearch | null> {
    const first = await opening;
    const all = first === null || first.films < firstFilms ? first : await open({});
    whole = all && all.search;
    void whole?.prepare(createPause());
    return whole;
  }

  const opening = open({ most: firstFilms });
  const openingWhole = openWhole();
  openingWhole.catch(onFailed);

  return {
    async find(text, limit) {
      if (whole === null) {
        const found = (await opening)?.search.search(text, limit) ?? [];
        if (found.length === limit) return found;
      }
      return (await openingWhole)?.search(text, limit) ?? [];
    },
  };
}
