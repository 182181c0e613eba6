import { formatPartialDate, isPartialDate } from '../dates/partial-date.ts';
import { isWrittenDay, readDay, readNumericDay, type FindDay, type ReadDay } from './dates.ts';
import type { DateOrder } from './types.ts';

/** The languages whose month names are read; every browser has them. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'tr'];

/** A month name folded for comparison: "Févr." as "févr". */
const foldName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

let months: Map<string, number> | null = null;

/** The number of a month, 1 to 12, by its name; undefined for other words. */
function findMonth(name: string): number | undefined {
  if (months === null) {
    months = new Map();
    for (const language of languages) {
      for (const style of ['long', 'short'] as const) {
        // A format with a day gives the month in the grammatical case used in dates.
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

/** Reads "5 March 2024", "Mar 5, 2024", "5. März 2024" or "March 2024" as a date; null for any other text. */
function findNamedDate(raw: string): string | null {
  // A weekday in front adds nothing.
  const text = raw.replace(/^\p{L}{2,12}\.?,\s+/u, '');
  const [, dayBefore, nameAfter] = dayFirst.exec(text) ?? [];
  const [, nameBefore, dayAfter] = monthFirst.exec(text) ?? [];
  const month = findMonth(nameAfter ?? nameBefore ?? '');
  if (month === undefined) return null;
  const day = dayBefore ?? dayAfter;
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
 * Reads a day in any common form: those of `readDay`, numbers in the order given, a month name, or seconds or
 * milliseconds since 1970. Null when the cell is empty. Throws `RowFault` `bad-date`.
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
