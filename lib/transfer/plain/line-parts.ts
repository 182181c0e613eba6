import { findStatus, type Status } from '../../tables/columns/cell-words.ts';
import { isDateText } from '../../tables/columns/cell-kinds.ts';
import { isClearRating } from '../../tables/columns/ratings.ts';

/** What stands in one line of a list. */
export interface LineParts {
  /** The title, with the labels in brackets behind it. */
  title: string;
  /** The text of a day; '' if there is none. */
  day: string;
  /** The text of a rating that names its scale; '' if there is none. */
  rating: string;
  /** A number behind the title that names no scale; '' if there is none. */
  number: string;
  status: Status | null;
  note: string;
}

const sign = String.raw`(?:\s*[|;•]\s*|\s+[-–—:]+\s+|\s*[–—]\s*|,\s+)`;
const signs = new RegExp(sign, 'u');
const signAtStart = new RegExp(`^(?:${sign}|[-–—:,|;]+\\s*)`, 'u');

const dayText = String.raw`(?:\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\.?|\d{1,2}[./]\d{1,2}\.?|\d{1,2}\.?\s\p{L}{3,12}\.?,?\s\d{4}|\p{L}{3,12}\.?\s\d{1,2},?\s\d{4})`;
/** The day with which a line begins, and what follows. */
const dayAtStart = new RegExp(String.raw`^[[(]?(${dayText})[\])]?(?:\s*[-–—:|,;]+\s*|\s+)(.+)$`, 'u');
const titleAndYear =
  /^(.+?\s?[([（［](?:18[7-9]\d|19\d\d|20\d\d)年?[)\]）］](?:\s*[([（［][^()[\]（）［］]*[)\]）］])*)(.*)$/;
const ratingAtStart = /^((?:\d[\d.,]*\s?\/\s?\d+)|(?:[★☆½⭐*]\ufe0f?\s?)+|\d+\s?%)(?:[\s,.;:|–—-]+(.*))?$/u;
const ratingAtEnd = /^(.*?\S)\s*(?:[-–—:,|]\s*|\s)((?:\d[\d.,]*\s?\/\s?\d+)|(?:[★☆½⭐*]\ufe0f?)+|\d+\s?%)$/u;

/** "watched 14 March 2023 with Ana" */
const seenOnDay = new RegExp(
  String.raw`^(\p{L}+)(?:\s(?:on|am|le|el|il|em|op|den|på))?\s+(${dayText})(?:[\s,]+(.*))?$`,
  'u',
);

/** Whether a line begins with a day. */
export const startsWithDay = (text: string): boolean => dayAtStart.test(text);
/** Whether a line ends with a rating. */
export const endsWithRating = (text: string): boolean => isClearRating(ratingAtEnd.exec(text)?.[2] ?? '');

const isDay = (text: string): boolean => new RegExp(`^${dayText}$`, 'u').test(text) && isDateText(text);

/** Puts a part of the text behind a title where it belongs. */
function addPart(parts: LineParts, text: string): void {
  const part = text.trim();
  const inside = /^[([](.*)[)\]]$/.exec(part)?.[1]?.trim() ?? part;
  const [, rating = '', rest = ''] = ratingAtStart.exec(inside) ?? [];
  const [, word = '', seenOn = '', after = ''] = seenOnDay.exec(inside) ?? [];
  const status = findStatus(inside);
  if (inside === '') return;
  if (parts.day === '' && ['watched', 'rewatched'].includes(findStatus(word) ?? '') && isDay(seenOn)) {
    parts.day = seenOn;
    if (findStatus(word) === 'rewatched') parts.status = 'rewatched';
    return addPart(parts, after);
  }
  if (parts.rating === '' && rating !== '' && isClearRating(rating.trim())) {
    parts.rating = rating.trim();
    addPart(parts, rest);
  } else if (parts.day === '' && isDay(inside)) parts.day = inside;
  else if (parts.number === '' && /^\d{1,2}(?:[.,]\d)?$/.test(inside)) parts.number = inside;
  else if (parts.status === null && status !== null) parts.status = status;
  else parts.note = parts.note === '' ? part : `${parts.note}, ${part}`;
}

/**
 * Splits a line of a list: "14/03/2023 Heat (1995) 9/10 - with Ana". Without a year behind the title only a rating at the end
 * is one, for all else can be of the title; `hasDays` says that the lines begin with days.
 */
export function splitLine(text: string, hasDays: boolean): LineParts {
  const parts: LineParts = { title: text, day: '', rating: '', number: '', status: null, note: '' };
  const [, day, behind] = (hasDays ? dayAtStart.exec(text) : null) ?? [];
  if (day !== undefined && behind !== undefined) [parts.day, parts.title] = [day, behind];
  const [, title, rest = ''] = titleAndYear.exec(parts.title) ?? [];
  const [head = '', ...cells] = parts.title.split('|');
  if (title !== undefined) {
    parts.title = title;
    const tail = rest.replace(signAtStart, '').trim();
    for (const part of tail.split(signs)) addPart(parts, part);
  } else if (cells.length > 0) {
    parts.title = head.trim();
    for (const cell of cells) addPart(parts, cell);
  } else {
    const [, name, rating = ''] = ratingAtEnd.exec(parts.title) ?? [];
    if (name !== undefined && isClearRating(rating)) [parts.title, parts.rating] = [name, rating];
  }
  return parts;
}
