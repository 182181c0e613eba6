import { cleanText } from '../../text/text.ts';
import { removeMarkup } from './clean-title.ts';
import type { SourceFilm, SourceId, SourceReading } from './types.ts';

/** A film of a source about which nothing is known but the given facts. */
export function sourceFilm(source: SourceId, key: string, facts: Partial<SourceFilm>): SourceFilm {
  return {
    source,
    key,
    english: null,
    original: null,
    others: [],
    year: null,
    imdb: null,
    wikidata: null,
    tmdb: null,
    rottentomatoes: null,
    directors: [],
    minutes: null,
    countries: [],
    languages: [],
    form: null,
    isErotic: false,
    critics: null,
    audience: null,
    fame: {},
    ...facts,
  };
}

/** Every title of a film, the best first; the English one before the original. */
export function listTitles({ english, original, others }: SourceFilm): string[] {
  return [english, original, ...others].filter((title) => title !== null);
}

/** Counts a dropped row under its reason. */
export function drop(reading: SourceReading, reason: string): void {
  reading.dropped[reason] = (reading.dropped[reason] ?? 0) + 1;
}

/** A title as the table can hold it: clean, without markup, and without the sign that separates values. Null if nothing is left. */
export function readTitle(text: string): string | null {
  const title = cleanText(removeMarkup(text).replaceAll('|', ' '));
  return title === '' ? null : title;
}

/** A whole number in a text, within the bounds; null for any other text. */
export function readWhole(text: string, least: number, most: number): number | null {
  if (!/^\d+(?:\.0+)?$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** The year of a film at the start of a text, from 1874 to 2100; null if there is none. */
export function readYear(text: string): number | null {
  const year = /^\s*(1[89]\d\d|20\d\d)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : readWhole(year, 1874, 2100);
}

/** An id that has the form of its system, or null. */
export function readId(text: string, form: RegExp): string | null {
  const id = text.trim();
  return form.test(id) ? id : null;
}

/** The forms of ids. IMDb's has seven digits or more. */
export const idForms = {
  imdb: /^tt\d{7,9}$/,
  wikidata: /^Q[1-9]\d{0,9}$/,
  tmdb: /^[1-9]\d{0,8}$/,
  rottentomatoes: /^[\w-]+$/,
} as const;
