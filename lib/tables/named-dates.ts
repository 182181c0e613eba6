import { formatPartialDate, isPartialDate } from '../dates/partial-date.ts';
import { toFullYear } from './dates.ts';
import { isWeekday, listMonths } from './month-names.ts';

/** Words beside day, month and year in a date, in the languages of `month-names.ts`, folded as they are. */
const particles = new Set(
  `st nd rd th er o a e de del di d of the le el den der am ze г р год года р року рік h em on m n v t um kl à à las s thg
  в у і y and ngay nam día dia giorno jour dnia dne нд ที่ พศ`.split(/\s+/),
);

/** Words in a cell that can be names of months: those of letters. */
export const listNameWords = (text: string): string[] => text.match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];

const toDate = (year: number, month: number, day: number | null): string | null => {
  const text = formatPartialDate({ year, month, day });
  return isPartialDate(text) ? text : null;
};

/** The start of the Japanese eras, less a year. */
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const eastAsian =
  /^(令和|平成|昭和)?\s?(\d{1,4}|元)\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?)?(?:\s?[(（].[)）])?$/;
const vietnamese = /^(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm)? (?:năm )?(\d{4})$/i;

function readEastAsian(text: string): string | null {
  const [, era, yearText, month, day] = eastAsian.exec(text) ?? [];
  if (yearText === undefined) return null;
  const number = yearText === '元' ? 1 : Number(yearText);
  if (era === undefined && yearText.length !== 4 && yearText.length !== 2) return null;
  const year = era === undefined ? toFullYear(yearText) : (eras[era] ?? 0) + number;
  if (month === undefined) return isPartialDate(String(year)) ? String(year) : null;
  return toDate(year, Number(month), day === undefined ? null : Number(day));
}

interface Parts {
  months: ReadonlyMap<string, number> | null;
  numbers: { digits: string; isShortYear: boolean }[];
}

/** The words and numbers of a date; null if it has any other word. */
function splitParts(text: string): Parts | null {
  const parts: Parts = { months: null, numbers: [] };
  for (const { 0: part, index } of text.matchAll(/\d+|\p{L}[\p{L}\p{M}]*/gu)) {
    if (/^\d/.test(part)) {
      parts.numbers.push({ digits: part, isShortYear: /['’‘]$/.test(text.slice(0, index)) });
      continue;
    }
    const months = listMonths(part);
    const word = part.toLowerCase();
    if (
      months.size > 0 &&
      parts.months === null &&
      !(isWeekday(part) && listMonthsAfter(text, index + part.length))
    )
      parts.months = months;
    else if (!particles.has(word) && !isWeekday(part)) return null;
  }
  return parts;
}

/** Whether the name of a month follows: "Mar 5 mars" begins with a weekday. */
const listMonthsAfter = (text: string, from: number): boolean =>
  listNameWords(text.slice(from)).some((word) => listMonths(word).size > 0);

/** The year and the day among the numbers of a date; null if they are not clear. */
function findYearAndDay(numbers: Parts['numbers']): { year: number; day: number | null } | null {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  const isYear = ({ digits, isShortYear }: Parts['numbers'][number]): boolean =>
    digits.length === 4 || (isShortYear && digits.length === 2);
  if (second === undefined) return isYear(first) ? { year: toFullYear(first.digits), day: null } : null;
  const [yearPart, dayPart] = isYear(first) ? [first, second] : [second, first];
  // "16-Jan-24": without a longer number the year stands last.
  if (!isYear(yearPart) && yearPart.digits.length !== 2) return null;
  return dayPart.digits.length > 2
    ? null
    : { year: toFullYear(yearPart.digits), day: Number(dayPart.digits) };
}

/**
 * Reads a date whose month is a name or a sign: "5 March 2024", "Mar 5, 2024", "5. März 2024", "16-Jan-24", "Mar '24",
 * "2024年1月16日"; a weekday adds nothing. Null for any other text, and when the name means several months and
 * `language` does not say which.
 */
export function findNamedDate(raw: string, language: string | null = null): string | null {
  const text = raw.trim();
  if (text.length > 60) return null;
  if (/[年년]/.test(text)) return readEastAsian(text);
  const [, day, month, year] = vietnamese.exec(text) ?? [];
  if (year !== undefined) return toDate(Number(year), Number(month), Number(day));
  const parts = splitParts(text);
  if (parts?.months === null || parts === null) return null;
  const months = new Set(parts.months.values());
  const told = language === null ? undefined : parts.months.get(language);
  const number = told ?? (months.size === 1 ? [...months][0] : undefined);
  const found = findYearAndDay(parts.numbers);
  return number === undefined || found === null ? null : toDate(found.year, number, found.day);
}
