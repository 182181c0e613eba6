import type { LogIndex } from '../index/index-types.ts';
import { isAmongFilms } from './list-items.ts';

/** The number of items in each view. */
export interface ViewCounts {
  diary: number;
  films: number;
  watchlist: number;
  reviews: number;
}

const perStep = 1000;

/** Counts the items of each view. Yields for pauses. */
export function* countViews(index: LogIndex): Generator<undefined, ViewCounts> {
  const { films, entries, order } = index;
  const counts: ViewCounts = { diary: order.length, films: 0, watchlist: 0, reviews: 0 };
  for (let at = 0; at < films.ids.length; at += 1) {
    if (at % perStep === perStep - 1) yield;
    if (isAmongFilms(index, at)) counts.films += 1;
    if (films.live[at] && (films.priorities[at] ?? null) !== null) counts.watchlist += 1;
  }
  for (let rank = 0; rank < order.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    if ((entries.reviewLengths[order[rank] ?? -1] ?? 0) > 0) counts.reviews += 1;
  }
  return counts;
}
