import { foldLetters } from '../../text/text.ts';
import { otherKindWords } from './kind-words.data.ts';
import { findStatusByParts } from './status-parts.ts';
import { answerWords, statusWords, type Status } from './status-words.data.ts';

export type { Status } from './status-words.data.ts';

/** A phrase folded for comparison: without case, accents, emoji and punctuation. */
const foldPhrase = (text: string): string =>
  foldLetters(text.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Words of scripts that need no spaces between them, without those that people write all the same. */
const joinUnspaced = (phrase: string): string =>
  phrase.replace(
    /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])/gu,
    '',
  );

const foldAnswer = (text: string): string =>
  foldLetters(text.normalize('NFKC'))
    .replace(/[\s\ufe0f]+/g, ' ')
    .trim();

const listPhrases = (text: string): string[] =>
  text.split(/[,\s]*,\s*/).map((phrase) => phrase.replace(/\s+/g, ' '));

let statuses: Map<string, Status> | null = null;

function loadStatuses(): Map<string, Status> {
  if (statuses !== null) return statuses;
  const loaded = new Map<string, Status>();
  for (const [status, phrases] of Object.entries(statusWords))
    for (const phrase of listPhrases(phrases))
      for (const folded of [foldPhrase(phrase), joinUnspaced(foldPhrase(phrase))])
        if (!loaded.has(folded)) loaded.set(folded, status as Status);
  statuses = loaded;
  return loaded;
}

/** The status that a cell states; null for any other text. Signs and emoji beside the words do not count. */
export function findStatus(cell: string): Status | null {
  if (cell.length > 60) return null;
  const phrase = foldPhrase(cell);
  const found = loadStatuses().get(phrase) ?? loadStatuses().get(joinUnspaced(phrase));
  if (found !== undefined) return found;
  // "3. Watched", "1 - To watch": people number their choices to sort them.
  const bare = phrase.replace(/^\d+ /, '');
  return loadStatuses().get(bare) ?? findStatusByParts(bare, foldPhrase);
}

let answers: Map<string, boolean> | null = null;

function loadAnswers(): Map<string, boolean> {
  if (answers !== null) return answers;
  const loaded = new Map<string, boolean>();
  for (const word of listPhrases(answerWords.no)) loaded.set(foldAnswer(word), false);
  for (const word of listPhrases(answerWords.yes)) loaded.set(foldAnswer(word), true);
  answers = loaded;
  return loaded;
}

/** Whether a cell says yes (true) or no (false); null for an empty cell and any other text. */
export function findAnswer(cell: string): boolean | null {
  const text = cell.trim();
  if (text === '' || text.length > 20) return null;
  return loadAnswers().get(foldAnswer(text.replace(/\.0+$/, ''))) ?? null;
}

/** Why a row with this kind of work is left out. */
export type OtherKind = keyof typeof otherKindWords;

let kinds: Map<string, OtherKind> | null = null;

/** The kind of work, other than a film, that a cell of a column of kinds names; null for a film and for an unknown word. */
export function findOtherKind(cell: string): OtherKind | null {
  if (kinds === null) {
    kinds = new Map();
    for (const [kind, phrases] of Object.entries(otherKindWords))
      for (const phrase of listPhrases(phrases)) kinds.set(foldPhrase(phrase), kind as OtherKind);
  }
  const phrase = foldPhrase(cell.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^(?:TV|tv)(?=[A-Z])/, 'TV '));
  const bare = foldPhrase(cell.replace(/[([（].*$/, ''));
  return (
    kinds.get(phrase) ??
    kinds.get(phrase.replace(/ /g, '')) ??
    (bare === '' ? null : (kinds.get(bare) ?? null))
  );
}

const filmKinds = new Set(
  `film films movie movies feature short película pelicula filme filmes elokuva spielfilm фильм фільм ταινία 映画 电影 電影 영화`
    .split(' ')
    .map(foldPhrase),
);

/** Whether a cell of a column of kinds says that the work is a film. */
export const isFilmKind = (cell: string): boolean => filmKinds.has(foldPhrase(cell));

/** Whether a cell names a kind of work: a film or another one. */
export const isWorkKind = (cell: string): boolean =>
  cell.length <= 30 && (isFilmKind(cell) || findOtherKind(cell) !== null);
