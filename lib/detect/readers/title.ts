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

/** A name, longer than an article, with a year in brackets: most headings of lists. */
const dated = /^(?=.*[a-z]{4})([^\s()].+[a-zß-ž\d]) \(((?:18|19|20)\d\d)\)$/i;
/** Words that may not belong to a title. */
const words =
  /[\u2e80-\uffff]|rezension|recens|reseña|cr[ií]tica|recenz|реценз|anmeld|veredicto|discussion|trailer|teaser|explained|film|movie|pel[ií]cula|фильм|tv|show|seri|сериал|episode|folge|game|short|special|dvd|ray|4k|hd$| (?:aka|by|de|di|von)\s/i;

/** What `parseTitle` says of "Her (2013)", at a quarter of its cost; null for a text with more than a name and a year. */
export function readDated(text: string): ParsedTitle | null {
  const [, title = '', year] = dated.exec(text) ?? [];
  if (year === undefined || extraSigns.test(title) || words.test(title)) return null;
  return { title, alternativeTitles: [], year: Number(year), kind: null, directors: [] };
}
