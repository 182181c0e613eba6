import { isSameFilm } from '../../films/same-film.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import type { CoverFilm } from '../../messaging/cover-protocol.ts';
import { titleRef } from '../../films/titles/title-key.ts';
import type { CacheDatabase, CoverRow, UseCache } from '../cache/cache-database.ts';
import { dropOldest } from '../cache/drop-oldest.ts';
import { listStoredRefs } from '../cache/film-refs.ts';

/** The maximum number of kept covers. Beyond it the oldest tenth is deleted. */
export const maxCovers = 3000;

/** The covers of films, each a picture that was on the screen. */
export interface Covers {
  /** Keeps a film's cover in place of an earlier one; does nothing where the user wants none. */
  keep: (film: Film, picture: string) => Promise<void>;
  /** The cover of each film, as the address of its data; null where there is none. */
  find: (films: CoverFilm[]) => Promise<(string | null)[]>;
}

interface Options {
  use: UseCache;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Whether the user wants covers. */
  isOn: () => Promise<boolean>;
}

/** The rows that may be a film's: those with one of its refs that belong to no other film. */
async function findRows(db: CacheDatabase, film: CoverFilm): Promise<CoverRow[]> {
  const index = db.transaction('covers').store.index('byRef');
  const refs: FilmRef[] = [...film.refs.slice(0, 40), titleRef(film.title, film.year)];
  const lists = await Promise.all([...new Set(refs)].map((ref) => index.getAll(ref)));
  const rows = [...new Map(lists.flat().map((row) => [row.key, row])).values()];
  return rows.filter((row) => isSameFilm({ directors: [], ...film }, { ...row.film, refs: row.refs }));
}

/** The covers in the cache. Calls reject when the cache cannot be used. */
export function createCovers({ use, now, isOn }: Options): Covers {
  return {
    async keep(film, picture) {
      if (!(await isOn())) return;
      const refs = listStoredRefs(film);
      const [key] = refs;
      if (key === undefined) return;
      const { title, year, directors } = film;
      const row: CoverRow = { key, refs, film: { title, year, directors }, picture, savedAt: now() };
      await use(async (db) => {
        for (const { key: former } of await findRows(db, film)) await db.delete('covers', former);
        await db.put('covers', row);
        await dropOldest(db, { store: 'covers', byAge: 'bySavedAt', most: maxCovers }, row.savedAt);
      });
    },
    async find(films) {
      if (!(await isOn())) return films.map(() => null);
      return use(async (db) => {
        if ((await db.count('covers')) === 0) return films.map(() => null);
        const found = await Promise.all(films.map((film) => findRows(db, film)));
        // Two films can have one title and year: then neither is known to be meant.
        return found.map((rows) => (rows.length === 1 ? (rows[0]?.picture ?? null) : null));
      });
    },
  };
}
