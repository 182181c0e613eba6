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

/**
 * Creates a function that finds days in a time zone, such as `Europe/Berlin`. Throws `RangeError` for an invalid zone.
 */
export function createFindDay(timeZone: string): FindDay {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => {
    const parts = format.formatToParts(ms);
    const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
    return formatPartialDate({ year: part('year'), month: part('month'), day: part('day') });
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
const numericDate = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?(?:,?\s\d{1,2}:\d{2}.{0,15})?$/;

function build(order: DateOrder, numbers: string[]): string | null {
  const [first = '', second = '', third = ''] = numbers;
  const [year, month, day] =
    order === 'ymd' ? numbers : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year.length === 1 || year.length === 3) return null;
  const text = formatPartialDate({
    year: Number(year.length === 2 ? `20${year}` : year),
    month: Number(month),
    day: Number(day),
  });
  return isPartialDate(text) ? text : null;
}

/** The orders in which a numeric date exists: `13/2/21` is only day, month, year. Empty for other texts. */
function listOrders(raw: string): DateOrder[] {
  const numbers = numericDate.exec(raw)?.slice(1) ?? [];
  const [first = '', , third = ''] = numbers;
  const orders: DateOrder[] = first.length === 4 ? ['ymd'] : ['mdy', 'dmy', 'ymd'];
  return orders.filter((order) => {
    if (order === 'ymd' && third.length > 2) return false;
    return numbers.length === 3 && build(order, numbers) !== null;
  });
}

/** Whether days are sorted, in either direction. */
function isSorted(days: string[]): boolean {
  const ups = days.some((day, at) => at > 0 && day > (days[at - 1] ?? ''));
  const downs = days.some((day, at) => at > 0 && day < (days[at - 1] ?? ''));
  return !(ups && downs);
}

/**
 * The order of day, month and year in a whole column: the one in which most dates exist. If several fit, it is the one
 * in which the rows are sorted, as services write them. Null when it is still ambiguous, or none fits.
 */
export function findDateOrder(dates: string[]): DateOrder | null {
  const known = dates.filter((raw) => listOrders(raw).length > 0);
  if (known.length === 0) return null;
  // Dates with dots always begin with the day.
  if (known.every((raw) => /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b/.test(raw))) return 'dmy';
  const votes = (order: DateOrder): number => known.filter((raw) => listOrders(raw).includes(order)).length;
  const orders = (['mdy', 'dmy', 'ymd'] as const).filter((order) => votes(order) > 0);
  const most = Math.max(...orders.map(votes));
  const whole = orders.filter((order) => votes(order) === most);
  const slashed = whole.length > 1 ? whole.filter((order) => order !== 'ymd') : whole;
  if (slashed.length === 1) return slashed[0] ?? null;
  const sorted = slashed.filter((order) =>
    isSorted(known.flatMap((raw) => build(order, numericDate.exec(raw)?.slice(1) ?? []) ?? [])),
  );
  return sorted.length === 1 ? (sorted[0] ?? null) : null;
}

/**
 * Reads a numeric date in the order given; when that is null, only if every order gives the same day. Throws `RowFault`
 * `bad-date` for other texts, and when day and month are ambiguous.
 */
export function readNumericDay(raw: string, column: string | null, order: DateOrder | null): string {
  const numbers = numericDate.exec(raw)?.slice(1) ?? [];
  const orders = order === null ? listOrders(raw).filter((each) => each !== 'ymd') : [order];
  const days = new Set(orders.flatMap((each) => build(each, numbers) ?? []));
  const [day, other] = days;
  if (day === undefined) return refuse(column, raw);
  if (other !== undefined) throw new RowFault('bad-date', column, 'ambiguous-date', raw, day, other);
  return checkYear(day, column, raw);
}
