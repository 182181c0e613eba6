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

/** One read transaction over the user's data about films. */
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
 * The film in the log with one of the refs. Ids come before titles with years, which count only if no id
 * disagrees. Null if there is none.
 */
export function findFilmByRefs(db: LogDatabase, refs: readonly FilmRef[]): Promise<FilmRow | null> {
  return findFilm(db.transaction(ownStores), accountOfRefs(refs));
}

/**
 * The user's data about each of many films, in their order; null for a film that is not in the log. Finds a
 * film as a write about it would.
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

/** The entries of a film, newest first; those at an unknown time last. */
export async function listEntriesOfFilm(db: LogDatabase, filmId: string): Promise<WatchEntry[]> {
  const rows = await db.getAllFromIndex('entries', 'byFilm', filmId);
  return rows
    .filter(isLive)
    .sort((a, b) => comparePartialDates(b.watchedOn, a.watchedOn) || (a.id < b.id ? 1 : -1));
}

/**
 * The user's corrections by key, with the film of each (null: not a film); keys without a correction are
 * omitted.
 */
export async function findCorrections(
  db: LogDatabase,
  keys: readonly FilmRef[],
): Promise<Map<FilmRef, { row: CorrectionRow; film: FilmRow | null }>> {
  const tx = db.transaction(['corrections', 'films']);
  const found = new Map<FilmRef, { row: CorrectionRow; film: FilmRow | null }>();
  // Most logs have no corrections, and a query for each key takes time.
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
