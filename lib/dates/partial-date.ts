/** A calendar day, month or year. `day` is null for a month; `day` and `month` are null for a year. */
export interface DateParts {
  year: number;
  month: number | null;
  day: number | null;
}

/** The number of days in a month (1 to 12) of the Gregorian calendar. */
export function countDaysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Parses `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Null for any other text and for dates that do not exist, such as 29
 * February 2023 or the year 0000.
 */
export function parsePartialDate(text: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year < 1 || (month !== null && (month < 1 || month > 12))) return null;
  if (month !== null && day !== null && (day < 1 || day > countDaysInMonth(year, month))) return null;
  return { year, month, day };
}

/** Whether the text is an existing date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function isPartialDate(text: string): boolean {
  return parsePartialDate(text) !== null;
}

/** The parts as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function formatPartialDate({ year, month, day }: DateParts): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const text = String(year).padStart(4, '0');
  if (month === null) return text;
  return day === null ? `${text}-${two(month)}` : `${text}-${two(month)}-${two(day)}`;
}

/**
 * Compares two dates for sorting: negative if `a` is earlier, 0 if they are equal, positive if `a` is later. A year
 * sorts before its months, a month before its days, and an unknown date (null) before everything.
 */
export function comparePartialDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

/** The day as `YYYY-MM-DD` on which a moment falls in the computer's own time zone, not in UTC. */
export function formatLocalDay(moment: Date): string {
  return formatPartialDate({
    year: moment.getFullYear(),
    month: moment.getMonth() + 1,
    day: moment.getDate(),
  });
}

/** The day `days` days after a full date, or before it if `days` is negative. Null if `text` is not a full date. */
export function addDays(text: string, days: number): string | null {
  const parts = parsePartialDate(text);
  if (parts === null || parts.month === null || parts.day === null) return null;
  const moved = new Date(0);
  moved.setUTCFullYear(parts.year, parts.month - 1, parts.day + days);
  return formatPartialDate({
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  });
}
