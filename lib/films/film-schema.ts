import * as v from 'valibot';
import { refKinds, type FilmRef } from './id-systems.ts';

/** How much a film may hold where it is read. Lengths are in UTF-16 units. */
export interface FilmLimits {
  title: number;
  /** The longest name: another title, a person, a genre, a country, a language. */
  name: number;
  /** The most items of a list. */
  items: number;
  ref: number;
  refs: number;
  region: number;
  /** What the date of a release looks like. */
  date: RegExp;
  /** The first and the last year; null where any number will do. */
  years: [first: number, last: number] | null;
  /** The shortest and the longest running time in minutes; null where any number will do. */
  minutes: [shortest: number, longest: number] | null;
}

const refPattern = /* @__PURE__ */ new RegExp(`^(?:${refKinds.join('|')}):`);

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const list = <S extends v.GenericSchema>(of: S, most: number) => v.pipe(v.array(of), v.maxLength(most));
const number = (bounds: [number, number] | null, isWhole: boolean) =>
  v.nullable(
    v.pipe(
      v.number(),
      v.check((value) => bounds === null || (value >= bounds[0] && value <= bounds[1])),
      v.check((value) => bounds === null || !isWhole || Number.isInteger(value)),
    ),
  );

/** A ref of a film, at most so long. */
export const refWithin = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.regex(refPattern),
    v.transform((known) => known as FilmRef),
  );

/**
 * The fields of a film, each by itself: what messages, rows of the log and records of catalogues are checked against,
 * each within limits of its own. `Film` is the type of all of them, and `emptyFilm` in make-film.ts has their defaults.
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

/** An identified film. Lists are empty, and single values null, where nothing is known. */
export type Film = v.InferOutput<v.ObjectSchema<ReturnType<typeof makeFilmFields>, undefined>>;
