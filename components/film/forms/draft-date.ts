import { isPartialDate, parsePartialDate } from '../../../lib/dates/partial-date.ts';

export type DatePrecision = 'day' | 'month' | 'year' | 'unknown';

/** A date in the form. Each part is kept while the user changes the precision. */
export interface DraftDate {
  precision: DatePrecision;
  /** `YYYY-MM-DD`. */
  day: string;
  /** `01` to `12`. */
  month: string;
  /** `YYYY`. */
  year: string;
}

/** Returns the form's parts of a stored date (null: unknown). Missing parts are those of today. */
export function toDraftDate(date: string | null, today: string): DraftDate {
  const parts = date === null ? null : parsePartialDate(date);
  const known = date !== null && parts ? date : '';
  return {
    precision: !parts ? 'unknown' : parts.month === null ? 'year' : parts.day === null ? 'month' : 'day',
    day: known.length === 10 ? known : today,
    month: (known.length >= 7 ? known : today).slice(5, 7),
    year: (known || today).slice(0, 4),
  };
}

/** Returns the form's date, null for an unknown date, undefined while its parts do not form a real date. */
export function readDraftDate(draft: DraftDate): string | null | undefined {
  if (draft.precision === 'unknown') return null;
  const texts = { day: draft.day, month: `${draft.year}-${draft.month}`, year: draft.year };
  const text = texts[draft.precision];
  return isPartialDate(text) ? text : undefined;
}

/** Whether a form's date can be a day on which a film was watched: unknown, or a real date that is not after today. */
export function isPossibleDay(date: string | null | undefined, today: string): boolean {
  return date !== undefined && (date === null || date <= today);
}
