import type { FilmRef } from '../../films/types.ts';
import type { FilmTitles } from './types.ts';

/** The titles of a film, for a search. */
export interface TitledFilm {
  title: string;
  /** Original and other titles. */
  otherTitles: string[];
  year: number | null;
  /** How well known it is, 0 to 100. */
  known: number;
  ref: FilmRef;
}

const lineFeed = 10;
const breaks = /[\t\n\r]+/g;

function formatLine({ title, otherTitles }: TitledFilm): string {
  const others = new Set(otherTitles.filter((other) => other !== title && other.trim() !== ''));
  return `${[title, ...others].map((text) => text.replace(breaks, ' ')).join('\t')}\n`;
}

/** The titles of films in columns, the best known first; of equally known ones in the given order. */
export function packTitles(films: TitledFilm[]): FilmTitles {
  const sorted = films.toSorted((a, b) => b.known - a.known);
  return {
    text: new TextEncoder().encode(sorted.map(formatLine).join('')),
    years: Uint16Array.from(sorted, ({ year }) => year ?? 0),
    known: Uint8Array.from(sorted, ({ known }) => known),
    refOf: (film) => sorted[film]?.ref ?? 'title:',
  };
}

/** The titles of the best known films, at most so many. */
export function takeBestKnown(titles: FilmTitles, most: number): FilmTitles {
  if (most >= titles.years.length) return titles;
  let end = 0;
  for (let film = 0; film < most; film += 1) end = titles.text.indexOf(lineFeed, end) + 1;
  const [text, years, known] = [titles.text.subarray(0, end), titles.years, titles.known];
  return { ...titles, text, years: years.subarray(0, most), known: known.subarray(0, most) };
}
