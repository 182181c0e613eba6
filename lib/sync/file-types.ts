import type { RowSource } from './exchange.ts';
import type { FileRemote } from './remotes/types.ts';
import type { SegmentLimits } from './segments.ts';
import type { SyncStore } from './sync-store.ts';
import type { SyncSetUp } from './sync-types.ts';

/** How much one file takes, and how long files stay. */
export interface FileLimits extends SegmentLimits {
  /** Files after the last whole copy at which the next one is made. */
  filesPerCopy: number;
  /** How long files stay that a whole copy replaces, in milliseconds. */
  replacedForMs: number;
}

/** What sending files works with. */
export interface FileSending {
  remote: FileRemote;
  store: SyncStore;
  signal: AbortSignal;
  now: () => number;
  setUp: SyncSetUp;
  source: RowSource;
  /** The folder of the log's files. */
  folder: string;
  limits: FileLimits;
}
