import type { CatalogueInfo } from '../builder/build-catalogue.ts';
import type { InputFile } from '../builder/input-file.ts';
import type { ImportFault } from '../errors.ts';

/**
 * What is imported. `imdb`: title.basics, title.ratings and, if there, title.akas, in any order. `table`: one CSV or JSON
 * file, its columns mapped as the user said. `folder`: the files of a catalogue, `manifest.json` and its shards.
 */
export type ImportJob =
  | { kind: 'imdb'; files: InputFile[] }
  | { kind: 'table'; files: [InputFile]; info: CatalogueInfo; mapping: Record<string, string> }
  | { kind: 'folder'; files: InputFile[] };

/** From the page to its worker. */
export type ImportRequest = { type: 'start'; job: ImportJob } | { type: 'cancel' };

/** How far an import is. Rows are of the source (of a folder: shards); how many there are in all is an estimate. */
export interface ImportProgress {
  /** `reading` the source, or `cutting` what was read into shards. */
  phase: 'reading' | 'cutting';
  done: number;
  of: number;
  films: number;
  /** Whether it goes on from where a closed page left it. */
  isResumed: boolean;
}

/** How an import ended. */
export type ImportEnd =
  | {
      type: 'done';
      id: string;
      name: string;
      films: number;
      asOf: string;
      rowsRead: number;
      /** Rows that became no film, by reason. */
      leftOut: Record<string, number>;
    }
  | { type: 'cancelled' }
  | { type: 'failed'; reason: ImportFault; file: string | null; row: number | null; message: string };

/** From the worker to its page. */
export type ImportReport = ({ type: 'progress' } & ImportProgress) | ImportEnd;
