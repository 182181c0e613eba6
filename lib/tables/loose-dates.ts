import { addDays, isPartialDate } from '../dates/partial-date.ts';
import { toAsciiDigits } from '../text/digits.ts';
import { cleanText } from '../text/text.ts';
import { isNumericDate, isWrittenDay, readDay, readNumericDay, type FindDay, type ReadDay } from './dates.ts';
import { RowFault, shorten } from './faults.ts';
import { findMonthLanguage } from './month-names.ts';
import { findNamedDate, listNameWords } from './named-dates.ts';
import type { DateOrder } from './types.ts';

/** How the days of a column are read. */
export interface DayPlan {
  /** The order of day, month and year in numbers; null when the column does not tell. */
  order: DateOrder | null;
  findDay: FindDay;
  /** The language of names that mean several months, from `findMonthLanguage`. */
  language?: string | null;
}

/** Seconds or milliseconds since 1970, between 2001 and 2065; larger numbers are of articles. */
const epoch = /^[12]\d{9}(?:\d{3})?$/;
const compact = /^(19\d\d|20\d\d)(\d\d)(\d\d)?$/;
/** A spreadsheet's number of a day: days since 1899-12-30, between 1954 and 2064; a fraction is the time. */
const serial = /^([2-5]\d{4})(?:[.,]\d{1,12})?$/;

/** A month and its year in numbers: "01/2024", "2024/1". */
const monthAlone = /^(?:((?:19|20)\d\d)[/.](\d{1,2})|(\d{1,2})[/.-]((?:19|20)\d\d))$/;

/** The most days of one cell. */
const maxDays = 200;
/** The longest cell of days: a longer one is a text of another kind. */
const maxCell = 20 * maxDays;

/** A time, with what stands beside it: the zone, and its name in brackets. */
const time =
  /,?(?:^|(?<=\d)T|[\s,]{1,3}(?:at|um|à|kl\.?|o|a las|alle|às)?\s?)(?:[ap]\.?m\.?\s?|午[前后後]|오[전후]\s?)?\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]\.?\s?m\.?)?(?:\s?(?:uhr|h|hrs?))?(?:\s?(?:GMT|UTC|Z|[A-Z]{3,4}(?=$))?(?:[+-]\d{2}:?\d{2})?)?(?:\s?\([^)]*\))?(?=\s|,|$)/i;

/** A year of the calendar of Thailand, which counts 543 more: "28/12/2567". No film was seen in such a year of ours. */
const buddhistYear = /(?<!\d)2[45]\d\d(?!\d)/;

/** A cell in plain characters: ASCII digits, without marks of direction, with years of our calendar. */
function cleanCell(raw: string): string {
  return toAsciiDigits(cleanText(raw.normalize('NFKC'))).replace(buddhistYear, (year) =>
    String(Number(year) - 543),
  );
}

/** Texts that say that the day is not known. */
const unknownDay = /^(?:unknown|unbekannt|inconnue?|desconocid[oa]|n\/?a|none|null|nan|-+|–|—|\?+)$/i;

/** A day of one cell without a list or a span; null if it has no form that is read. Throws `RowFault` `bad-date`. */
function findOneDay(text: string, column: string | null, plan: DayPlan): ReadDay | null {
  if (isWrittenDay(text)) return readDay(text, column, plan.findDay);
  if (epoch.test(text)) {
    const at = Number(text) * (text.length === 10 ? 1000 : 1);
    return { day: plan.findDay(at), at };
  }
  const [, year, month, day] = compact.exec(text) ?? [];
  const compactDay = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
  if (year !== undefined && isPartialDate(compactDay)) return { day: compactDay, at: null };
  const days = serial.exec(text)?.[1];
  if (days !== undefined) return { day: addDays('1899-12-30', Number(days)) ?? '', at: null };
  const [, yearFirst, monthAfter, monthFirst, yearAfter] = monthAlone.exec(text) ?? [];
  const monthOfYear = `${yearFirst ?? yearAfter}-${(monthAfter ?? monthFirst ?? '').padStart(2, '0')}`;
  if (isPartialDate(monthOfYear)) return { day: monthOfYear, at: null };
  const untimed = text.replace(time, ' ').trim();
  const named = /\p{L}/u.test(untimed) ? findNamedDate(untimed, plan.language ?? null) : null;
  if (named !== null) return { day: named, at: null };
  const plain = untimed.replace(/^\p{L}+\.?,?\s(?=\d)|\s?(?:г|р)\.?$/gu, '');
  return isNumericDate(plain) ? { day: readNumericDay(plain, column, plan.order), at: null } : null;
}

/**
 * Reads a day in any common form: those of `readDay`, numbers in the order given, a month name, eight digits, a
 * spreadsheet's number, or seconds or milliseconds since 1970. A time beside it without a zone is ignored. Null when the
 * cell is empty. Throws `RowFault` `bad-date`, or `ambiguous-date` when order or month name are not clear.
 */
export function readLooseDay(raw: string, column: string | null, plan: DayPlan): ReadDay | null {
  const text = cleanCell(raw);
  if (text === '') return null;
  return findOneDay(text, column, plan) ?? { day: readNumericDay(text, column, plan.order), at: null };
}

/** Signs between the first and the last day of a span. */
const spanSigns = /→|->|=>|–|—|~|～|〜|\.\.+|\s(?:-|to|bis|until|through|au|al|a|till|tot|til|do|до|по)\s/i;

/** Signs between several days, the surest first. A comma can be part of one day: "March 5, 2024". */
const listSigns = [
  /[\n;|•]+/,
  /\s(?:and|und|et|y|e|og|och|en|ja|i|и)\s|[&+]/i,
  /\s\/\s|(?<=\d{4}-\d{2}-\d{2})\/|\//,
  /、|,\s*(?=\p{L})/u,
  /,\s*/,
];

/** The day of a text, or null when it is none. Faults about the order are thrown. */
function tryDay(text: string, column: string | null, plan: DayPlan): ReadDay | null {
  try {
    return findOneDay(text, column, plan);
  } catch (error) {
    if (error instanceof RowFault && error.kind === 'ambiguous-date') throw error;
    return null;
  }
}

/** The last day of a span; null for other texts. "5 - 7 March 2024" ends on the seventh. */
function findSpanEnd(text: string, column: string | null, plan: DayPlan): ReadDay | null {
  const parts = text.split(spanSigns).map((part) => part.trim());
  const [first = '', last = ''] = parts;
  if (parts.length !== 2 || first === '' || last === '') return null;
  const isStart = tryDay(first, column, plan) !== null || /^\d{1,2}\.?(?:\s?\p{L}+\.?)?$/u.test(first);
  return isStart ? tryDay(last, column, plan) : null;
}

/** The days of all parts of a cell; null when a part has none. */
function listEvery(parts: string[], listDays: (part: string) => ReadDay[] | null): ReadDay[] | null {
  const days: ReadDay[] = [];
  for (const part of parts) {
    const found = listDays(part);
    if (found === null) return null;
    days.push(...found);
  }
  return days;
}

function listSeveral(text: string, column: string | null, plan: DayPlan): ReadDay[] | null {
  for (const sign of listSigns) {
    const parts = text
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length < 2 || parts.length > maxDays) continue;
    const days = listEvery(parts, (part) => {
      const found = tryDay(part, column, plan) ?? findSpanEnd(part, column, plan);
      return found === null ? listSeveral(part, column, plan) : [found];
    });
    if (days !== null) return days;
  }
  return null;
}

/**
 * The days of a cell: one, several that a sign separates, or the last day of a span. Empty when the cell is empty or says
 * that the day is not known. Throws `RowFault` as `readLooseDay` does.
 */
export function readDays(raw: string, column: string | null, plan: DayPlan): ReadDay[] {
  if (raw.length > maxCell) throw new RowFault('bad-date', column, 'bad-date', shorten(raw));
  const lines = raw
    .split(/\r?\n/)
    .map(cleanCell)
    .filter((line) => line !== '');
  const text = lines.join('\n');
  if (text === '' || unknownDay.test(text)) return [];
  const whole = lines.length === 1 ? tryDay(text, column, plan) : null;
  if (whole !== null) return [whole];
  const end = lines.length === 1 ? findSpanEnd(text, column, plan) : null;
  if (end !== null) return [end];
  const several = listSeveral(text, column, plan);
  if (several !== null) return several;
  const one = readLooseDay(raw, column, plan);
  return one === null ? [] : [one];
}

/** The single days in the cells of a column, as far as signs separate them, to find the order of day and month. */
export function listDayTexts(cells: string[]): string[] {
  return cells.flatMap((cell) =>
    cell
      .slice(0, maxCell)
      .split(/[\n;|]|→|–|—|,\s*(?=\d)|\s-\s/)
      .map((part) => cleanCell(part).replace(time, ' ').trim())
      .filter((part) => part !== ''),
  );
}

/** The language of the names of months in a column; see `findMonthLanguage`. */
export const findLanguageOfDays = (cells: string[]): string | null =>
  findMonthLanguage(cells.flatMap(listNameWords));
