import { signal } from '@preact/signals';
import type { Match } from '../../../lib/films/types.ts';
import {
  defaultPolicy,
  type DuplicatePolicy,
  type FilmDecision,
  type ImportPlan,
  type LogView,
} from '../../../lib/transfer/plan/plan-types.ts';
import type { Reading, ReadOptions, ReadTable } from '../../../lib/transfer/types.ts';
import type { PickedFile } from '../../../components/transfer/file-trouble.ts';
import type { ImportQuestion } from '../../../components/transfer/import-questions.ts';
import type { MergePreview } from '../../../lib/watchlog/imports/merge-preview.ts';
import type { RowLists } from '../../../lib/watchlog/store/schema.ts';
import type { BackupFault, FilmInput } from '../../../lib/watchlog/types.ts';

/** The step of an import. */
export type ImportPhase = 'idle' | 'reading' | 'preview' | 'writing' | 'done';

/** A Marquee file, ready to be merged. */
export interface LogMerge {
  preview: MergePreview;
  parts: RowLists[];
}

export type ImportModel = ReturnType<typeof createImportModel>;

/** Creates the state of an import. */
export function createImportModel() {
  const reading = signal<Reading | null>(null);
  const log = signal<LogView | null>(null);
  const matches = signal<Map<FilmInput, Match>>(new Map());
  const decisions = signal<Map<FilmInput, FilmDecision>>(new Map());
  const policy = signal<DuplicatePolicy>(defaultPolicy);
  return {
    phase: signal<ImportPhase>('idle'),
    /** Whether the files are being read again with another choice; until then the former reading is shown. */
    isReadingAgain: signal(false),
    /** The files as they were picked. */
    files: signal<PickedFile[]>([]),
    reading,
    /** The tables whose columns the user can change: those of no known service. */
    tables: signal<ReadTable[]>([]),
    /** What the files leave open, asked since they were picked; answered questions stay. */
    questions: signal<ImportQuestion[]>([]),
    /** The user's choices so far for these files. */
    choices: signal<Partial<ReadOptions>>({}),
    log,
    matches,
    decisions,
    policy,
    /** Films in no catalogue and not in the log, imported under the titles in the files. */
    unknown: signal<FilmInput[]>([]),
    /** Null until files are read, and for Marquee files. Updated asynchronously: see `planning.ts`. */
    plan: signal<ImportPlan | null>(null),
    /** Set for a Marquee file. */
    merge: signal<LogMerge | null>(null),
    /** The id of the import that was written last; null before it. */
    importId: signal<string | null>(null),
    /** Whether the import that was written is being undone, or was. */
    undo: signal<'none' | 'running' | 'done'>('none'),
    progress: signal<{ done: number; total: number }>({ done: 0, total: 0 }),
    fault: signal<string | null>(null),
    /** Why what is imported is in no backup yet; null if it is. */
    notBackedUp: signal<BackupFault | null>(null),
  };
}
