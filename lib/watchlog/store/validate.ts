import { limits } from '../../text/log-limits.ts';
import { isPartialDate } from '../../dates/partial-date.ts';
import { cleanText } from '../../text/text.ts';
import { entryFieldNames } from '../entry-fields.ts';
import { LogError } from '../errors.ts';
import type { EntryFields, RatingValue } from '../types.ts';

const ratingValues: readonly RatingValue[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * The value as a rating in half stars, 1 to 10, or null for none. Throws `LogError` `bad-rating` for anything
 * else.
 */
export function checkRating(value: unknown): RatingValue | null {
  if (value === null) return null;
  const rating = ratingValues.find((known) => known === value);
  if (rating === undefined)
    throw new LogError('bad-rating', 'A rating is a whole number of half stars, 1 to 10.');
  return rating;
}

/** The criteria with their ratings. Throws `LogError` if a name or a value is invalid. */
export function checkCriteria(criteria: Record<string, unknown>): Record<string, RatingValue> {
  const rated = Object.entries(criteria).map(([name, value]): [string, RatingValue] => {
    const rating = checkRating(value);
    if (rating === null) throw new LogError('bad-rating', 'A criterion needs a rating.');
    return [checkText(name, limits.tag, 'criterion'), rating];
  });
  if (rated.length > limits.criteria) throw new LogError('too-long', 'Too many criteria.');
  return Object.fromEntries(rated);
}

/** The text. Throws `LogError` `bad-value` for anything else, and `too-long`; `what` is its name in the error. */
export function checkText(text: unknown, maxLength: number, what: string): string {
  if (typeof text !== 'string') throw new LogError('bad-value', `The ${what} is not a text.`);
  if (text.length > maxLength) throw new LogError('too-long', `The ${what} is over ${maxLength} characters.`);
  return text.toWellFormed();
}

function checkFlag(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw new LogError('bad-value', `"${what}" is neither true nor false.`);
  return value;
}

/**
 * The tags as stored: trimmed, without empty ones, each once. Throws `LogError` if there are too many or one
 * is too long.
 */
export function checkTags(tags: unknown, most: number = limits.tags): string[] {
  if (!Array.isArray(tags)) throw new LogError('bad-value', 'The tags are not a list.');
  const texts = tags.map((tag: unknown) => cleanText(checkText(tag, limits.tag, 'tag')));
  const kept = [...new Set(texts.filter((tag) => tag !== ''))];
  if (kept.length > most) throw new LogError('too-long', `More than ${most} tags.`);
  return kept;
}

function checkDay(day: unknown): string | null {
  if (day === null) return null;
  if (typeof day === 'string' && isPartialDate(day)) return day;
  throw new LogError('bad-date', 'A day must be a valid date as YYYY-MM-DD, YYYY-MM or YYYY.');
}

type Fields = Required<EntryFields>;

const fieldChecks: { [K in keyof Fields]: (value: unknown) => Fields[K] } = {
  watchedOn: checkDay,
  rewatch: (value) => checkFlag(value, 'rewatch'),
  finished: (value) => checkFlag(value, 'finished'),
  rating: checkRating,
  tags: checkTags,
  note: (value) => checkText(value, limits.note, 'note'),
  review: (value) => checkText(value, limits.review, 'review'),
  reviewHasSpoilers: (value) => checkFlag(value, 'reviewHasSpoilers'),
  place: (value) => checkText(value, limits.place, 'place'),
  company: (value) => checkText(value, limits.place, 'company'),
};

function setChecked<K extends keyof Fields>(to: Partial<Fields>, from: EntryFields, field: K): void {
  const value: unknown = from[field];
  if (value !== undefined) to[field] = fieldChecks[field](value);
}

/**
 * Checks the given fields of an entry; drops unknown fields. Throws `LogError` `bad-date`, `bad-rating`,
 * `bad-value` or `too-long`.
 */
export function checkEntryFields(fields: EntryFields): EntryFields {
  const checked: EntryFields = {};
  for (const field of entryFieldNames) setChecked(checked, fields, field);
  return checked;
}
