import { addDays, countDaysInMonth, parsePartialDate } from '../dates/partial-date.ts';
import { finishTally, type Tally } from './tally.ts';
import type { PeriodCount } from './types.ts';

/** The weekday of a full date, 0 for Monday to 6 for Sunday; null if `day` is not a full date. */
export function findWeekday(day: string): number | null {
  const parts = parsePartialDate(day);
  if (parts === null || parts.month === null || parts.day === null) return null;
  const moment = new Date(0);
  moment.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  return (moment.getUTCDay() + 6) % 7;
}

const four = (year: number): string => String(year).padStart(4, '0');

function nextMonth(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return month === 12 ? `${four(year + 1)}-01` : `${four(year)}-${String(month + 1).padStart(2, '0')}`;
}

/**
 * The maximum number of periods (two hundred years of months) in a filled list; a longer list has only the periods
 * with entries.
 */
const maxFilled = 2400;

function listBetween(first: string, last: string, next: (period: string) => string): string[] | null {
  const periods = [first];
  for (let period = first; period !== last; periods.push(period)) {
    if (periods.length === maxFilled) return null;
    period = next(period);
  }
  return periods;
}

/** The counts of months or years, one for each period from the first to the last, periods without entries included. */
export function fillPeriods(tallies: ReadonlyMap<string, Tally>): PeriodCount[] {
  const known = [...tallies.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const next = first.length === 4 ? (year: string): string => four(Number(year) + 1) : nextMonth;
  const periods = listBetween(first, last, next) ?? known;
  return periods.map((period) => ({ period, ...finishTally(tallies.get(period)) }));
}

/** One day of a year's calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  day: string;
  entryCount: number;
  /** The column of the week, from 0. Weeks begin on Monday; column 0 contains 1 January. */
  week: number;
  /** The row, 0 for Monday to 6 for Sunday. */
  weekday: number;
}

/**
 * Every day of a year with its number of entries, for a heat map. Entries known only to the month or the year are not
 * counted.
 */
export function listCalendar(days: ReadonlyMap<string, number>, year: number): CalendarDay[] {
  const first = `${four(year)}-01-01`;
  const offset = findWeekday(first) ?? 0;
  const length = countDaysInMonth(year, 2) === 29 ? 366 : 365;
  return Array.from({ length }, (_, at) => {
    const day = addDays(first, at) ?? first;
    const position = offset + at;
    return { day, entryCount: days.get(day) ?? 0, week: Math.floor(position / 7), weekday: position % 7 };
  });
}
