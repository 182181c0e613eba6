import { isTitleRef, titleRef } from '../../../lib/films/titles/title-key.ts';
import type { FilmHint } from '../../../lib/films/types.ts';

/** Returns a key that is the same for two hints of one film: the first id, else title and year. */
export function formatHintKey(hint: FilmHint): string {
  return hint.refs.find((ref) => !isTitleRef(ref)) ?? titleRef(hint.title, hint.year);
}
