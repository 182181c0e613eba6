import { findOtherKind } from '../../tables/columns/cell-words.ts';
import { RowFault, shorten } from '../../tables/faults.ts';

/** Throws `RowFault` if a service's word for a work, such as "tvshow" or "video_game", says that it is not a film. */
export function refuseOtherWorks(word: string, column: string | null, title: string): void {
  const kind = findOtherKind(word.replace(/_/g, ' '));
  if (kind !== null) throw new RowFault(kind, column, 'other-type', shorten(title), shorten(word));
}
