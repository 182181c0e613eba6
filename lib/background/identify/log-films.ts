import { isTitleRef } from '../../films/titles/title-key.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { FilmRow } from '../../watchlog/types.ts';
import type { Film, FilmRef } from '../../films/types.ts';

/** A film of the log without the log's own fields. */
export function toFilm(row: FilmRow): Film {
  const { id: _id, stamps: _stamps, deleted: _deleted, importId: _importId, ...known } = row;
  const { purged: _purged, liked: _liked, tags: _tags, ...film } = known;
  return film;
}

/** A title without a year. */
const isWithoutYear = (key: FilmRef): boolean => isTitleRef(key) && key.split(':').length === 2;
const dropYear = (key: FilmRef): FilmRef => `title:${key.split(':')[1] ?? ''}`;

/**
 * The films of the log under each of the refs; refs without one are left out. `title:her` gives the films of that
 * title of every year.
 */
export async function findFilmsByKeys(db: LogDatabase, keys: FilmRef[]): Promise<Map<FilmRef, FilmRow[]>> {
  const { store } = db.transaction('films');
  const found = new Map<FilmRef, FilmRow[]>();
  if ((await store.count()) === 0) return found;
  const byRef = store.index('byRef');
  const asked = new Set(keys);
  const ofAllYears = (key: FilmRef): IDBKeyRange => IDBKeyRange.bound(`${key}:`, `${key}:\uffff`);
  const put = (key: FilmRef, rows: FilmRow[]): void => {
    const live = rows.filter((row) => row.deleted === null);
    if (live.length > 0) found.set(key, live);
  };
  // What a title gives of all years holds what it gives of one: a question less for most films.
  const isAmongOthers = (key: FilmRef): boolean =>
    isTitleRef(key) && !isWithoutYear(key) && asked.has(dropYear(key));
  const among = [...asked].filter(isAmongOthers);
  const alone = [...asked].filter((key) => !isAmongOthers(key));
  await Promise.all(
    alone.map(async (key) => {
      const lists = [byRef.getAll(key), ...(isWithoutYear(key) ? [byRef.getAll(ofAllYears(key))] : [])];
      put(key, (await Promise.all(lists)).flat());
    }),
  );
  for (const key of among)
    put(
      key,
      (found.get(dropYear(key)) ?? []).filter(({ refs }) => refs.includes(key)),
    );
  return found;
}
