import { isTitleRef, titleRef } from '../../../lib/films/titles/title-key.ts';
import type { FilmHint } from '../../../lib/films/types.ts';

/** A name for what a hint means, to see that two places name the same film: its first id, else title and year. */
export function formatHintKey(hint: FilmHint): string {
  return hint.refs.find((ref) => !isTitleRef(ref)) ?? titleRef(hint.title, hint.year);
}
