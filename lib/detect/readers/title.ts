import { parseTitle, type ParsedTitle } from '../../films/titles/title-parse.ts';

/** Signs and words that say more than a title: brackets, dashes, years, stars, "review". */
const telling =
  /[([\]{|–—:#*★☆“”„«»"…/,.]|\s-\s|\d{4}|^\d|review|kritik|critique|season|staffel|saison|series/i;

/** A title as `parseTitle` reads it, at once where nothing but a name stands there: most links are of that kind. */
export function readTitle(text: string): ParsedTitle {
  if (telling.test(text)) return parseTitle(text);
  return { title: text, alternativeTitles: [], year: null, kind: null, directors: [] };
}
