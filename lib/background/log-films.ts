import { isTitleRef } from '../watchlog/film-seed.ts';
import type { LogDatabase } from '../watchlog/schema.ts';
import type { FilmRow } from '../watchlog/types.ts';
import type { Film, FilmRef } from '../films/types.ts';

/** A film of the log as a film, without what the log keeps for itself. */
export function toFilm(row: FilmRow): Film {
  return {
    refs: row.refs,
    title: row.title,
    originalTitle: row.originalTitle,
    alternativeTitles: row.alternativeTitles,
    year: row.year,
    releases: row.releases,
    directors: row.directors,
    writers: row.writers,
    cast: row.cast,
    runtimeMinutes: row.runtimeMinutes,
    genres: row.genres,
    countries: row.countries,
    languages: row.languages,
  };
}

/**
 * The films of the log under each of the refs; refs without one are left out. `title:her` gives the films of that
 * title of every year.
 */
export async function findFilmsByKeys(db: LogDatabase, keys: FilmRef[]): Promise<Map<FilmRef, FilmRow[]>> {
  const { store } = db.transaction('films');
  const found = new Map<FilmRef, FilmRow[]>();
  if ((await store.count()) === 0) return found;
  const byRef = store.index('byRef');
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const isAnyYear = isTitleRef(key) && key.split(':').length === 2;
      const [rows, dated] = await Promise.all([
        byRef.getAll(key),
        isAnyYear ? byRef.getAll(IDBKeyRange.bound(`${key}:`, `${key}:\uffff`)) : [],
      ]);
      const live = [...rows, ...dated].filter((row) => row.deleted === null);
      if (live.length > 0) found.set(key, live);
    }),
  );
  return found;
}
