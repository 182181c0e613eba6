import type { FilmRef } from '../../films/types.ts';
import { findFilmByRefs, findOwnRecordsOfFilms } from '../queries/queries.ts';
import { logStores, mapStores, type LogDatabase } from '../store/schema.ts';
import type { FilmRow, LogStore, OwnRecord } from '../types.ts';

async function findOwn(db: LogDatabase, film: FilmRow | null | undefined): Promise<OwnRecord | null> {
  if (!film || film.deleted !== null) return null;
  const [own = null] = await findOwnRecordsOfFilms(db, [film]);
  return own;
}

/** The user's data about a film by its row id; null if the film is not in the log. */
export async function findOwnRecord(db: LogDatabase, filmId: string): Promise<OwnRecord | null> {
  return findOwn(db, await db.get('films', filmId));
}

/** The user's data by ref; refs of films that are not in the log are omitted. */
export async function findOwnRecords(
  db: LogDatabase,
  refs: readonly FilmRef[],
): Promise<Map<FilmRef, OwnRecord>> {
  const found = new Map<FilmRef, OwnRecord>();
  for (const ref of refs) {
    const own = await findOwn(db, await findFilmByRefs(db, [ref]));
    if (own) found.set(ref, own);
  }
  return found;
}

/** The number of rows in each store that are not deleted. */
export async function countAll(db: LogDatabase): Promise<Record<LogStore, number>> {
  const tx = db.transaction(logStores);
  const count = async (store: LogStore): Promise<[LogStore, number]> => {
    const rows = tx.objectStore(store);
    const [all, deleted] = await Promise.all([rows.count(), rows.index('byDeletion').count()]);
    return [store, all - deleted];
  };
  const counts = new Map(await Promise.all(logStores.map(count)));
  return mapStores((store) => counts.get(store) ?? 0);
}
