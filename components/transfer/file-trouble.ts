import type { MessageKey } from '../../lib/i18n/messages.ts';
import type { Reading } from '../../lib/transfer/types.ts';

/** A file as the user picked it. */
export interface PickedFile {
  name: string;
  /** Its media type, as the browser tells it from the name; empty if it does not know it. */
  type: string;
}

/** Why files give nothing to import: they cannot be read, or have no films. */
export type FileTrouble = 'unreadable' | 'no-films';

/** Errors that ask the user something instead of ending the import. */
const questions = new Set(['ambiguous-date', 'choose-profile']);
const withoutFilms = new Set(['empty', 'unknown-format']);

/** Whether a reading asks something before it can be read. */
export const isQuestion = ({ error }: Reading): boolean => error !== null && questions.has(error.errorClass);

const hasFilms = ({ entries, ratings, watchlist, liked, tags, log }: Reading): boolean =>
  log !== null || [entries, ratings, watchlist, liked, tags].some((list) => list.length > 0);

/** Why a reading gives nothing to import; null if it does, or asks something first. */
export function findTrouble(reading: Reading): FileTrouble | null {
  if (hasFilms(reading) || isQuestion(reading)) return null;
  return reading.error === null || withoutFilms.has(reading.error.errorClass) ? 'no-films' : 'unreadable';
}

const kindWords: [start: string, words: MessageKey][] = [
  ['image/', 'fileIsPicture'],
  ['video/', 'fileIsVideo'],
  ['audio/', 'fileIsSound'],
  ['application/pdf', 'fileIsPdf'],
];

/** What a file is that can have no films, such as a picture, as a message about its name; null if it may have some. */
export function findKindWords({ type }: PickedFile): MessageKey | null {
  return kindWords.find(([start]) => type.startsWith(start))?.[1] ?? null;
}
