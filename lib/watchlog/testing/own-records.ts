import type { FilmRef } from '../../films/types.ts';
import { findFilmByRefs, findOwnRecordsOfFilms } from '../queries/queries.ts';
import { logStores, mapStores, type LogDatabase } from '../store/schema.ts';
import type { FilmRow, LogStore, OwnRecord } from '../types.ts';

async function findOwn(db: LogDatabase, film: FilmRow | null | undefined): Promise<OwnRecord | null> {
  if (!film || film.deleted !== null) return null;
  const [own = null] = await findOwnRecordsOfFilms(db, [film]);
  return own;
}

/** What is the user's own of a film by its row's id; null where the film is not in the log. */
export async function findOwnRecord(db: LogDatabase, filmId: string): Promise<OwnRecord | null> {
  return findOwn(db, await db.get('films', filmId));
}

/** What is the user's own by ref; refs that no film of the log has are left out. */
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

/** How many rows of each store are not deleted. */
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
