import { isPartialDate } from '../dates/partial-date.ts';
import { toAsciiDigits } from '../text/digits.ts';
import { cleanText } from '../text/text.ts';
import { listMonths } from './month-names.ts';
import { listNameWords } from './named-dates.ts';

/** Signs that say "about" or "perhaps". */
const doubtSigns = /[?？~～≈±≃]/;

/** A year that is a number of its own, or begins a decade: "2018", "the 1990s". */
const years = /(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)/g;

/** Whether a text has the form of one whole day, which then does not exist: "31 February 2024". */
function isMistakenDay(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return true;
  const hasMonth = listNameWords(text).some((word) => listMonths(word).size > 0);
  return hasMonth && !doubtSigns.test(text) && (text.match(/\d+/g) ?? []).length === 2;
}

/**
 * The year that is certain in a text of a column of days that is no date, but has words or signs of doubt: "ca. 2020",
 * "~2018", "früher 2020?". Null where the year is not the only number ("2019 or 2020"), for a text without words or signs,
 * and for a day that does not exist.
 */
export function readRoughYear(raw: string): string | null {
  const text = toAsciiDigits(cleanText(raw.normalize('NFKC')));
  if ((!/\p{L}/u.test(text) && !doubtSigns.test(text)) || isMistakenDay(text)) return null;
  const [year, ...more] = text.match(years) ?? [];
  const isAlone = more.length === 0 && (text.match(/\d+/g) ?? []).length === 1;
  const isDecade = /\d0['’]?s\b|\d0er\b|-luvu|-х\b/u.test(text);
  return year !== undefined && isAlone && !isDecade && isPartialDate(year) ? year : null;
}
