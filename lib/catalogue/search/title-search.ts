import { articles } from '../../films/titles/title-key.ts';
import { createInitials } from './initials.ts';
import { boundScore, scoreKnown, scoreTitle, type FittedWord } from './score-title.ts';
import { buildTitleIndex, decodeTitle, type TitleIndex } from './title-index.ts';
import { parseTypedWords, type TypedWord } from './typed-words.ts';
import type { FilmTitles, TitleMatch } from './types.ts';
import { createTopFilms, type RankedFilm, type TopFilms } from './top-films.ts';
import { createWordFinder, fit } from './word-fits.ts';

const wholeYear = /^(?:18|19|20)\d\d$/;

/** Points of an abbreviation: as much as an unfinished start of a title. */
const initialsScore = 20;

/** Points of a film of the typed year whose title has nothing of it: less than any other. */
const yearScore = 1;

/**
 * Of films with an abbreviation that are about as well known, the first is meant: "lotr" is the first film of the three.
 * At most so many points are between them.
 */
const abbreviatedPoints = 3;

/** Points from which on a film is what was meant, so that no other spelling is tried. */
const goodScore = 45;

/** A search over the titles of one catalogue. */
export interface TitleSearch {
  /** The films that fit a typed text, best first, at most `limit`; none for a text without a letter or digit. */
  search(text: string, limit: number): TitleMatch[];
  /** Prepares the search of abbreviations; calls `pause` again and again, and waits for it. */
  prepare(pause: () => Promise<void>): Promise<void>;
}

/** Whether the words as typed have found what was meant: a good match or, for more than two words, any. */
function hasGoodMatch(top: TopFilms, typed: TypedWord[]): boolean {
  const [best] = top.list();
  return best !== undefined && (typed.length > 2 || best.score >= goodScore);
}

/** The word that fewest titles have. A year need not be in the title, so its word does not tell which come into question. */
function findRarest(words: FittedWord[]): FittedWord | undefined {
  const required = words.filter(({ typed }) => typed.years === null);
  return (required.length > 0 ? required : words).toSorted((a, b) => a.fits.titles - b.fits.titles)[0];
}

/** Adds the titles that have all words. The films of a word come best known first, until none can be among the best. */
function addFitting(
  index: TitleIndex,
  words: FittedWord[],
  isArticle: (word: number) => boolean,
  top: TopFilms,
): void {
  const rarest = findRarest(words);
  if (!rarest) return;
  const bounds = Array.from({ length: fit.whole + 1 }, (_, howWell) => boundScore(howWell, words));
  for (const word of rarest.fits.words) {
    const bound = bounds[rarest.fits.byWord[word] ?? 0] ?? 0;
    const end = index.titleStart[word + 1] ?? 0;
    for (let at = index.titleStart[word] ?? 0; at < end; at += 1) {
      const title = index.titlesOf[at] ?? 0;
      const film = index.filmOf[title] ?? 0;
      if (bound + scoreKnown(index.titles, film) < top.least) break;
      const score = scoreTitle(index, title, words, isArticle);
      if (score !== null) top.add(film, score, title);
    }
  }
}

/** Other ways to part the same letters: "starwars" for "star wars", "beetle juice" for "beetlejuice". */
function listOtherSpacings(typed: TypedWord[], isWord: (word: string) => boolean): string[] {
  const texts = typed.map(({ word }) => word);
  const joined = texts
    .slice(1)
    .map((word, at) => [...texts.slice(0, at), `${texts[at] ?? ''}${word}`, ...texts.slice(at + 2)]);
  const parted = texts.flatMap((word, at) =>
    Array.from({ length: Math.max(0, word.length - 3) }, (_, cut) => [
      word.slice(0, cut + 2),
      word.slice(cut + 2),
    ])
      .filter((halves) => halves.every(isWord))
      .map((halves) => [...texts.slice(0, at), ...halves, ...texts.slice(at + 1)]),
  );
  return [...joined, ...parted].map((words) => words.join(' '));
}

function toMatch(index: TitleIndex, { film, score, title }: RankedFilm): TitleMatch {
  let first = title;
  while (first > 0 && index.filmOf[first - 1] === film) first -= 1;
  const year = index.titles.years[film] ?? 0;
  return {
    title: decodeTitle(index, first),
    year: year === 0 ? null : year,
    ref: index.titles.refOf(film),
    otherTitle: first === title ? null : decodeTitle(index, title),
    score,
  };
}

/** Adds the titles of an abbreviation. Of films that are about as well known as the best, the oldest comes first. */
function addAbbreviated(index: TitleIndex, titles: readonly number[], top: TopFilms): void {
  const found = titles.map((title) => ({ title, film: index.filmOf[title] ?? 0 }));
  const best = Math.max(...found.map(({ film }) => scoreKnown(index.titles, film)));
  const yearOf = ({ film }: { film: number }): number => index.titles.years[film] ?? 0;
  for (const [at, { film, title }] of found.sort((a, b) => yearOf(a) - yearOf(b)).entries()) {
    const known = scoreKnown(index.titles, film);
    const isOfBest = known > best - abbreviatedPoints;
    top.add(film, initialsScore + (isOfBest ? best - at / found.length : known), title);
  }
}

/** Adds the best known films of a year. Films come best known first. */
function addFilmsOfYear(
  { titles, filmOf }: TitleIndex,
  year: number,
  { limit, top }: { limit: number; top: TopFilms },
): void {
  let film = titles.years.indexOf(year);
  for (let count = 0; film >= 0 && count < limit; count += 1) {
    top.add(film, yearScore + scoreKnown(titles, film), filmOf.indexOf(film));
    film = titles.years.indexOf(year, film + 1);
  }
}

function createSearch(index: TitleIndex): TitleSearch {
  const articleWords = new Set([...articles].map((word) => index.pool.find(word)));
  const isArticle = (word: number): boolean => articleWords.has(word);
  const isWord = (word: string): boolean => index.pool.find(word) >= 0;
  const initials = createInitials(index);
  const findFits = createWordFinder(index);

  function find(typed: TypedWord[], allowsNear: boolean, top: TopFilms): void {
    const words = typed.map((word) => ({ typed: word, fits: findFits(word, allowsNear) }));
    addFitting(index, words, isArticle, top);
  }

  return {
    prepare: (pause) => initials.prepare(pause),
    search(text, limit) {
      const typed = parseTypedWords(text);
      if (typed.length === 0) return [];
      const top = createTopFilms(limit, index.titles.years);
      find(typed, false, top);
      const [only, ...more] = typed;
      if (only && more.length === 0) {
        // What is not prepared yet is left out where other titles fit.
        addAbbreviated(index, initials.find(only.word, { isWhole: top.list().length === 0 }), top);
        if (wholeYear.test(only.word)) addFilmsOfYear(index, Number(only.word), { limit, top });
      }
      if (!hasGoodMatch(top, typed)) {
        find(typed, true, top);
        for (const other of top.list().length === 0 ? listOtherSpacings(typed, isWord) : [])
          find(parseTypedWords(other), false, top);
      }
      return top.list().map((ranked) => toMatch(index, ranked));
    },
  };
}

/** Prepares a search over the titles of a catalogue; `pause` is called again and again, to let others have their turn. */
export async function openTitleSearch(titles: FilmTitles, pause?: () => Promise<void>): Promise<TitleSearch> {
  return createSearch(await buildTitleIndex(titles, pause));
}
