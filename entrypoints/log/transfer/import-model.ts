import { signal } from '@preact/signals';
import type { Match } from '../../../lib/films/types.ts';
import {
  defaultPolicy,
  type DuplicatePolicy,
  type FilmDecision,
  type ImportPlan,
  type LogView,
} from '../../../lib/transfer/plan/plan-types.ts';
import type { Reading } from '../../../lib/transfer/types.ts';
import type { MergePart } from '../../../lib/watchlog/imports/merge-log.ts';
import type { MergePreview } from '../../../lib/watchlog/imports/merge-preview.ts';
import type { FilmInput } from '../../../lib/watchlog/types.ts';

/** Where an import is. */
export type ImportPhase = 'idle' | 'reading' | 'preview' | 'writing' | 'done';

/** A file of our own, ready to be merged. */
export interface LogMerge {
  preview: MergePreview;
  parts: MergePart[];
}

export type ImportModel = ReturnType<typeof createImportModel>;

/** What an import knows at each step. */
export function createImportModel() {
  const reading = signal<Reading | null>(null);
  const log = signal<LogView | null>(null);
  const matches = signal<Map<FilmInput, Match>>(new Map());
  const decisions = signal<Map<FilmInput, FilmDecision>>(new Map());
  const policy = signal<DuplicatePolicy>(defaultPolicy);
  return {
    phase: signal<ImportPhase>('idle'),
    reading,
    /** The columns of the one table that was chosen; empty for anything else. */
    header: signal<string[]>([]),
    log,
    matches,
    decisions,
    policy,
    /** Films that no list and no log here knows, taken under the names that the files give them. */
    unknown: signal<FilmInput[]>([]),
    /** Null while nothing has been read, and for files of our own. Follows the rest a moment later: see `planning.ts`. */
    plan: signal<ImportPlan | null>(null),
    /** Set for a file of our own. */
    merge: signal<LogMerge | null>(null),
    progress: signal<{ done: number; total: number }>({ done: 0, total: 0 }),
    fault: signal<string | null>(null),
  };
}
