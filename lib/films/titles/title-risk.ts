import { findIdSystem, type IdKind } from '../id-systems.ts';
import type { FilmRef } from '../types.ts';
import { nearYearRisks, titleRisks, usualWords } from './title-risk-data.ts';
import { foldTitle, isTitleRef, kindOf } from './title-key.ts';

/** What a title's risk depends on. Both are indexes of the learnt tables. */
export interface TitleTraits {
  /** The number of significant words, less one; 4 for five or more. */
  words: number;
  /** How usual its rarest significant word is in titles: 0 rare to 3 usual. */
  usualness: number;
}

/** From this risk on a title alone is shown as unsure. */
export const maxSureRisk = 0.01;

/** From this risk on a title alone decides nothing. */
export const maxShownRisk = 0.05;

/** The most risk that a namesake of the year before or after is taken for the film. */
export const maxNearYearRisk = 0.002;

/**
 * What the risk of a title is multiplied with where the page gives another title of the film too: of the films of the
 * built-in catalogue with a namesake, one in 21 shares its other title with it as well, mostly a remake or a translation.
 */
export const riskWithOtherTitle = 0.05;

/** Films with ids in so many systems are widely known: a page that gives their title hardly ever means another film. */
const systemsOfKnownFilm = 3;

/** Words that say nothing of which film is meant: articles, prepositions and conjunctions. */
const smallWords = new Set(
  (
    'the a an of and in to on for with at by from le la les l de du des d un une et en au der die das ein eine ' +
    'und im am zu il lo gli i el los las del di da e y o os as het een van en den det ett og och i s t'
  ).split(' '),
);

/** Letters of scripts that do not part words; two of them count as a word. */
const unpartedLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

let usualnessByWord: Map<string, number> | null = null;

/** How usual a folded word is in the titles of films: 0 rare (fewer than 10 titles have it) to 3 usual (60 or more). */
export function usualnessOf(word: string): number {
  usualnessByWord ??= new Map(
    usualWords.flatMap((words, at) => words.split(' ').map((usual) => [usual, at + 1] as const)),
  );
  return usualnessByWord.get(word) ?? 0;
}

/** The words of a folded title that tell it from others; all words if none does. */
function listSignificantWords(fold: string): string[] {
  const words = fold.split('-');
  const significant = words.filter((word) => !smallWords.has(word));
  return significant.length > 0 ? significant : words;
}

const countWords = (word: string): number =>
  Math.max(1, Math.floor((word.match(unpartedLetters)?.length ?? 0) / 2));

/**
 * The traits of a title. A number at its end counts as one word more: sequels have few namesakes. `usualness` is that
 * of the learnt words, or of others while they are learnt.
 */
export function readTraits(title: string, usualness = usualnessOf): TitleTraits {
  const words = listSignificantWords(foldTitle(title));
  const count = words.reduce((sum, word) => sum + countWords(word), 0);
  const isNumbered = words.length > 1 && /^\d+$/.test(words.at(-1) ?? '');
  return {
    words: Math.min(count + (isNumbered ? 1 : 0), 5) - 1,
    usualness: Math.min(...words.map(usualness)),
  };
}

/** Whether a film has ids in three systems or more whose ids belong to one film only. */
export function isWidelyKnown(refs: readonly FilmRef[]): boolean {
  const kinds = new Set(refs.filter((ref) => !isTitleRef(ref)).map(kindOf));
  return [...kinds].filter((kind) => findIdSystem(kind as IdKind).isUnique).length >= systemsOfKnownFilm;
}

/**
 * The chance, 0 to 1, that a film outside the catalogues has this title and would be taken for the one film that has
 * it in them. Learnt by leaving out each film of the built-in catalogue in turn: see docs/accuracy.md.
 */
export function riskOfTitle(title: string, refs: readonly FilmRef[]): number {
  const { words, usualness } = readTraits(title);
  return titleRisks[isWidelyKnown(refs) ? 1 : 0]?.[words]?.[usualness] ?? 1;
}

/** The chance, 0 to 1, that another film has this title and came out in the year before or after; learnt likewise. */
export function riskOfNearYear(title: string, refs: readonly FilmRef[]): number {
  const { words, usualness } = readTraits(title);
  return nearYearRisks[isWidelyKnown(refs) ? 1 : 0]?.[words]?.[usualness] ?? 1;
}
