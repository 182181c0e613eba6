import { decideFilmRating, type RatedEntry } from '../film-rating.ts';
import { createTextPool } from '../../text/text-pool.ts';
import type { LogIndex } from './index-types.ts';
import type { WatchEntry, FilmRow, RatingRow, WatchlistRow } from '../types.ts';

/** Maximum number of cast names that the index keeps per film. */
const maxCast = 10;

/** An empty index. */
export function createLogIndex(): LogIndex {
  return {
    sequence: 0,
    films: {
      ids: [],
      live: [],
      refs: [],
      titles: [],
      originalTitles: [],
      alternativeTitles: [],
      years: [],
      directors: [],
      cast: [],
      genres: [],
      countries: [],
      languages: [],
      runtimes: [],
      liked: [],
      tags: [],
      ratings: [],
      ownRatings: [],
      criteria: [],
      ratedAt: [],
      priorities: [],
      reasons: [],
      listedAt: [],
      entries: [],
      lastWatched: [],
    },
    entries: {
      ids: [],
      films: [],
      days: [],
      rewatches: [],
      finished: [],
      ratings: [],
      tags: [],
      notes: [],
      places: [],
      companies: [],
      reviewLengths: [],
      spoilers: [],
      loggedAt: [],
    },
    order: [],
    positions: { films: new Map(), entries: new Map(), ratings: new Map(), watchlist: new Map() },
    pool: createTextPool(),
  };
}

function setFacts({ films, pool }: LogIndex, position: number, row: FilmRow | null, id: string): void {
  films.ids[position] = id;
  films.live[position] = row !== null && row.deleted === null;
  films.refs[position] = row?.refs ?? [];
  films.titles[position] = row?.title ?? '';
  films.originalTitles[position] = row?.originalTitle ?? null;
  films.alternativeTitles[position] = pool.list(row?.alternativeTitles ?? []);
  films.years[position] = row?.year ?? null;
  films.directors[position] = pool.list(row?.directors ?? []);
  films.cast[position] = row?.cast.slice(0, maxCast).map(pool.text) ?? [];
  films.genres[position] = pool.list(row?.genres ?? []);
  films.countries[position] = pool.list(row?.countries ?? []);
  films.languages[position] = pool.list(row?.languages ?? []);
  films.runtimes[position] = row?.runtimeMinutes ?? null;
  films.liked[position] = row?.liked ?? false;
  films.tags[position] = pool.list(row?.tags ?? []);
}

/** The rated entries of a film, with the fields that determine its rating. */
function* listRated({ films, entries }: LogIndex, film: number): Generator<RatedEntry> {
  for (const position of films.entries[film] ?? []) {
    const rating = entries.ratings[position] ?? null;
    if (rating === null) continue;
    const [id, loggedAt] = [entries.ids[position] ?? '', entries.loggedAt[position] ?? 0];
    yield { id, loggedAt, rating, watchedOn: entries.days[position] || null };
  }
}

function setOwnRating(index: LogIndex, film: number): void {
  const present = index.films.ratings[film] ?? null;
  index.films.ownRatings[film] = decideFilmRating(present, listRated(index, film))?.value ?? null;
}

function setRating(index: LogIndex, position: number, row: RatingRow | null): void {
  const { films } = index;
  films.ratings[position] = row?.value ?? null;
  setOwnRating(index, position);
  films.criteria[position] = row === null || Object.keys(row.criteria).length === 0 ? null : row.criteria;
  films.ratedAt[position] = row === null || row.value === null ? null : row.ratedAt;
}

function setWatchlist({ films }: LogIndex, position: number, row: WatchlistRow | null): void {
  films.priorities[position] = row?.priority ?? null;
  films.reasons[position] = row?.reason ?? '';
  films.listedAt[position] = row?.addedAt ?? null;
}

/** The film's position; creates an empty film if its row has not been read yet. */
function indexFilm(index: LogIndex, id: string): number {
  const { films, positions } = index;
  const known = positions.films.get(id);
  if (known !== undefined) return known;
  const position = films.ids.length;
  positions.films.set(id, position);
  films.entries[position] = [];
  films.lastWatched[position] = '';
  setFacts(index, position, null, id);
  setRating(index, position, null);
  setWatchlist(index, position, null);
  return position;
}

/** Adds or updates a film's row in the index. */
export function putFilm(index: LogIndex, row: FilmRow): void {
  setFacts(index, indexFilm(index, row.id), row, row.id);
}

/** Adds, moves or removes a row of a store with one row per film. */
function putOnFilm<Row extends RatingRow | WatchlistRow>(
  index: LogIndex,
  positions: Map<string, number>,
  row: Row,
  set: (index: LogIndex, position: number, row: Row | null) => void,
): void {
  const former = positions.get(row.id);
  const position = indexFilm(index, row.filmId);
  if (former !== undefined && (former !== position || row.deleted !== null)) {
    positions.delete(row.id);
    set(index, former, null);
  }
  if (row.deleted !== null) return;
  positions.set(row.id, position);
  set(index, position, row);
}

/** Adds or updates a rating's row in the index. */
export function putRating(index: LogIndex, row: RatingRow): void {
  putOnFilm(index, index.positions.ratings, row, setRating);
}

/** Adds or updates a watchlist row in the index. */
export function putWatchlistItem(index: LogIndex, row: WatchlistRow): void {
  putOnFilm(index, index.positions.watchlist, row, setWatchlist);
}

function setEntry({ entries, pool }: LogIndex, position: number, film: number, row: WatchEntry): void {
  entries.ids[position] = row.id;
  entries.films[position] = film;
  entries.rewatches[position] = row.rewatch;
  entries.finished[position] = row.finished;
  entries.ratings[position] = row.rating;
  entries.tags[position] = pool.list(row.tags);
  entries.notes[position] = row.note;
  entries.places[position] = pool.text(row.place);
  entries.companies[position] = pool.text(row.company);
  entries.reviewLengths[position] = row.review.length;
  entries.spoilers[position] = row.reviewHasSpoilers;
  entries.loggedAt[position] = row.loggedAt;
}

function findLast({ films, entries }: LogIndex, film: number): string {
  let last = '';
  for (const position of films.entries[film] ?? []) {
    const day = entries.days[position] ?? '';
    if (day > last) last = day;
  }
  return last;
}

/** Adds an entry that is not deleted to the columns, and returns its position. The caller updates `order`. */
export function putEntryRow(index: LogIndex, row: WatchEntry): number {
  const { entries, films, positions } = index;
  const film = indexFilm(index, row.filmId);
  const position = positions.entries.get(row.id) ?? entries.ids.length;
  positions.entries.set(row.id, position);
  setEntry(index, position, film, row);
  films.entries[film]?.push(position);
  const day = index.pool.text(row.watchedOn ?? '');
  entries.days[position] = day;
  if (day > (films.lastWatched[film] ?? '')) films.lastWatched[film] = day;
  if (row.rating !== null && films.ratings[film] === null) setOwnRating(index, film);
  return position;
}

/** Removes an entry from its film's list. */
function takeOffFilm(index: LogIndex, position: number): void {
  const { films, entries } = index;
  const film = entries.films[position] ?? -1;
  films.entries[film] = (films.entries[film] ?? []).filter((other) => other !== position);
  films.lastWatched[film] = findLast(index, film);
  setOwnRating(index, film);
}

/** The rank in the order that an entry with that day and id has, or would have. */
function findRank({ order, entries }: LogIndex, day: string, id: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = order[middle] ?? 0;
    const itsDay = entries.days[position] ?? '';
    const isBefore = itsDay === day ? (entries.ids[position] ?? '') > id : itsDay > day;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds or updates an entry in the index and its order; removes it if it is deleted. */
export function putEntry(index: LogIndex, row: WatchEntry): void {
  const { entries, order, positions } = index;
  const former = positions.entries.get(row.id);
  if (former !== undefined) {
    const rank = findRank(index, entries.days[former] ?? '', row.id);
    if (order[rank] === former) {
      order.splice(rank, 1);
      takeOffFilm(index, former);
    }
  }
  if (row.deleted !== null) return;
  const position = putEntryRow(index, row);
  order.splice(findRank(index, entries.days[position] ?? '', row.id), 0, position);
}
