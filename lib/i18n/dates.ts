import { findLanguage, formatNumber, t } from './messages.ts';

type DateStyle = 'long' | 'medium';

const formats = new Map<string, Intl.DateTimeFormat>();

function findFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(findLanguage(), options);
    formats.set(name, format);
  }
  return format;
}

/** A moment (milliseconds since 1970) as a day in the user's own time zone. */
export function formatDate(atMs: number, style: DateStyle = 'medium'): string {
  return findFormat(`moment-${style}`, { dateStyle: style }).format(atMs);
}

/** A moment (milliseconds since 1970) as day and time in the user's own time zone. */
export function formatDateTime(atMs: number): string {
  return findFormat('moment-time', { dateStyle: 'long', timeStyle: 'short' }).format(atMs);
}

/** A moment (milliseconds since 1970) as a short day and time in the user's own time zone. */
export function formatMoment(atMs: number): string {
  return findFormat('moment-short', { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

/** A calendar date without a time zone, as precise as given: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; else the text itself. */
export function formatPartialDate(date: string | null, style: DateStyle = 'long'): string {
  if (date === null) return t('dateUnknown');
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(date);
  if (!parts) return date;
  const [, year = '', month, day] = parts;
  const at = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (month === undefined) return year;
  if (day === undefined) return formatMonth(at, style);
  return findFormat(`day-${style}`, { dateStyle: style, timeZone: 'UTC' }).format(at);
}

const formatMonth = (at: number, style: DateStyle): string =>
  findFormat(`month-${style}`, {
    month: style === 'long' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);

/** The names of the days of the week, Monday first. */
export function listWeekdays(weekday: 'short' | 'long' = 'short'): string[] {
  const firstMonday = Date.UTC(2024, 0, 1);
  const format = findFormat(`weekday-${weekday}`, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(firstMonday + day * 86_400_000));
}

/** A span of time as whole hours from 90 minutes on ("14 h"), else in minutes ("45 min"). */
export function formatDuration(minutes: number): string {
  return minutes >= 90 ? t('durationHours', formatNumber(Math.round(minutes / 60))) : formatRuntime(minutes);
}

/** A film's running time as "126 min". */
export function formatRuntime(minutes: number): string {
  return t('durationMinutes', formatNumber(Math.round(minutes)));
}

let listFormat: Intl.ListFormat | undefined;

/** Names in a sentence: "A, B and C". */
export function formatList(items: string[]): string {
  listFormat ??= new Intl.ListFormat(findLanguage(), { type: 'conjunction' });
  return listFormat.format(items);
}

/** A country by its ISO 3166 code in the user's language; any other text as it is. */
export function formatRegion(region: string): string {
  if (!/^[A-Za-z]{2}$/.test(region)) return region;
  return (
    new Intl.DisplayNames(findLanguage(), { type: 'region', fallback: 'code' }).of(region.toUpperCase()) ??
    region
  );
}

/** The names of the twelve months in their stand-alone form, January first. */
export function listMonths(): string[] {
  const format = findFormat('month-alone', { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)));
}

const dayMs = 86_400_000;

/** The day of a moment in the user's own time zone, counted in days. */
function countDays(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs;
}

/** A moment near now as "today, 12:31", with yesterday and tomorrow; any other with its date. Milliseconds since 1970. */
export function formatRecentMoment(atMs: number, nowMs: number): string {
  const days = countDays(atMs) - countDays(nowMs);
  if (Math.abs(days) > 1) return formatMoment(atMs);
  const day = new Intl.RelativeTimeFormat(findLanguage(), { numeric: 'auto' }).format(days, 'day');
  return t('momentRecent', day, findFormat('time-short', { timeStyle: 'short' }).format(atMs));
}
