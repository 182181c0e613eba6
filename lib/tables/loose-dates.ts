import { formatPartialDate, isPartialDate } from '../dates/partial-date.ts';
import { isWrittenDay, readDay, readNumericDay, type FindDay, type ReadDay } from './dates.ts';
import type { DateOrder } from './types.ts';

/** Languages whose names of months are known; each browser has them. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'tr'];

/** A name of a month as it is compared: "Févr." as "févr". */
const foldName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

let months: Map<string, number> | null = null;

/** The number of a month, 1 to 12, by its name; undefined for other words. */
function findMonth(name: string): number | undefined {
  if (months === null) {
    months = new Map();
    for (const language of languages) {
      for (const style of ['long', 'short'] as const) {
        // With a day beside it, a month stands in the case in which dates are written.
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
        for (let month = 12; month >= 1; month -= 1) {
          const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
          months.set(foldName(parts.find(({ type }) => type === 'month')?.value ?? ''), month);
        }
      }
    }
  }
  return months.get(foldName(name));
}

const dayFirst =
  /^(?:(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de |of )?)?(\p{L}{3,12}\.?)[\s-]+(?:de |del )?(\d{4})$/u;
const monthFirst = /^(\p{L}{3,12}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** "5 March 2024", "Mar 5, 2024", "5. März 2024", "March 2024" as a date; null for any other text. */
function findNamedDate(raw: string): string | null {
  // A weekday in front says nothing more.
  const text = raw.replace(/^\p{L}{2,12}\.?,\s+/u, '');
  const [, dayBefore, nameBehind] = dayFirst.exec(text) ?? [];
  const [, nameBefore, dayBehind] = monthFirst.exec(text) ?? [];
  const month = findMonth(nameBehind ?? nameBefore ?? '');
  if (month === undefined) return null;
  const day = dayBefore ?? dayBehind;
  const date = formatPartialDate({
    year: Number(text.slice(-4)),
    month,
    day: day === undefined ? null : Number(day),
  });
  return isPartialDate(date) ? date : null;
}

/** Seconds or milliseconds since 1970, between 2001 and 2286. */
const epoch = /^\d{10}(?:\d{3})?$/;

/**
 * A day in whatever way people and programs write one: as `readDay` reads it, in numbers in the order given, with the
 * month's name, or as seconds or milliseconds since 1970. Null where the cell is empty. Throws `RowFault` `bad-date`.
 */
export function readLooseDay(
  raw: string,
  column: string | null,
  { order, findDay }: { order: DateOrder | null; findDay: FindDay },
): ReadDay | null {
  if (raw === '' || isWrittenDay(raw)) return readDay(raw, column, findDay);
  if (epoch.test(raw)) {
    const at = Number(raw) * (raw.length === 10 ? 1000 : 1);
    return { day: findDay(at), at };
  }
  return { day: findNamedDate(raw) ?? readNumericDay(raw, column, order), at: null };
}
