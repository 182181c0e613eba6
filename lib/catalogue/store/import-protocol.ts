import type { CatalogueInfo } from '../builder/build-catalogue.ts';
import type { InputFile } from '../builder/input-file.ts';
import type { ImportFault } from '../errors.ts';

/**
 * An import. `imdb`: any of title.ratings, title.basics and title.akas, in any order. `table`: one CSV or JSON
 * file with the user's mapping of columns. `folder`: the files of a catalogue, `manifest.json` and its shards.
 */
export type ImportJob =
  | { kind: 'imdb'; files: InputFile[] }
  | { kind: 'table'; files: [InputFile]; info: CatalogueInfo; mapping: Record<string, string> }
  | { kind: 'folder'; files: InputFile[] };

/** Messages from the page to its worker. */
export type ImportRequest = { type: 'start'; job: ImportJob } | { type: 'cancel' };

/** The progress of an import. `done` and `of` count rows of the source (shards for a folder); `of` is an estimate. */
export interface ImportProgress {
  /** `reading` the source, or `cutting` its films into shards. */
  phase: 'reading' | 'cutting';
  done: number;
  of: number;
  films: number;
  /** Whether it resumes an import that was interrupted, for example by closing the page. */
  isResumed: boolean;
}

/** The result of an import. */
export type ImportEnd =
  | {
      type: 'done';
      id: string;
      name: string;
      films: number;
      asOf: string;
      rowsRead: number;
      /** The number of rows skipped, by reason. */
      skipped: Record<string, number>;
    }
  /** Only IMDb's ratings: how many titles have one, and the day of the file. */
  | { type: 'ratings'; ratings: number; asOf: string }
  | { type: 'cancelled' }
  | { type: 'failed'; reason: ImportFault; file: string | null; row: number | null; message: string };

/** Messages from the worker to its page. */
export type ImportReport = ({ type: 'progress' } & ImportProgress) | ImportEnd;
