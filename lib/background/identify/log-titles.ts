import { packTitles, takeBestKnown } from '../../catalogue/search/film-titles.ts';
import { chooseKey } from '../../films/find-id.ts';
import type { ReadLog } from '../messages/log-access.ts';
import type { SearchableTitles } from './title-searches.ts';

/** How well known the films of the log count as, so that they come before obscure ones. */
const knownInLog = 60;

/** What is searched as one types: the titles of the log's films and of the catalogues. */
export async function listSearchable(
  readLog: ReadLog,
  loadCatalogues: () => Promise<SearchableTitles[]>,
): Promise<SearchableTitles[]> {
  const [ofLog, catalogues] = await Promise.all([openLogTitles(readLog), loadCatalogues()]);
  return ofLog === null ? catalogues : [ofLog, ...catalogues];
}

/**
 * The titles of the log's films, for the search as one types; null if the log cannot be read. They are indexed again when
 * the log has other films: a title that was edited counts from the next start of the background on.
 */
async function openLogTitles(readLog: ReadLog): Promise<SearchableTitles | null> {
  const state = await readLog((db) => db.get('meta', 'state'));
  if (!state || state.counts.films.live === 0) return null;
  const { rows, live } = state.counts.films;
  return {
    manifest: { id: 'log' },
    revision: `${rows} ${live}`,
    async readTitles({ most = Infinity } = {}) {
      const films = (await readLog((db) => db.getAll('films'))) ?? [];
      const titled = films.flatMap(({ deleted, ...film }) => {
        const { title, originalTitle, alternativeTitles, year } = film;
        const otherTitles = [...(originalTitle === null ? [] : [originalTitle]), ...alternativeTitles];
        return deleted === null
          ? [{ title, otherTitles, year, known: knownInLog, ref: chooseKey(film) }]
          : [];
      });
      return takeBestKnown(packTitles(titled), most);
    },
  };
}
