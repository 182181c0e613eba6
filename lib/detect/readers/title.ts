import { parseTitle, type ParsedTitle } from '../../films/titles/title-parse.ts';

/** Characters and words that may belong to more than a title: brackets, dashes, years, stars, "review". */
const extraSigns =
  /[([\]{|–—:#*★☆“”„«»"…/,.]|\s-\s|\d{4}|^\d|review|kritik|critique|season|staffel|saison|series/i;

/**
 * Parses a title as `parseTitle` does, but returns a plain name at once, because most links are plain names.
 */
export function readTitle(text: string): ParsedTitle {
  if (extraSigns.test(text)) return parseTitle(text);
  return { title: text, alternativeTitles: [], year: null, kind: null, directors: [] };
}
