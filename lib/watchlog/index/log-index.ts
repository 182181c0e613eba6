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
    places: { films: new Map(), entries: new Map(), ratings: new Map(), watchlist: new Map() },
    pool: createTextPool(),
  };
}

function setFacts({ films, pool }: LogIndex, place: number, row: FilmRow | null, id: string): void {
  films.ids[place] = id;
  films.live[place] = row !== null && row.deleted === null;
  films.refs[place] = row?.refs ?? [];
  films.titles[place] = row?.title ?? '';
  films.originalTitles[place] = row?.originalTitle ?? null;
  films.alternativeTitles[place] = pool.list(row?.alternativeTitles ?? []);
  films.years[place] = row?.year ?? null;
  films.directors[place] = pool.list(row?.directors ?? []);
  films.cast[place] = row?.cast.slice(0, maxCast).map(pool.text) ?? [];
  films.genres[place] = pool.list(row?.genres ?? []);
  films.countries[place] = pool.list(row?.countries ?? []);
  films.languages[place] = pool.list(row?.languages ?? []);
  films.runtimes[place] = row?.runtimeMinutes ?? null;
  films.liked[place] = row?.liked ?? false;
  films.tags[place] = pool.list(row?.tags ?? []);
}

/** The rated entries of a film, with the fields that determine its rating. */
function* listRated({ films, entries }: LogIndex, film: number): Generator<RatedEntry> {
  for (const place of films.entries[film] ?? []) {
    const rating = entries.ratings[place] ?? null;
    if (rating === null) continue;
    const [id, loggedAt] = [entries.ids[place] ?? '', entries.loggedAt[place] ?? 0];
    yield { id, loggedAt, rating, watchedOn: entries.days[place] || null };
  }
}

function setOwnRating(index: LogIndex, film: number): void {
  const present = index.films.ratings[film] ?? null;
  index.films.ownRatings[film] = decideFilmRating(present, listRated(index, film))?.value ?? null;
}

function setRating(index: LogIndex, place: number, row: RatingRow | null): void {
  const { films } = index;
  films.ratings[place] = row?.value ?? null;
  setOwnRating(index, place);
  films.criteria[place] = row === null || Object.keys(row.criteria).length === 0 ? null : row.criteria;
  films.ratedAt[place] = row === null || row.value === null ? null : row.ratedAt;
}

function setWatchlist({ films }: LogIndex, place: number, row: WatchlistRow | null): void {
  films.priorities[place] = row?.priority ?? null;
  films.reasons[place] = row?.reason ?? '';
  films.listedAt[place] = row?.addedAt ?? null;
}

/** The film's position; creates an empty film if its row has not been read yet. */
function placeFilm(index: LogIndex, id: string): number {
  const { films, places } = index;
  const known = places.films.get(id);
  if (known !== undefined) return known;
  const place = films.ids.length;
  places.films.set(id, place);
  films.entries[place] = [];
  films.lastWatched[place] = '';
  setFacts(index, place, null, id);
  setRating(index, place, null);
  setWatchlist(index, place, null);
  return place;
}

/** Adds or updates a film's row in the index. */
export function putFilm(index: LogIndex, row: FilmRow): void {
  setFacts(index, placeFilm(index, row.id), row, row.id);
}

/** Adds, moves or removes a row of a store with one row per film. */
function putOnFilm<Row extends RatingRow | WatchlistRow>(
  index: LogIndex,
  places: Map<string, number>,
  row: Row,
  set: (index: LogIndex, place: number, row: Row | null) => void,
): void {
  const former = places.get(row.id);
  const place = placeFilm(index, row.filmId);
  if (former !== undefined && (former !== place || row.deleted !== null)) {
    places.delete(row.id);
    set(index, former, null);
  }
  if (row.deleted !== null) return;
  places.set(row.id, place);
  set(index, place, row);
}

/** Adds or updates a rating's row in the index. */
export function putRating(index: LogIndex, row: RatingRow): void {
  putOnFilm(index, index.places.ratings, row, setRating);
}

/** Adds or updates a watchlist row in the index. */
export function putWatchlistItem(index: LogIndex, row: WatchlistRow): void {
  putOnFilm(index, index.places.watchlist, row, setWatchlist);
}

function setEntry({ entries, pool }: LogIndex, place: number, film: number, row: WatchEntry): void {
  entries.ids[place] = row.id;
  entries.films[place] = film;
  entries.rewatches[place] = row.rewatch;
  entries.finished[place] = row.finished;
  entries.ratings[place] = row.rating;
  entries.tags[place] = pool.list(row.tags);
  entries.notes[place] = row.note;
  entries.places[place] = pool.text(row.place);
  entries.companies[place] = pool.text(row.company);
  entries.reviewLengths[place] = row.review.length;
  entries.spoilers[place] = row.reviewHasSpoilers;
  entries.loggedAt[place] = row.loggedAt;
}

function findLast({ films, entries }: LogIndex, film: number): string {
  let last = '';
  for (const place of films.entries[film] ?? []) {
    const day = entries.days[place] ?? '';
    if (day > last) last = day;
  }
  return last;
}

/** Adds an entry that is not deleted to the columns, and returns its position. The caller updates `order`. */
export function putEntryRow(index: LogIndex, row: WatchEntry): number {
  const { entries, films, places } = index;
  const film = placeFilm(index, row.filmId);
  const place = places.entries.get(row.id) ?? entries.ids.length;
  places.entries.set(row.id, place);
  setEntry(index, place, film, row);
  films.entries[film]?.push(place);
  const day = index.pool.text(row.watchedOn ?? '');
  entries.days[place] = day;
  if (day > (films.lastWatched[film] ?? '')) films.lastWatched[film] = day;
  if (row.rating !== null && films.ratings[film] === null) setOwnRating(index, film);
  return place;
}

/** Removes an entry from its film's list. */
function takeOffFilm(index: LogIndex, place: number): void {
  const { films, entries } = index;
  const film = entries.films[place] ?? -1;
  films.entries[film] = (films.entries[film] ?? []).filter((other) => other !== place);
  films.lastWatched[film] = findLast(index, film);
  setOwnRating(index, film);
}

/** The rank in the order that an entry with that day and id has, or would have. */
function findRank({ order, entries }: LogIndex, day: string, id: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = order[middle] ?? 0;
    const itsDay = entries.days[place] ?? '';
    const isBefore = itsDay === day ? (entries.ids[place] ?? '') > id : itsDay > day;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds or updates an entry in the index and its order; removes it if it is deleted. */
export function putEntry(index: LogIndex, row: WatchEntry): void {
  const { entries, order, places } = index;
  const former = places.entries.get(row.id);
  if (former !== undefined) {
    const rank = findRank(index, entries.days[former] ?? '', row.id);
    if (order[rank] === former) {
      order.splice(rank, 1);
      takeOffFilm(index, former);
    }
  }
  if (row.deleted !== null) return;
  const place = putEntryRow(index, row);
  order.splice(findRank(index, entries.days[place] ?? '', row.id), 0, place);
}
