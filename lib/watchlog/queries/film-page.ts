import type { StoredReview } from '../../films/review-types.ts';
import { filmTrashStores, type TrashKey } from '../commands/edit-types.ts';
import { findJoinedFilm } from '../films/film-split.ts';
import { listItemsOfList, listListsOfFilm } from './lists.ts';
import { parseStamp } from '../store/hybrid-clock.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { FilmRow, WatchEntry } from '../types.ts';

/** A film that was taken out of the log. */
export interface RemovedFilm {
  title: string;
  year: number | null;
  /** Milliseconds since 1970. */
  removedAt: number;
  /** What was deleted together with it and can be restored; empty if it was purged. */
  rows: TrashKey[];
  /** The film to which it was joined, if that is in the log; otherwise null. */
  mergedInto: string | null;
}

const findRow = async (db: LogDatabase, id: string): Promise<FilmRow | null> =>
  (await db.get('films', id)) ?? null;

/** The films that were joined to a film and can be split off again, oldest first. */
export async function listJoinedFilms(db: LogDatabase, id: string): Promise<FilmRow[]> {
  const all = await db.getAll('films');
  const joined = all.filter(({ deleted, merged }) => deleted !== null && merged);
  const ends = await Promise.all(joined.map((film) => findJoinedFilm((each) => findRow(db, each), film)));
  return joined.filter((_film, at) => ends[at]?.id === id);
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
  const joined = film.merged ? await findJoinedFilm((each) => findRow(db, each), film) : null;
  return {
    title,
    year,
    removedAt: parseStamp(film.deleted)?.ms ?? 0,
    rows: lists.flat(),
    mergedInto: joined?.id ?? null,
  };
}

/** Everything in the log about one film that its page shows. */
export interface FilmPageRows {
  film: FilmRow;
  /** Newest first; those of an unknown day last. */
  entries: WatchEntry[];
  /** Newest first. */
  keptReviews: StoredReview[];
  /** The lists that it is on, the newest first. */
  lists: FilmPlace[];
}

/** The place of a film on a list. */
interface FilmPlace {
  id: string;
  name: string;
  isRanked: boolean;
  /** From 1. */
  place: number;
  /** The number of films on the list. */
  count: number;
}

async function listPlaces(db: LogDatabase, filmId: string): Promise<FilmPlace[]> {
  const lists = await listListsOfFilm(db, filmId);
  return Promise.all(
    lists.map(async ({ list, item }) => {
      const items = await listItemsOfList(db, list.id);
      const place = items.findIndex(({ id }) => id === item.id) + 1;
      return { id: list.id, name: list.name, isRanked: list.ranked, place, count: items.length };
    }),
  );
}

const compareTexts = (one: string, other: string): number => Number(one < other) - Number(one > other);

/** Reads everything about a film of the log; null if it is not in the log. */
export async function readFilmPage(db: LogDatabase, id: string): Promise<FilmPageRows | null> {
  const [film, entries, reviews, lists] = await Promise.all([
    db.get('films', id),
    db.getAllFromIndex('entries', 'byFilm', id),
    db.getAllFromIndex('keptReviews', 'byFilm', id),
    listPlaces(db, id),
  ]);
  if (film === undefined || film.deleted !== null) return null;
  const live = entries.filter(({ deleted }) => deleted === null);
  return {
    film,
    lists,
    entries: live.sort(
      (a, b) => compareTexts(a.watchedOn ?? '', b.watchedOn ?? '') || b.loggedAt - a.loggedAt,
    ),
    keptReviews: reviews
      .filter(({ deleted }) => deleted === null)
      .map(({ review }) => review)
      .sort((a, b) => compareTexts(a.date ?? '', b.date ?? '')),
  };
}
