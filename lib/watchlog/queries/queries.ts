import type { IDBPTransaction } from 'idb';
import type { FilmRef } from '../../films/types.ts';
import { comparePartialDates } from '../../dates/partial-date.ts';
import { compareEntries, decideFilmRating } from '../film-rating.ts';
import { accountOfRefs, accountOfInput, listRowsOfFilm } from '../films/film-match.ts';
import type { FilmAccount } from '../../films/same-film.ts';
import type { LogDatabase, LogSchema } from '../store/schema.ts';
import type { CorrectionRow, WatchEntry, FilmInput, FilmRow, LogStore, OwnRecord } from '../types.ts';

function isLive(row: { deleted: string | null }): boolean {
  return row.deleted === null;
}

const ownStores = ['films', 'ratings', 'entries', 'watchlist'] as const satisfies LogStore[];

/** One reading transaction over what is the user's own of films. */
type OwnTransaction = IDBPTransaction<LogSchema, typeof ownStores>;

async function findFilm(tx: OwnTransaction, account: FilmAccount): Promise<FilmRow | null> {
  const byRef = tx.objectStore('films').index('byRef');
  const rows = await listRowsOfFilm(account, (ref) => byRef.getAll(ref));
  return rows.find(isLive) ?? null;
}

async function findOwn(tx: OwnTransaction, film: FilmRow): Promise<OwnRecord> {
  const [ratings, allEntries, watchlist] = await Promise.all([
    tx.objectStore('ratings').index('byFilm').getAll(film.id),
    tx.objectStore('entries').index('byFilm').getAll(film.id),
    tx.objectStore('watchlist').index('byFilm').getAll(film.id),
  ]);
  const rating = ratings.find(isLive);
  const entries = allEntries.filter(isLive).sort(compareEntries);
  const present = rating?.value ?? null;
  return {
    filmId: film.id,
    rating: decideFilmRating(present, entries)?.value ?? null,
    isRated: present !== null,
    criteria: rating?.criteria ?? {},
    watchedCount: entries.length,
    finished: entries.some(({ finished }) => finished),
    lastWatchedOn: entries.at(-1)?.watchedOn ?? null,
    onWatchlist: watchlist.some(isLive),
    liked: film.liked,
  };
}

/**
 * The film the user has touched that has one of the refs; ids go before names by title and year, which only count
 * where no id disagrees. Null where there is none.
 */
export function findFilmByRefs(db: LogDatabase, refs: readonly FilmRef[]): Promise<FilmRow | null> {
  return findFilm(db.transaction(ownStores), accountOfRefs(refs));
}

/**
 * What is the user's own of each of many films, in their order; null where a film is not in the log. A film is found as
 * a write about it would find it.
 */
export function findOwnRecordsOfFilms(
  db: LogDatabase,
  films: readonly (FilmInput | null)[],
): Promise<(OwnRecord | null)[]> {
  const tx = db.transaction(ownStores);
  return Promise.all(
    films.map(async (input) => {
      const film = input === null ? null : await findFilm(tx, accountOfInput(input));
      return film === null ? null : findOwn(tx, film);
    }),
  );
}

/** The viewings of a film, newest first; those at an unknown time last. */
export async function listEntriesOfFilm(db: LogDatabase, filmId: string): Promise<WatchEntry[]> {
  const rows = await db.getAllFromIndex('entries', 'byFilm', filmId);
  return rows
    .filter(isLive)
    .sort((a, b) => comparePartialDates(b.watchedOn, a.watchedOn) || (a.id < b.id ? 1 : -1));
}

/** The user's corrections by key, with the film each names (null: the key is none); keys without one are left out. */
export async function findCorrections(
  db: LogDatabase,
  keys: readonly FilmRef[],
): Promise<Map<FilmRef, { row: CorrectionRow; film: FilmRow | null }>> {
  const tx = db.transaction(['corrections', 'films']);
  const found = new Map<FilmRef, { row: CorrectionRow; film: FilmRow | null }>();
  // Most logs have none, and a question a name takes its time.
  if ((await tx.objectStore('corrections').count()) === 0) return found;
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const row = (await tx.objectStore('corrections').index('byKey').getAll(key)).find(isLive);
      if (row === undefined) return;
      const film = row.filmId === null ? null : ((await tx.objectStore('films').get(row.filmId)) ?? null);
      if (film === null ? row.filmId === null : isLive(film)) found.set(key, { row, film });
    }),
  );
  return found;
}
