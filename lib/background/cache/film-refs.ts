import { titleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef } from '../../films/types.ts';

/** The refs under which the cache keeps what belongs to a film: its own, and its title with its year; at most 40. */
export function listStoredRefs({ refs, title, year }: Film): FilmRef[] {
  return [...new Set([...refs, titleRef(title, year)])].slice(0, 40);
}
