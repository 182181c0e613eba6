import type { ListedEntry, ListedFilm } from './item-types.ts';
import type { LogIndex } from '../index/index-types.ts';

/**
 * Whether a film belongs to the list of films: watched, rated or liked, and not only on the watchlist. A film
 * with only tags, such as one from an imported list, belongs to it in a search.
 */
export function isAmongFilms({ films }: LogIndex, film: number, areSought = false): boolean {
  if (!films.live[film]) return false;
  return (
    (films.entries[film]?.length ?? 0) > 0 ||
    (films.ratings[film] ?? null) !== null ||
    !!films.liked[film] ||
    (areSought && (films.tags[film]?.length ?? 0) > 0)
  );
}

/** The film at a position of the index, as lists show it. */
export function toListedFilm(index: LogIndex, at: number): ListedFilm {
  const { films } = index;
  return {
    id: films.ids[at] ?? '',
    refs: films.refs[at] ?? [],
    title: films.titles[at] ?? '',
    originalTitle: films.originalTitles[at] ?? null,
    year: films.years[at] ?? null,
    directors: films.directors[at] ?? [],
    genres: films.genres[at] ?? [],
    runtimeMinutes: films.runtimes[at] ?? null,
    liked: films.liked[at] ?? false,
    tags: films.tags[at] ?? [],
    rating: films.ownRatings[at] ?? null,
    isRated: (films.ratings[at] ?? null) !== null,
    criteria: films.criteria[at] ?? {},
    priority: films.priorities[at] ?? null,
    reason: films.reasons[at] ?? '',
    listedAt: films.listedAt[at] ?? null,
    entryCount: films.entries[at]?.length ?? 0,
    lastWatched: films.lastWatched[at] || null,
  };
}

/** The id of the newest entry of the film at a position; null if it has none. */
export function findLastEntry({ films, entries }: LogIndex, at: number): string | null {
  const [newest] = (films.entries[at] ?? []).toSorted((one, other) => {
    const [day, otherDay] = [entries.days[one] ?? '', entries.days[other] ?? ''];
    if (day !== otherDay) return day < otherDay ? 1 : -1;
    return (entries.loggedAt[other] ?? 0) - (entries.loggedAt[one] ?? 0);
  });
  return newest === undefined ? null : (entries.ids[newest] ?? null);
}

/** The entry at a position of the index, as lists show it. */
export function toListedEntry(index: LogIndex, at: number): ListedEntry {
  const { entries } = index;
  return {
    id: entries.ids[at] ?? '',
    film: toListedFilm(index, entries.films[at] ?? -1),
    watchedOn: entries.days[at] || null,
    rewatch: entries.rewatches[at] ?? false,
    finished: entries.finished[at] ?? true,
    rating: entries.ratings[at] ?? null,
    tags: entries.tags[at] ?? [],
    note: entries.notes[at] ?? '',
    place: entries.places[at] ?? '',
    company: entries.companies[at] ?? '',
    hasReview: (entries.reviewLengths[at] ?? 0) > 0,
  };
}
