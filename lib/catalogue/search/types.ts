import type { FilmRef } from '../../films/types.ts';

/** The titles of a catalogue to search, in columns by film, the best known film first. */
export interface FilmTitles {
  /** UTF-8, one line a film: its title, then its original and other titles, separated by tabs. */
  text: Uint8Array;
  /** Year by film; 0 if it is not known. */
  years: Uint16Array;
  /** How well known each film is, 0 to 100, descending. */
  known: Uint8Array;
  /** An id of the film; its title and year as a ref if it has none. */
  refOf: (film: number) => FilmRef;
}

/** How the titles of a catalogue are read. */
export interface TitleReading {
  /** Only the best known films, so many at most; all by default. */
  most?: number;
  /** Called again and again, and waited for, so that others get their turn. */
  pause?: () => Promise<void>;
}

/** A film that fits typed words. */
export interface TitleMatch {
  title: string;
  year: number | null;
  ref: FilmRef;
  /** The other title that fits better than the main one; null if the main title fits. */
  otherTitle: string | null;
  /** Higher fits better; comparable between catalogues. */
  score: number;
}
