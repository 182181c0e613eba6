import { foldTitle } from '../../films/titles/title-key.ts';
import type { SightedHint } from '../../films/types.ts';

/**
 * Returns whether a title that a page does not call a film is a series' title. `readSeries` is called once, at the first
 * question; without an answer no title is a series'.
 */
export function createSeriesTitles(readSeries: () => Promise<string[]>) {
  let titles: Promise<ReadonlySet<string>> | undefined;
  const load = async (): Promise<ReadonlySet<string>> => {
    try {
      return new Set((await readSeries()).map(foldTitle));
    } catch {
      titles = undefined;
      return new Set();
    }
  };
  return async ({ hint }: SightedHint): Promise<boolean> => {
    if (hint.kind === 'film') return false;
    titles ??= load();
    return (await titles).has(foldTitle(hint.title));
  };
}
