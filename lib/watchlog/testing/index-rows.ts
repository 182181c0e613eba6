import { createEntryFields } from '../entry-fields.ts';
import { createLogIndex, putEntry, putFilm, putWatchlistItem, putRating } from '../index/log-index.ts';
import type { LogIndex } from '../index/index-types.ts';
import type { WatchEntry, FilmRow, RatingRow, WatchlistRow } from '../types.ts';

const row = { stamps: {}, deleted: null, importId: null };

/** A film's row for tests: from 2000, with only its title known. */
export function formatFilmRow(id: string, title: string, facts: Partial<FilmRow> = {}): FilmRow {
  return {
    ...row,
    id,
    refs: [],
    title,
    originalTitle: null,
    alternativeTitles: [],
    year: 2000,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
    liked: false,
    tags: [],
    ...facts,
  };
}

/** An entry's row for tests. */
export function formatEntryRow(id: string, filmId: string, fields: Partial<WatchEntry> = {}): WatchEntry {
  return {
    ...row,
    id,
    filmId,
    ...createEntryFields(),
    watchedOn: '2026-01-01',
    loggedAt: 0,
    origin: 'log',
    ...fields,
  };
}

/** An index of the given rows. */
export function formatIndex(rows: {
  films: FilmRow[];
  entries?: WatchEntry[];
  ratings?: Pick<RatingRow, 'filmId' | 'value'>[];
  watchlist?: Pick<WatchlistRow, 'filmId' | 'priority'>[];
}): LogIndex {
  const index = createLogIndex();
  for (const film of rows.films) putFilm(index, film);
  for (const [at, rating] of (rows.ratings ?? []).entries())
    putRating(index, { ...row, id: `r${at}`, criteria: {}, ratedAt: 0, ...rating });
  for (const [at, item] of (rows.watchlist ?? []).entries())
    putWatchlistItem(index, { ...row, id: `w${at}`, reason: '', addedAt: 0, ...item });
  for (const entry of rows.entries ?? []) putEntry(index, entry);
  return index;
}
