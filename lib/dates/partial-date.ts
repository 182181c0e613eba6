/** A day, a month or a year of the calendar. `day` is null in a month, and both are null in a year. */
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
 * The parts of `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null for any other text and for days that no calendar has, such as
 * 29 February 2023 or the year 0000.
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

/** Whether the text is a `YYYY-MM-DD`, `YYYY-MM` or `YYYY` that the calendar has. */
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
 * Negative where `a` is the earlier, 0 where they are equal, positive where it is the later. A year stands before its
 * months, a month before its days, and an unknown date (null) before all.
 */
export function comparePartialDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

/** The day, `YYYY-MM-DD`, that a moment falls on in the calendar of whoever sits at this machine; never UTC's. */
export function formatLocalDay(moment: Date): string {
  return formatPartialDate({
    year: moment.getFullYear(),
    month: moment.getMonth() + 1,
    day: moment.getDate(),
  });
}

/** The day that many days later (earlier where negative) than a whole day; null where `text` is no whole day. */
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
