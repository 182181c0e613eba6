import { parseId } from '../films/film-ids.ts';
import type { FilmRef } from '../films/types.ts';
import { cleanText, truncateText } from '../text/text.ts';
import type { FilmInput, RatingValue } from '../watchlog/types.ts';
import { limits } from '../text/log-limits.ts';
import { RowFault, shorten } from '../tables/faults.ts';

const ratingValues: readonly RatingValue[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A rating in half stars, and whether it is exactly the file's rating. */
export interface ReadStars {
  value: RatingValue;
  isExact: boolean;
}

/** A scale of ratings; `step` is the smallest difference on it. */
export interface RatingScale {
  worst: number;
  best: number;
  step: number;
}

/** Stars from a half to five. */
export const starScale: RatingScale = { worst: 0.5, best: 5, step: 0.5 };
/** Whole points from one to ten. */
export const pointScale: RatingScale = { worst: 1, best: 10, step: 1 };
/** Points up to ten with tenths. */
export const finePointScale: RatingScale = { worst: 0.1, best: 10, step: 0.1 };
/** Stars up to five with tenths. */
export const fineStarScale: RatingScale = { worst: 0.1, best: 5, step: 0.1 };
/** Up to a hundred. */
export const hundredScale: RatingScale = { worst: 0.1, best: 100, step: 0.1 };

/** A moment in milliseconds since 1970 as a text that sorts by time; '' for none. */
export const formatMoment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

function parseDecimal(raw: string): number {
  return /^\d{1,4}(?:[.,]\d{1,6})?$/.test(raw) ? Number(raw.replace(',', '.')) : Number.NaN;
}

/**
 * Converts a rating to half stars, rounded half up, at least 1. Throws `RowFault` `bad-rating` when it is not a number
 * on the scale.
 */
export function readRating(
  raw: string,
  column: string | null,
  { worst, best, step }: RatingScale,
): ReadStars {
  const number = parseDecimal(raw);
  // 3.3 is 32.99999999999999 steps of 0.1.
  const isOnScale =
    number >= worst && number <= best && Number.isInteger(Math.round((number / step) * 1e6) / 1e6);
  if (!isOnScale) {
    const text = shorten(raw);
    if (step === 1) throw new RowFault('bad-rating', column, 'bad-rating', text, worst, best);
    throw new RowFault('bad-rating', column, 'bad-rating-step', text, worst, best, step);
  }
  const halves = (number / best) * 10;
  const rounded = Math.max(Math.floor(halves + 0.5), 1);
  const value = ratingValues.find((known) => known === rounded) ?? 10;
  return { value, isExact: value === Math.round(halves * 1e6) / 1e6 };
}

/** The year of a film; null when the cell is empty. Throws `RowFault` `bad-year` unless it is between 1870 and 2100. */
export function readYear(raw: string, column: string | null): number | null {
  if (raw === '') return null;
  const year = /^(\d{4})(?:\.0)?$/.exec(raw)?.[1];
  if (year === undefined || Number(year) < 1870 || Number(year) > 2100) {
    throw new RowFault('bad-year', column, 'bad-year', shorten(raw));
  }
  return Number(year);
}

/** The text with each run of white space as one space. Other invisible characters stay: emoji use them. */
const toOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The title on one line. Throws `RowFault` `missing-title` when the cell is empty, `too-long` when the log cannot hold it. */
export function readTitle(raw: string, column: string | null): string {
  const title = toOneLine(raw);
  if (cleanText(title) === '') throw new RowFault('missing-title', column, 'missing-title');
  if (title.length > limits.title)
    throw new RowFault('too-long', column, 'too-long', shorten(title), limits.title);
  return title;
}

const fitNames = (names: string[]): string[] =>
  names.slice(0, limits.names).map((name) => truncateText(name, limits.name).toWellFormed());

/**
 * The film with facts that the log can hold: others are cut or left out. A film with an id may have an empty title. Throws
 * `RowFault` for its title.
 */
export function fitFilm(film: FilmInput): FilmInput {
  const { refs, originalTitle, directors, genres } = film;
  return {
    ...film,
    title: film.title === '' && refs.length > 0 ? '' : readTitle(film.title, null),
    refs: refs.filter((ref) => ref.length <= limits.ref).slice(0, limits.refs),
    ...(originalTitle && { originalTitle: truncateText(originalTitle, limits.title).toWellFormed() }),
    ...(directors && { directors: fitNames(directors) }),
    ...(genres && { genres: fitNames(genres) }),
  };
}

/** Refs made from ids as services write them; invalid ids are left out. */
export function listIdRefs(ids: { imdb?: string; tmdb?: string; trakt?: string }): FilmRef[] {
  // Tables write numbers without their zeros and with ".0"; zero stands for no id.
  const imdb = /^(?:tt)?0*([1-9]\d*)$/i.exec(ids.imdb ?? '')?.[1];
  const tmdb = /^0*([1-9]\d*)(?:\.0)?$/.exec(ids.tmdb ?? '')?.[1];
  return [
    parseId('imdb', `tt${imdb?.padStart(7, '0')}`),
    parseId('tmdb', tmdb ?? ''),
    parseId('trakt', ids.trakt ?? ''),
  ].filter((ref) => ref !== null);
}

/** A list's name as a tag, without commas, which separate tags, and without a leading "#". */
export function formatTag(name: string): string {
  return truncateText(toOneLine(name.replace(/,/g, ' ')).replace(/^#+\s*/, ''), limits.tag).toWellFormed();
}

/** The tags in a cell, separated by commas; each once. */
export function listTags(cell: string): string[] {
  const tags = cell.split(',').map(toOneLine);
  return [...new Set(tags.filter((tag) => cleanText(tag) !== ''))];
}
