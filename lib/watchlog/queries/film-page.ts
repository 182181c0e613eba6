import { filmTrashStores, type TrashKey } from '../commands/edit-types.ts';
import { parseStamp } from '../store/hybrid-clock.ts';
import type { LogDatabase } from '../store/schema.ts';

/** A film that was taken out of the log. */
export interface RemovedFilm {
  title: string;
  year: number | null;
  /** Milliseconds since 1970. */
  removedAt: number;
  /** What was deleted together with it and can be restored; empty if it was purged. */
  rows: TrashKey[];
}

/** A film that is no longer in the log; null if there never was one with that id, or if it is in the log. */
export async function findRemovedFilm(db: LogDatabase, id: string): Promise<RemovedFilm | null> {
  const film = await db.get('films', id);
  if (film === undefined || film.deleted === null) return null;
  const lists = await Promise.all(
    filmTrashStores.map(async (store): Promise<TrashKey[]> => {
      const rows = await db.getAllFromIndex(store, 'byFilm', id);
      return rows.flatMap((row) =>
        row.deleted === film.deleted && !row.purged ? [{ store, id: row.id }] : [],
      );
    }),
  );
  const { title, year } = film;
  return { title, year, removedAt: parseStamp(film.deleted)?.ms ?? 0, rows: lists.flat() };
}
