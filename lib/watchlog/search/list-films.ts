import type { FilmRef } from '../../films/types.ts';
import type { LogIndex } from '../index/index-types.ts';

/** The orders of a list's films: its own, or one that only the page shows. */
export const listOrders = ['own', 'title', 'year', 'rating', 'added'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Which films of a list are shown. */
export const listFilters = ['all', 'seen', 'unseen'] as const;
export type ListFilter = (typeof listFilters)[number];

/** A film of a list, the user's own or a ready-made one. */
export interface ListFilm {
  /** The item's row, or the film's place in a ready-made list. */
  id: string;
  /** Its place in the list's own order, from 1. */
  place: number;
  title: string;
  year: number | null;
  refs: FilmRef[];
  note: string;
  /** Milliseconds since 1970; null in a ready-made list. */
  addedAt: number | null;
  /** Its position in the index; null if it is not in the log. */
  at: number | null;
  isSeen: boolean;
}

/** Whether the film at a position has been seen: it was watched to the end, or is rated. */
export function isSeen({ films, entries }: LogIndex, at: number): boolean {
  if ((films.ratings[at] ?? null) !== null) return true;
  return (films.entries[at] ?? []).some((entry) => entries.finished[entry] ?? false);
}

/** The positions of the live films by each of their refs. */
export function indexRefs({ films }: LogIndex): Map<FilmRef, number> {
  const positions = new Map<FilmRef, number>();
  films.refs.forEach((refs, at) => {
    if (films.live[at]) for (const ref of refs) positions.set(ref, at);
  });
  return positions;
}

/**
 * The films that a filter lets through, in an order. The list's own order is that of `films`. `createCompare` makes what compares
 * titles, which takes some milliseconds; only the order by title needs it.
 */
export function arrangeListFilms(
  films: readonly ListFilm[],
  { filter, order }: { filter: ListFilter; order: ListOrder },
  { index, createCompare }: { index: LogIndex; createCompare: () => (a: string, b: string) => number },
): ListFilm[] {
  const shown = films.filter((film) => filter === 'all' || film.isSeen === (filter === 'seen'));
  if (order === 'own') return shown;
  const compare = order === 'title' ? createCompare() : () => 0;
  const ratingOf = ({ at }: ListFilm): number => (at === null ? 0 : (index.films.ownRatings[at] ?? 0));
  const comparisons: Record<Exclude<ListOrder, 'own'>, (a: ListFilm, b: ListFilm) => number> = {
    title: (a, b) => compare(a.title, b.title),
    year: (a, b) => (b.year ?? 0) - (a.year ?? 0),
    rating: (a, b) => ratingOf(b) - ratingOf(a),
    added: (a, b) => (b.addedAt ?? 0) - (a.addedAt ?? 0),
  };
  return shown.sort(comparisons[order]);
}
