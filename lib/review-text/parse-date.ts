import { lazyPattern } from '../text/lazy-pattern.ts';
import type { Release } from '../films/types.ts';
import { formatPartialDate, isPartialDate } from '../dates/partial-date.ts';
import { foldLetters } from '../text/text.ts';

/**
 * The beginnings of month names without accents, in the languages of Europe that write dates with names: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak,
 * Hungarian, Romanian, Turkish, Russian, Ukrainian, Bulgarian, Greek. The first that matches counts.
 */
const months = [
  /^(?:jan|ene|gen|ian|oca|tammi|stycz|led|янв|січ|яну|ιαν|ינו|ב?ינואר|يناير)/,
  /^(?:feb|fev|fab|sub|helmi|lut|uno|фев|лют|φεβ)/,
  /^(?:mar(?!ra)|maa(?:lis|rt)|brez|mrt|мар|бер|μαρ)/,
  /^(?:apr|avr|abr|nis|huhti|kwi|dub|апр|квіт|απρ)/,
  /^(?:may|mai|mag|maj|mei|mayis|touko|kvet|маи|мая|май|трав|μαι)/,
  /^(?:jun|juin|giu|haz|kesa|czerw|cervn|cerven(?!e?c)|iun|июн|черв|юни|ιουν)/,
  /^(?:jul|juil|lug|tem|heina|lip(?!n)|lipca|lipiec|cerven[ec]|cervce|iul|июл|лип|юли|ιουλ)/,
  /^(?:aug|aou|ago|agu|elo|sierp|srp|авг|серп|αυγ)/,
  /^(?:sep|set|syys|wrze|zari|eyl|szep|сен|вер|σεπ)/,
  /^(?:oct|okt|ott|out|loka|pazd|rij|eki|окт|жовт|οκτ)/,
  /^(?:nov|marras|list(?!op)|listopadu|kas|noi|ноя|лист|ное|νοε)/,
  /^(?:dec|dez|dic|des|joulu|grud|pros|ara|дек|груд|δεκ)/,
];
/** Names that mean different months in two languages: `listopad` is November in Polish, `listopadu` too in Czech. */
const exact: Record<string, number> = {
  listopad: 11,
  listopada: 11,
  listopadu: 11,
  lipnia: 7,
  lipen: 7,
  srpna: 8,
  srpen: 8,
  cervna: 6,
  cervence: 7,
  marra: 11,
};

const year = String.raw`((?:18[89]|19\d|20[0-4])\d)(?!\d)`;
const name = String.raw`(\p{L}{3,12})\.?`;
/**
 * Groups: the ISO date; day, name, year; name, day, year; day, month, year as numbers; year, month, day as numbers;
 * year, name, day; name, year; year.
 */
const anyDate = lazyPattern(
  [
    String.raw`(?<!\d)((?:18|19|20)\d\d-\d\d-\d\d)(?!\d)`,
    String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?${name},?\s+(?:de[l]?\s+)?${year}`,
    String.raw`${name}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${year}`,
    String.raw`(?<!\d)(\d{1,2})([./-])(\d{1,2})\9${year}`,
    String.raw`(?<!\d)((?:18|19|20)\d\d)\s?(?:[./]|年|년)\s?(\d{1,2})\s?(?:[./]|月|월)\s?(\d{1,2})(?!\d)`,
    String.raw`(?<!\d)${year}\.\s+${name}\s+(\d{1,2})(?!\d)`,
    String.raw`${name}\s+(?:de[l]?\s+)?${year}`,
    String.raw`(?<!\d)${year}`,
  ].join('|'),
  'gu',
);

/** The month, 1 to 12, that a word names in a language of Europe; null if it names none. */
export function findMonth(text: string | undefined): number | null {
  const folded = foldLetters(text ?? '');
  if (Object.hasOwn(exact, folded)) return exact[folded] ?? null;
  const index = months.findIndex((month) => month.test(folded));
  return index < 0 ? null : index + 1;
}

function format(yearText: string | undefined, month: number | null, dayText?: string): string | null {
  const day = dayText === undefined ? null : Number(dayText);
  const text = formatPartialDate({ year: Number(yearText), month, day: month === null ? null : day });
  return isPartialDate(text) ? text : null;
}

/**
 * Formats a numeric date. The order of day and month is certain only with dots, or if one number is above 12;
 * otherwise the result is the year.
 */
function formatNumeric(first = '', separator = '', second = '', yearText = ''): string | null {
  if (separator === '.' || Number(first) > 12) return format(yearText, Number(second), first);
  return Number(second) > 12 ? format(yearText, Number(first), second) : format(yearText, null);
}

function formatMatch(match: RegExpMatchArray): string | null {
  const [, iso, d1, n1, y1, n2, d2, y2, f1, separator, f2, y3, y6, m6, d6, y7, n7, d7, n3, y4, y5] = match;
  if (iso) return isPartialDate(iso) ? iso : null;
  if (y1) return format(y1, findMonth(n1), d1);
  if (y2) return format(y2, findMonth(n2), d2);
  if (y3) return formatNumeric(f1, separator, f2, y3);
  if (y6) return format(y6, Number(m6), d6);
  if (y7) return format(y7, findMonth(n7), d7);
  return format(y4 ?? y5, y4 ? findMonth(n3) : null);
}

/**
 * Lists the dates in a text: days, months or years, each with the region in the brackets after it:
 * "10th January 2014 [USA]", "19 mars 2014 (France)". At most 20; empty if there is none.
 */
export function parseReleases(text: string): Release[] {
  return [...text.slice(0, 600).matchAll(anyDate())].slice(0, 20).flatMap((match) => {
    const date = formatMatch(match);
    const rest = text.slice(match.index + match[0].length);
    const region = /^\s*[([]\s*([^()[\]\d]{2,40}?)\s*[)\]]/u.exec(rest)?.[1] ?? null;
    return date === null ? [] : [{ date, region }];
  });
}

/**
 * The first full date in a text: an ISO date or date and time unchanged, otherwise `YYYY-MM-DD`. Null if there is only
 * a month, a year or nothing.
 */
export function parseDay(text: string): string | null {
  const iso =
    /^\s*(\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d{1,6})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?)/.exec(
      text,
    )?.[1];
  if (iso && isPartialDate(iso.slice(0, 10))) return iso.trim().replace(/^(\S{10}) (\d)/, '$1T$2');
  return parseReleases(text).find(({ date }) => date.length === 10)?.date ?? null;
}
