import type { TitleIndex } from './title-index.ts';
import type { TypedWord } from './typed-words.ts';
import type { FilmTitles } from './types.ts';
import { fit, type WordFits } from './word-fits.ts';

/** A typed word with the indexed words that fit it. */
export interface FittedWord {
  typed: TypedWord;
  fits: WordFits;
}

/**
 * Points that order the films of a search, found by the table of queries in `title-search.test.ts`. A film that
 * everybody knows has 60 points more than one that nobody knows, so that it comes before an obscure film with exactly
 * the typed title.
 */
const points = {
  knownBest: 60,
  whole: 42,
  wholeInOtherOrder: 34,
  start: 26,
  unfinishedStart: 20,
  run: 8,
  runWord: 3,
  scattered: 2,
  near: -25,
  form: -2,
  unfinishedInside: -6,
  otherTitle: -4,
  wordLeft: -1,
  mostWordsLeft: -8,
  year: 15,
  nextYear: -10,
} as const;

/** How the typed words lie in a title. */
interface Layout {
  points: number;
  /** Bits of the positions that typed words take. */
  taken: number;
  /** Position of the first typed word, and of the last so far. */
  first: number;
  last: number;
  /** Whether each follows the one before it at once, and whether all are complete. */
  isRun: boolean;
  isComplete: boolean;
  words: number;
}

/** Points if the film's year fits the typed one; null if it does not. */
function scoreYear(year: number, { years }: TypedWord): number | null {
  if (years === null || year === 0) return null;
  if (year >= years.from && year <= years.to) return years.from === years.to ? points.year : 0;
  return years.from === years.to && Math.abs(year - years.from) === 1 ? points.nextYear : null;
}

/** The best position for a typed word: the best fit, and of equal ones that after the last word. -1 if none fits. */
function findPosition(
  index: TitleIndex,
  title: number,
  { fits }: FittedWord,
  { taken, last }: Layout,
): number {
  const start = index.wordStart[title] ?? 0;
  const count = (index.wordStart[title + 1] ?? 0) - start;
  let best = -1;
  let bestFit = 0;
  for (let at = 0; at < count; at += 1) {
    const found = fits.byWord[index.words[start + at] ?? 0] ?? 0;
    if (found < bestFit || found === 0 || (taken & (1 << at)) !== 0) continue;
    if (found > bestFit || at === last + 1) {
      best = at;
      bestFit = found;
    }
  }
  return best;
}

/** Adds a typed word at its position to the layout. */
function place(layout: Layout, at: number, howWell: number, isLast: boolean): void {
  if (layout.words === 0) layout.first = at;
  else if (at !== layout.last + 1) layout.isRun = false;
  layout.taken |= 1 << at;
  layout.last = at;
  layout.words += 1;
  if (howWell === fit.near) layout.points += points.near;
  if (howWell === fit.form) layout.points += points.form;
  if (howWell < fit.form) layout.isComplete = false;
  if (howWell === fit.start && !isLast) layout.points += points.unfinishedInside;
}

function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

function scoreLayout(layout: Layout, count: number, skipped: number): number {
  const left = count - skipped - countBits(layout.taken & ~skipped);
  const { isRun, isComplete, first, words } = layout;
  const rest = Math.max(points.mostWordsLeft, left * points.wordLeft);
  if (left <= 0 && isComplete) return isRun ? points.whole : points.wholeInOtherOrder;
  if (isRun && first <= skipped) return rest + (isComplete ? points.start : points.unfinishedStart);
  return (
    rest + (isRun ? Math.min(points.run + points.runWord * (words - 1), points.start - 2) : points.scattered)
  );
}

/** Points of a film for how well known it is. */
export function scoreKnown({ known }: FilmTitles, film: number): number {
  return ((known[film] ?? 0) / 100) * points.knownBest;
}

/**
 * The most points, besides those for how well known the film is, that a title can have in which the best fit of one of
 * the typed words is `howWell`.
 */
export function boundScore(howWell: number, words: FittedWord[]): number {
  const run = Math.min(points.run + points.runWord * (words.length - 1), points.start - 2);
  const layout = howWell >= fit.form ? points.whole : Math.max(points.unfinishedStart, run);
  const years = words.filter(({ typed }) => typed.years !== null).length * points.year;
  return layout + years + (howWell === fit.near ? points.near : 0);
}

/**
 * Points of a title for typed words, by fit, order, how well known the film is, and its year; null if a word does not
 * fit. `isArticle` tells whether an indexed word is an article, which a search need not type.
 */
export function scoreTitle(
  index: TitleIndex,
  title: number,
  words: FittedWord[],
  isArticle: (word: number) => boolean,
): number | null {
  const film = index.filmOf[title] ?? 0;
  const year = index.titles.years[film] ?? 0;
  const layout: Layout = { points: 0, taken: 0, first: 0, last: -1, isRun: true, isComplete: true, words: 0 };
  const start = index.wordStart[title] ?? 0;
  const count = (index.extraStart[title] ?? 0) - start;
  for (const fitted of words) {
    const at = findPosition(index, title, fitted, layout);
    const howWell = fitted.fits.byWord[index.words[start + at] ?? 0] ?? 0;
    // A further word, such as `walle` of "WALL-E", has no position of its own: it counts as the first.
    if (at >= 0) place(layout, at < count ? at : 0, howWell, fitted.typed.isLast);
    else {
      const ofYear = scoreYear(year, fitted.typed);
      if (ofYear === null) return null;
      layout.points += ofYear;
    }
  }
  if (layout.words === 0) return null;
  const skipped = count > 1 && isArticle(index.words[start] ?? 0) ? 1 : 0;
  const known = scoreKnown(index.titles, film);
  const isOther = title > 0 && index.filmOf[title - 1] === film;
  return layout.points + scoreLayout(layout, count, skipped) + known + (isOther ? points.otherTitle : 0);
}
