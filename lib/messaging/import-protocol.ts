import type { Match } from '../films/types.ts';
import type { RowLists } from '../watchlog/store/schema.ts';
import type { ImportedList } from '../watchlog/imports/import-lists.ts';
import type { ImportInfo, ImportStep } from '../watchlog/imports/imports.ts';
import type { FilmInput, WriteReceipt } from '../watchlog/types.ts';

/** The most films that one request may ask to identify. */
export const maxFilmsPerMatch = 200;

/** The most steps, or rows, of one chunk of an import. */
export const maxStepsPerChunk = 500;

/** Why the last write is in the database but in no backup yet; absent if it is in both. */
export type BackedUp = Pick<WriteReceipt, 'notBackedUp'>;

/** The progress of an import. */
export interface ImportedSteps extends BackedUp {
  /** Steps, or rows, that are durable. */
  done: number;
}

/** Messages about imports, each from a page of the extension to the background. */
export interface ImportProtocol {
  /** Which films are meant, in the order of the request; at most `maxFilmsPerMatch`. */
  matchFilms(request: { films: FilmInput[] }): Match[];
  /** Writes one chunk of an import, durable when it answers. A chunk that is done already does nothing. */
  commitImport(request: { info: ImportInfo; from: number; steps: ImportStep[] }): ImportedSteps;
  /** The same for lists, each with at most `maxStepsPerChunk` films. */
  commitImportedLists(request: { info: ImportInfo; from: number; lists: ImportedList[] }): ImportedSteps;
  /** The same for a file of our own: rows merged field by field. */
  mergeLog(request: { info: ImportInfo; from: number; part: RowLists }): ImportedSteps;
  /** Undoes a part of an import; call it until it answers that it is done. */
  undoImport(request: { importId: string }): BackedUp & { isDone: boolean };
}
