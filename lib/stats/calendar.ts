import { addDays, countDaysInMonth, parsePartialDate } from '../dates/partial-date.ts';
import { finishTally, type Tally } from './tally.ts';
import type { PeriodCount } from './types.ts';

/** The weekday of a whole day, 0 for Monday to 6 for Sunday; null for what is no whole day. */
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

/** Beyond so many periods (two hundred years of months) only those with viewings are listed. */
const maxFilled = 2400;

function listBetween(first: string, last: string, next: (period: string) => string): string[] | null {
  const periods = [first];
  for (let period = first; period !== last; periods.push(period)) {
    if (periods.length === maxFilled) return null;
    period = next(period);
  }
  return periods;
}

/** The tallies of months or years, each period from the first to the last, those with nothing among them. */
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
  viewings: number;
  /** The column, from 0: weeks begin on Monday, and the first holds the first of January. */
  week: number;
  /** The line, 0 for Monday to 6 for Sunday. */
  weekday: number;
}

/** Every day of a year with its viewings, for a heat map. What is known to the month or the year alone is in none. */
export function listCalendar(days: ReadonlyMap<string, number>, year: number): CalendarDay[] {
  const first = `${four(year)}-01-01`;
  const offset = findWeekday(first) ?? 0;
  const length = countDaysInMonth(year, 2) === 29 ? 366 : 365;
  return Array.from({ length }, (_, at) => {
    const day = addDays(first, at) ?? first;
    const place = offset + at;
    return { day, viewings: days.get(day) ?? 0, week: Math.floor(place / 7), weekday: place % 7 };
  });
}
