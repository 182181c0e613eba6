// Generates a film for a row number, always the same one. About as many share a title as in IMDb's data sets.

const commonWords = (
  'the dark river night of lost king and summer amélie queen iii house blood love story morning silver road winter last ' +
  'train island garden bridge stranger letter ocean fire stone shadow light paper moon city wolf'
).split(' ');
const syllables =
  'an ba co da el fi go ha il jo ka lu mi no or pe ra su to ul va we xi yo za ch st br mo ne'.split(' ');
const genreLists = ['Drama', 'Comedy', 'Action,Crime', 'Documentary', '\\N'];

/** The data of a row in both files. */
export interface ImdbFilm {
  id: `tt${string}`;
  title: string;
  year: number;
  runtime: number;
  genres: string;
  /** With one decimal place; null without votes. */
  rating: string | null;
  votes: number;
}

/** Returns a generator of numbers from 0 to 1, the same for the same seed (Mulberry32). */
function createNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns the film of a row, counted from 1. */
export function makeImdbFilm(row: number): ImdbFilm {
  const next = createNumbers(row);
  const pick = (list: string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const makeName = (): string => Array.from({ length: 3 }, () => pick(syllables)).join('');
  const count = 1 + Math.floor(next() * 4);
  const words = Array.from({ length: count }, () => (next() < 1 / count ? makeName() : pick(commonWords)));
  const isRated = next() < 0.6;
  return {
    id: `tt${String(row).padStart(7, '0')}`,
    title: words.join(' '),
    year: 1900 + Math.floor(next() * 125),
    runtime: 60 + Math.floor(next() * 120),
    genres: pick(genreLists),
    rating: isRated ? (1 + next() * 9).toFixed(1) : null,
    votes: 5 + Math.floor(1 / (next() + 1e-6)),
  };
}
