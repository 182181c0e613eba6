import { compareEntries, decideFilmRating } from '../../watchlog/film-rating.ts';
import type { WatchEntry, FilmRow, RatingRow, RatingValue, WatchlistRow } from '../../watchlog/types.ts';
import type { LogRowLists } from '../types.ts';
import type { Loss, LossKind } from './types.ts';

/** A film with everything the user has recorded about it. */
export interface OwnFilm {
  film: FilmRow;
  /** In the order they were watched; entries with an unknown day are first. */
  entries: WatchEntry[];
  rating: (RatingRow & { value: RatingValue }) | null;
  /** The rating for files with one rating per film, as Marquee shows it; null when there is none. */
  shownRating: { value: RatingValue; ratedAt: number } | null;
  watch: WatchlistRow | null;
}

const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;

const isRated = (row: RatingRow): row is RatingRow & { value: RatingValue } => row.value !== null;

function findShownRating({ rating, entries }: OwnFilm): OwnFilm['shownRating'] {
  const found = decideFilmRating(rating?.value ?? null, entries);
  return found && { value: found.value, ratedAt: found.entry?.loggedAt ?? rating?.ratedAt ?? 0 };
}

/** The films of a log with their records, in the order of the film rows. Deleted rows are left out. */
export function listOwnFilms(log: LogRowLists): OwnFilm[] {
  const films = new Map(
    log.films
      .filter(isLive)
      .map((film): [string, OwnFilm] => [
        film.id,
        { film, entries: [], rating: null, shownRating: null, watch: null },
      ]),
  );
  for (const entry of log.entries.filter(isLive)) films.get(entry.filmId)?.entries.push(entry);
  for (const rating of log.ratings.filter(isLive).filter(isRated)) {
    const own = films.get(rating.filmId);
    if (own) own.rating = rating;
  }
  for (const watch of log.watchlist.filter(isLive)) {
    const own = films.get(watch.filmId);
    if (own) own.watch = watch;
  }
  for (const own of films.values()) {
    own.entries.sort(compareEntries);
    own.shownRating = findShownRating(own);
  }
  return [...films.values()];
}

/** Whether a date is a whole day. */
export function isWholeDay(date: string | null): date is string {
  return date?.length === 10;
}

/** A rating in half stars as a number of stars: "4.5"; '' for null. */
export function formatStars(value: RatingValue | null): string {
  return value === null ? '' : String(value / 2);
}

const entryLosses: [LossKind, (entry: WatchEntry) => boolean][] = [
  ['partial-dates', ({ watchedOn }) => watchedOn !== null && !isWholeDay(watchedOn)],
  ['unknown-dates', ({ watchedOn }) => watchedOn === null],
  ['reviews', ({ review }) => review !== ''],
  ['spoiler-marks', ({ reviewHasSpoilers }) => reviewHasSpoilers],
  ['notes', ({ note }) => note !== ''],
  ['tags', ({ tags }) => tags.length > 0],
  ['tags-without-day', ({ tags, watchedOn }) => tags.length > 0 && !isWholeDay(watchedOn)],
  ['places', ({ place }) => place !== ''],
  ['company', ({ company }) => company !== ''],
  ['unfinished', ({ finished }) => !finished],
  ['rewatch-marks', ({ rewatch }) => rewatch],
  ['entry-ratings', ({ rating }) => rating !== null],
  ['no-entries', () => true],
  ['entries-without-review', ({ review }) => review === ''],
];

const filmLosses: [LossKind, (own: OwnFilm) => boolean][] = [
  ['ratings', ({ rating }) => rating !== null],
  ['criteria', ({ rating }) => rating !== null && Object.keys(rating.criteria).length > 0],
  ['watchlist', ({ watch }) => watch !== null],
  ['watchlist-reasons', ({ watch }) => watch !== null && (watch.reason !== '' || watch.priority > 0)],
  ['priorities', ({ watch }) => watch !== null && watch.priority > 0],
  ['likes', ({ film }) => film.liked],
  ['film-tags', ({ film }) => film.tags.length > 0],
];

/** How many rows of a log have data of each kind that a format cannot hold. Kinds without such rows are left out. */
export function countLosses(log: LogRowLists, kinds: LossKind[]): Loss[] {
  const films = listOwnFilms(log);
  const entries = films.flatMap((own) => own.entries);
  const counts = new Map<LossKind, number>([
    ...entryLosses.map(([kind, isLost]): [LossKind, number] => [kind, entries.filter(isLost).length]),
    ...filmLosses.map(([kind, isLost]): [LossKind, number] => [kind, films.filter(isLost).length]),
    ['corrections', log.corrections.filter(isLive).length],
    ['kept-reviews', log.keptReviews.filter(isLive).length],
    ['lists', log.lists.filter(isLive).length],
  ]);
  // No format but our own has the lists; each can be saved from its page.
  return [...kinds, 'lists' as const]
    .map((kind) => ({ kind, count: counts.get(kind) ?? 0 }))
    .filter(({ count }) => count > 0);
}
