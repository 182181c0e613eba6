import * as v from 'valibot';
import { list, text } from '../text/schemas.ts';
import { refKinds, type FilmRef } from './id-systems.ts';

/** Limits on a film where it is read. Lengths are in UTF-16 units. */
export interface FilmLimits {
  title: number;
  /** Maximum length of a name: another title, a person, a genre, a country, a language. */
  name: number;
  /** Maximum number of items in a list. */
  items: number;
  ref: number;
  refs: number;
  region: number;
  /** The form of a release date. */
  date: RegExp;
  /** The first and the last valid year; null if any number is valid. */
  years: [first: number, last: number] | null;
  /** The shortest and the longest valid running time in minutes; null if any number is valid. */
  minutes: [shortest: number, longest: number] | null;
}

const refPattern = /* @__PURE__ */ new RegExp(`^(?:${refKinds.join('|')}):`);

const number = (bounds: [number, number] | null, isWhole: boolean) =>
  v.nullable(
    v.pipe(
      v.number(),
      v.check((value) => bounds === null || (value >= bounds[0] && value <= bounds[1])),
      v.check((value) => bounds === null || !isWhole || Number.isInteger(value)),
    ),
  );

/** Schema of a film's ref with at most `most` UTF-16 units. */
export const refWithin = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.regex(refPattern),
    v.transform((known) => known as FilmRef),
  );

/**
 * The fields of a film, each with its schema. Messages, rows of the log and catalogue records are checked
 * against them, each with their own limits. `Film` is their type; `emptyFilm` in make-film.ts has their
 * defaults.
 */
export function makeFilmFields(limits: FilmLimits) {
  const title = text(limits.title);
  const names = list(text(limits.name), limits.items);
  return {
    refs: list(refWithin(limits.ref), limits.refs),
    title,
    originalTitle: v.nullable(title),
    alternativeTitles: names,
    year: number(limits.years, true),
    releases: list(
      v.object({
        /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
        date: v.pipe(v.string(), v.regex(limits.date)),
        /** ISO 3166 country code, or the region's name as stated, or null. */
        region: v.nullable(text(limits.region)),
      }),
      limits.items,
    ),
    directors: names,
    writers: names,
    cast: names,
    runtimeMinutes: number(limits.minutes, false),
    genres: names,
    countries: names,
    languages: names,
  };
}

/** An identified film. Unknown lists are empty, and unknown single values null. */
export type Film = v.InferOutput<v.ObjectSchema<ReturnType<typeof makeFilmFields>, undefined>>;
