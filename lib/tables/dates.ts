import { formatPartialDate, isPartialDate, parsePartialDate } from '../dates/partial-date.ts';
import { RowFault, shorten } from './faults.ts';
import type { DateOrder } from './types.ts';

/** A day, and the time if the file has one. */
export interface ReadDay {
  day: string;
  /** Milliseconds since 1970, or null. */
  at: number | null;
}

/** Returns the day in the user's calendar for a time in milliseconds since 1970. */
export type FindDay = (ms: number) => string;

/** The range of valid years: from the first film to well past any living viewer. */
const [firstYear, lastYear] = [1888, 2100];

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

const dayMs = 24 * 60 * 60 * 1000;

/** The difference of a zone's clock from UTC in milliseconds, by moments in milliseconds since 1970. */
function createFindOffset(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const clock = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return clock - Math.floor(ms / 1000) * 1000;
  };
}

/**
 * Creates a function that finds days in a time zone, such as `Europe/Berlin`. Throws `RangeError` for an invalid zone. Browsers
 * take long to format a moment, so a zone is asked twice for each day, and for each moment only where its clock changes.
 */
export function createFindDay(timeZone: string): FindDay {
  const findOffset = createFindOffset(timeZone);
  const offsets = new Map<number, number | null>();
  const findOffsetOfDay = (day: number): number | null => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const [first, last] = [findOffset(day * dayMs), findOffset((day + 1) * dayMs - 1)];
    const offset = first === last ? first : null;
    offsets.set(day, offset);
    return offset;
  };
  return (ms) => {
    const offset = findOffsetOfDay(Math.floor(ms / dayMs)) ?? findOffset(ms);
    const day = new Date(ms + offset);
    return formatPartialDate({
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    });
  };
}

function refuse(column: string | null, raw: string): never {
  throw new RowFault('bad-date', column, 'bad-date', shorten(raw));
}

function checkYear(day: string, column: string | null, raw: string): string {
  const year = parsePartialDate(day)?.year ?? 0;
  return year < firstYear || year > lastYear ? refuse(column, raw) : day;
}

function formatOffset(zone: string): string {
  if (/^(?:z|utc)$/i.test(zone)) return 'Z';
  const digits = zone.replace(':', '').padEnd(5, '0');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

/** Whether a text has a form that `readDay` reads, even if the date does not exist. */
export function isWrittenDay(raw: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(raw) || instantPattern.test(raw);
}

/**
 * Reads a day, or a time as the day it falls on for the user: `2024-02-29`, `2024-02-29T21:30:00.000Z`, `2024-02-29
 * 21:30:00+02:00`. Without a zone the written day counts. Null when the cell is empty. Throws `RowFault` `bad-date`
 * when there is no such date.
 */
export function readDay(raw: string, column: string | null, findDay: FindDay): ReadDay | null {
  if (raw === '') return null;
  if (isPartialDate(raw)) return { day: checkYear(raw, column, raw), at: null };
  const match = instantPattern.exec(raw);
  const [, day = '', hours = '', minutes = '', seconds = '00', fraction = '', zone] = match ?? [];
  if (match === null || !isPartialDate(day)) return refuse(column, raw);
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return refuse(column, raw);
  if (zone === undefined) return { day: checkYear(day, column, raw), at: null };
  const second = seconds === '60' ? '59' : seconds;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const at = Date.parse(`${day}T${hours}:${minutes}:${second}.${ms}${formatOffset(zone)}`);
  return Number.isNaN(at) ? refuse(column, raw) : { day: checkYear(findDay(at), column, raw), at };
}

/** Noon UTC of a day, in milliseconds since 1970; null when the date is not a whole day. */
export function toNoon(day: string | null): number | null {
  const parts = day === null ? null : parsePartialDate(day);
  if (parts === null || parts.month === null || parts.day === null) return null;
  return Date.UTC(parts.year, parts.month - 1, parts.day, 12);
}

/** A date in numbers. A time after it is ignored: its zone is unknown. */
const numericDate =
  /^(\d{1,4})(?:\s?[./-]\s?|\s)(\d{1,2})(?:\s?[./-]\s?|\s)(\d{1,4})\.?(?:,?\s\d{1,2}:\d{2}.{0,15})?$/;

/** Numbers with dots, which begin with the day, and those that begin with the year: "24. 1. 16.", as in Korea. */
const dayFirst = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\.?(?!\d|\.)/;
const yearFirst = /^\d{2}\. \d{1,2}\. \d{1,2}\.$/;
/** Dots with a year of two digits: the day or the year is first, and the month only where a column says so. */
const shortDots = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2}(?!\d|\.)/;

/** Whether a text is a date in numbers, even if it does not exist. */
export const isNumericDate = (raw: string): boolean => numericDate.test(raw);

const splitNumbers = (raw: string): string[] => numericDate.exec(raw)?.slice(1) ?? [];

/** The year of two or four digits: nobody logs a viewing before 1970 or after 2069 in two. */
export const toFullYear = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits);

function build(order: DateOrder, numbers: string[]): string | null {
  const [first = '', second = '', third = ''] = numbers;
  const [year, month, day] =
    order === 'ymd' ? numbers : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year.length === 1 || year.length === 3 || day.length > 2) return null;
  const text = formatPartialDate({
    year: toFullYear(year),
    month: Number(month),
    day: Number(day),
  });
  return isPartialDate(text) ? text : null;
}

const allOrders: DateOrder[] = ['mdy', 'dmy', 'ymd'];

/** The orders in which a numeric date exists: `13/2/21` is only day, month, year. Empty for other texts. */
function listOrders(raw: string): DateOrder[] {
  const numbers = splitNumbers(raw);
  const exists = (order: DateOrder): boolean => numbers.length === 3 && build(order, numbers) !== null;
  if (dayFirst.test(raw) && exists('dmy')) return ['dmy'];
  if (yearFirst.test(raw) && exists('ymd')) return ['ymd'];
  const orders = allOrders.filter(exists);
  // A year of two digits in front is rare: it counts only where the date does not exist in another order.
  return orders.length > 1 ? orders.filter((order) => order !== 'ymd') : orders;
}

/**
 * The order of dates that could begin with the day or with a year of two digits ("24/01/16"): days change more often than
 * years do. Null when both change as often.
 */
function judgeShortYears(dates: string[]): DateOrder | null {
  const countDifferent = (at: number): number => new Set(dates.map((raw) => splitNumbers(raw)[at])).size;
  const [first, last] = [countDifferent(0), countDifferent(2)];
  return first === last ? null : first > last ? 'dmy' : 'ymd';
}

/** Whether a date exists with the day first, and with a year of two digits first. */
const isShortYear = (raw: string): boolean =>
  !dayFirst.test(raw) && build('ymd', splitNumbers(raw)) !== null && !/^\d{4}/.test(raw);

/** The orders of a date whose column tells none. */
function listDoubtfulOrders(raw: string): DateOrder[] {
  const told = listOrders(raw);
  const orders = shortDots.test(raw) && told.includes('dmy') ? told.filter((each) => each !== 'mdy') : told;
  return isShortYear(raw) && !orders.includes('ymd') ? [...orders, 'ymd'] : orders;
}

/** Whether days are sorted, in either direction. */
function isSorted(days: string[]): boolean {
  const ups = days.some((day, at) => at > 0 && day > (days[at - 1] ?? ''));
  const downs = days.some((day, at) => at > 0 && day < (days[at - 1] ?? ''));
  return !(ups && downs);
}

/** So many different days are not sorted in one order by chance. */
const minSorted = 8;

/** What a column tells of the order of its dates in numbers. */
export interface DateOrderFinding {
  /** Null when no date has numbers, and when the dates leave it open. */
  order: DateOrder | null;
  /** Whether a date has two orders in which it exists as different days, and nothing tells which of them is meant. */
  isOpen: boolean;
  /** Whether some dates exist only with the day first, and others only with the month first. */
  isContradicted: boolean;
}

/**
 * Finds the order of day, month and year in a whole column. A date that exists in one order tells it for the others. If
 * none does, it is the order in which many rows are sorted, as services write them. Dates that contradict each other
 * leave it open.
 */
export function judgeDateOrder(dates: string[]): DateOrderFinding {
  const known = dates.filter((raw) => listOrders(raw).length > 0);
  const isClear = (raw: string): boolean => dayFirst.test(raw) || yearFirst.test(raw) || /^\d{4}/.test(raw);
  const others = known.filter((raw) => !isClear(raw));
  const doubtful = others.filter(
    (raw) => new Set(listOrders(raw).map((each) => build(each, splitNumbers(raw)))).size > 1,
  );
  const told = new Set(others.flatMap((raw) => (listOrders(raw).length === 1 ? listOrders(raw) : [])));
  const [order] = told;
  if (order === 'dmy' && told.size === 1 && others.every(isShortYear)) {
    const found = judgeShortYears(others);
    return { order: found, isOpen: found === null, isContradicted: false };
  }
  if (order !== undefined) {
    const isOpen = told.size > 1 && doubtful.length > 0;
    return { order: told.size > 1 ? null : order, isOpen, isContradicted: told.size > 1 };
  }
  if (doubtful.length === 0) {
    const [clear] = known;
    return {
      order: clear === undefined ? null : (listOrders(clear)[0] ?? null),
      isOpen: false,
      isContradicted: false,
    };
  }
  if (others.every((raw) => shortDots.test(raw))) {
    const found = others.every(isShortYear) ? judgeShortYears(others) : 'dmy';
    return { order: found, isOpen: found === null, isContradicted: false };
  }
  const sorted = (['mdy', 'dmy'] as const).filter((each) =>
    isSorted(others.flatMap((raw) => build(each, splitNumbers(raw)) ?? [])),
  );
  const isTold = sorted.length === 1 && new Set(others).size >= minSorted;
  return { order: isTold ? (sorted[0] ?? null) : null, isOpen: !isTold, isContradicted: false };
}

/**
 * Reads a numeric date in the order given. When that is null, or the date does not exist in it, only if all orders in
 * which it exists give the same day. Throws `RowFault`: `bad-date` for other texts, `ambiguous-date` when day and month are
 * not clear.
 */
export function readNumericDay(raw: string, column: string | null, order: DateOrder | null): string {
  const numbers = splitNumbers(raw);
  const told = order === null || numbers.length < 3 ? null : build(order, numbers);
  const orders = told === null || order === null ? listDoubtfulOrders(raw) : [order];
  const days = new Set(orders.flatMap((each) => build(each, numbers) ?? []));
  const [day, other] = days;
  if (day === undefined) return refuse(column, raw);
  if (other !== undefined)
    throw new RowFault('ambiguous-date', column, 'ambiguous-date', shorten(raw), day, other);
  return checkYear(day, column, raw);
}
