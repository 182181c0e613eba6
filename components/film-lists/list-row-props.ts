import type { Ref } from 'preact';
import type { ListFilm } from '../../lib/watchlog/search/list-films.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';

/** Where a row is to be moved: by steps, or to an end of the list. */
export type Move = 'up' | 'down' | 'first' | 'last';

export interface ListRowProps {
  film: ListFilm;
  index: number;
  rowRef: Ref<HTMLLIElement>;
  /** Number of films on the list. */
  count: number;
  rating: RatingValue | null;
  isListed: boolean;
  /** "Otto Preminger · 161 min" */
  facts: string;
  isRanked: boolean;
  /** Whether the row can be changed: of a list of the user's own. */
  canChange: boolean;
  /** Whether rows can be moved: in the list's own order, with all its films. */
  canMove: boolean;
  /** The address of the film's page; null if it is not in the log. */
  href: string | null;
  canWrite: boolean;
  onMove: (film: ListFilm, move: Move) => void;
  /** Moves the film to a place, from 1. */
  onPlace: (film: ListFilm, place: number) => void;
  onNote: (film: ListFilm, note: string) => void;
  onRemove: (film: ListFilm) => void;
  onWatchlist: (film: ListFilm) => void;
}
