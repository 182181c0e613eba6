import { isPartialDate } from '../../../dates/partial-date.ts';
import { findMonth } from '../../../review-text/parse-date.ts';

// The forms of RSS (RFC 822), Atom (RFC 3339) and Dublin Core (W3C, "Date and Time Formats"), and those that
// generators of feeds write instead.

/** Names of time zones in RFC 822, and others that feeds use, in hours from UTC. */
const zoneHours: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  'etc/gmt': 0,
  z: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  kst: 9,
  jst: 9,
  ast: -4,
  adt: -3,
  at: -4,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
};

const clock = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?`;
const zone = String.raw`(?:\s*([A-Za-z/]{1,8}|(?:UTC|GMT|)[+-]\d{1,2}:?(?:\d\d)?))?`;
const time = `(?:[T\\s,-]+${clock}${zone})?`;
const weekday = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;

/** Matches a whole text, and says which date its groups mean: year, month and day as text, then the time's groups. */
interface Form {
  pattern: RegExp;
  read: (groups: (string | undefined)[]) => [date: string | null, ...time: (string | undefined)[]];
}

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** A year of two digits, as RFC 2822, 4.3 reads it. */
function formatYear(text: string | undefined): string {
  if (text?.length !== 2) return text ?? '';
  return Number(text) < 50 ? `20${text}` : `19${text}`;
}

function formatNamed(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): string | null {
  const month = findMonth(name);
  return month === null ? null : `${formatYear(year)}-${two(String(month))}-${two(day)}`;
}

/** The date of a day of the year, 1 to 366. */
function formatOrdinal(year: string, day: number): string | null {
  const date = new Date(Date.UTC(Number(year), 0, day));
  return day >= 1 && date.getUTCFullYear() === Number(year) ? date.toISOString().slice(0, 10) : null;
}

const forms: Form[] = [
  {
    // "2003-12-31T10:14:55.1234Z", "2004-07-08 23:56:58 -00:20", and Blogger's former "2003-012-31".
    pattern: new RegExp(`^(\\d{4})-0?(\\d\\d)-(\\d\\d)${time}$`, 'u'),
    read: ([year, month, day, ...rest]) => [`${year}-${month}-${day}`, ...rest],
  },
  {
    pattern: /^(\d{4})(?:-(\d\d))?$/,
    read: ([year, month]) => [month ? `${year}-${month}` : (year ?? null)],
  },
  {
    // ISO 8601's basic format.
    pattern: /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$/,
    read: ([year, month, day, ...rest]) => [`${year}-${month}-${day}`, ...rest],
  },
  { pattern: /^(\d{4})-?(\d{3})$/, read: ([year = '', day]) => [formatOrdinal(year, Number(day))] },
  // ISO 8601's former forms with a year of two digits.
  { pattern: /^-(\d\d)-?(\d\d)$/, read: ([year, month]) => [`20${year}-${month}`] },
  { pattern: /^(\d\d)-?(\d\d)-?(\d\d)$/, read: ([year, month, day]) => [`20${year}-${month}-${day}`] },
  { pattern: /^(\d\d)(\d{3})$/, read: ([year, day]) => [formatOrdinal(`20${year}`, Number(day))] },
  {
    // "Sat, 07 Sep 2002 00:00:01 GMT", "Mon, 26 January 2004 16:31:00 ET", "Κυρ, 11 Ιούλ 2004 12:00:00 EST".
    pattern: new RegExp(
      `^${weekday}(\\d{1,2})\\.?[\\s-]+(\\p{L}{3,12})\\.?,?[\\s-]+(\\d{4}|\\d\\d)${time}$`,
      'u',
    ),
    read: ([day, name, year, ...rest]) => [formatNamed(year, name, day), ...rest],
  },
  {
    // "Thu Aug 30 2012 17:26:16 +0200", "August 30, 2012".
    pattern: new RegExp(`^${weekday}(\\p{L}{3,12})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${time}$`, 'u'),
    read: ([name, day, year, ...rest]) => [formatNamed(year, name, day), ...rest],
  },
  {
    // C's asctime: "Sun Jan  4 16:29:06 2004", with a zone before the year in some feeds.
    pattern: new RegExp(`^${weekday}(\\p{L}{3,12})\\s+(\\d{1,2})\\s+${clock}${zone}\\s+(\\d{4})$`, 'u'),
    read: ([name, day, hour, minute, second, zoneText, year]) => [
      formatNamed(year, name, day),
      hour,
      minute,
      second,
      zoneText,
    ],
  },
  {
    // "Fri, 2006/09/15 08:19:53 EDT".
    pattern: new RegExp(`^${weekday}(\\d{4})/(\\d\\d)/(\\d\\d)${time}$`, 'u'),
    read: ([year, month, day, ...rest]) => [`${year}-${month}-${day}`, ...rest],
  },
  {
    // "2004-július-13T9:15-05:00".
    pattern: new RegExp(`^(\\d{4})[-.]\\s?(\\p{L}{3,12})[-.\\s]\\s?(\\d{1,2})\\.?${time}$`, 'u'),
    read: ([year, name, day, ...rest]) => [formatNamed(year, name, day), ...rest],
  },
  {
    // "2004년 05월 28일  01:31:15", "2004年5月28日": of Korea or Japan without a zone only in Korean.
    pattern: new RegExp(`^(\\d{4})(년|年)\\s*(\\d{1,2})[월月]\\s*(\\d{1,2})[일日](?:\\s+${clock})?$`, 'u'),
    read: ([year, unit, month, day, ...rest]) => [
      `${year}-${two(month)}-${two(day)}`,
      ...rest,
      unit === '년' ? '+09:00' : undefined,
    ],
  },
  {
    // "2004-05-25 오후 11:23:17": after noon.
    pattern: new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)\\s+(오전|오후)\\s+${clock}$`, 'u'),
    read: ([year, month, day, half, hour, ...rest]) => [
      `${year}-${month}-${day}`,
      String((Number(hour) % 12) + (half === '오후' ? 12 : 0)),
      rest[0],
      rest[1],
      '+09:00',
    ],
  },
];

/** A zone as `Z` or `+01:00`; empty if it is unknown. Null for an impossible one. */
function formatZone(text: string | undefined): string | null {
  if (text === undefined) return '';
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT|)([+-])(\d{1,2}?):?(\d\d)?$/i.exec(text) ?? [];
  const named = zoneHours[text.toLowerCase()];
  if (sign === undefined && named === undefined) return '';
  const total = named === undefined ? Number(hours) * 60 + Number(minutes) : Math.abs(named) * 60;
  if (total >= 24 * 60 || Number(minutes) > 59) return null;
  if (total === 0) return 'Z';
  const isWest = named === undefined ? sign === '-' : named < 0;
  return `${isWest ? '-' : '+'}${two(String(Math.floor(total / 60)))}:${two(String(total % 60))}`;
}

/**
 * Parses the date of a post as `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`), with its time and zone if it has them:
 * `2004-01-26T16:31:00-05:00`. The day is that of the author's clock. Null for dates and times that do not exist and for
 * relative ones such as "yesterday".
 */
export function parsePostDate(text: string): string | null {
  const clean = text.trim().slice(0, 60);
  for (const { pattern, read } of forms) {
    const match = pattern.exec(clean);
    if (match === null) continue;
    const [date, hour, minute, second = '00', zoneText] = read(match.slice(1));
    if (date === null || !isPartialDate(date)) return null;
    if (hour === undefined || minute === undefined) return date;
    const zoneName = formatZone(zoneText);
    if (zoneName === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
    return `${date}T${two(hour)}:${minute}:${second === '60' ? '59' : second}${zoneName}`;
  }
  return null;
}

/**
 * A site's local date and time with its difference to UTC, which is that to `utc`: `2026-03-15T04:30:00+09:00`. Without
 * a local time the time in UTC; null if there is neither.
 */
export function formatLocalTime(local: string | null, utc: string | null): string | null {
  const [here, there] = [parsePostDate(local ?? ''), parsePostDate(utc ?? '')];
  if (here === null || there === null || !/T[\d:]+$/.test(here)) return there ?? here;
  const minutes = Math.round((Date.parse(`${here}Z`) - Date.parse(there)) / 60_000);
  if (Number.isNaN(minutes) || Math.abs(minutes) >= 24 * 60) return there;
  const distance = formatPartialClock(Math.abs(minutes));
  return minutes === 0 ? `${here}Z` : `${here}${minutes < 0 ? '-' : '+'}${distance}`;
}

const formatPartialClock = (minutes: number): string =>
  `${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
