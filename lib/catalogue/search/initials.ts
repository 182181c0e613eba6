import type { TitleIndex } from './title-index.ts';
import { listTitleWords } from './title-words.ts';
import { decodeTitle } from './title-index.ts';
import { articles } from '../../films/titles/title-key.ts';

/** Films whose titles people shorten: only the best known. */
const films = 5000;
/** Letters at least of an abbreviation: of three letters, too many titles have the same. */
const minInitials = 4;

const partBreak = /[:;()|–—]|\s-\s/;

function listInitials(title: string): string[] {
  const parts = title.split(partBreak).map(listTitleWords);
  const [first = [], ...others] = parts;
  const runs = [first, ...others, ...(others.length > 0 ? [parts.flat()] : [])];
  const withoutArticle = runs.filter(([word = '']) => articles.has(word)).map((words) => words.slice(1));
  return [...runs, ...withoutArticle].map((words) => words.map(([letter = '']) => letter).join(''));
}

/** Titles that are indexed before others may have their turn: some two milliseconds. */
const titlesPerSlice = 100;

/**
 * Yields the titles of well-known films by the first letters of their words, at least four, with and without the article:
 * `lotr`, `tlotr` and `fotr` of "The Lord of the Rings: The Fellowship of the Ring". They grow from slice to slice.
 */
function* indexInitials(index: TitleIndex): Generator<Map<string, number[]>> {
  const byInitials = new Map<string, number[]>();
  for (let title = 0; (index.filmOf[title] ?? films) < films; title += 1) {
    if (title % titlesPerSlice === 0) yield byInitials;
    if ((index.extraStart[title] ?? 0) - (index.wordStart[title] ?? 0) < minInitials) continue;
    for (const initials of new Set(listInitials(decodeTitle(index, title)))) {
      if (initials.length < minInitials) continue;
      const titles = byInitials.get(initials) ?? [];
      titles.push(title);
      byInitials.set(initials, titles);
    }
  }
  yield byInitials;
}

/** The titles of abbreviations, which are indexed in slices. */
export interface Initials {
  /** Indexes all; calls `pause` after each slice, and waits for it. */
  prepare(pause: () => Promise<void>): Promise<void>;
  /** The titles of an abbreviation among those that are indexed; `isWhole` indexes the rest at once. */
  find(word: string, options: { isWhole: boolean }): readonly number[];
}

/** Creates an index of abbreviations, of which nothing is indexed yet. */
export function createInitials(index: TitleIndex): Initials {
  const slices = indexInitials(index);
  let initials: ReadonlyMap<string, number[]> = new Map();
  return {
    async prepare(pause) {
      for (const more of slices) {
        initials = more;
        await pause();
      }
    },
    find(word, { isWhole }) {
      if (word.length < minInitials) return [];
      if (isWhole) for (const more of slices) initials = more;
      return initials.get(word) ?? [];
    },
  };
}
