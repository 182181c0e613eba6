import type { ScoreKindRecord } from '../format.ts';

/** The progress of a build. It is saved together with the rows, so that the build can be resumed. */
export interface BuildState {
  /** The number of films passed to `add`, including skipped ones. */
  seen: number;
  films: number;
  scoreKinds: ScoreKindRecord[];
  /** The kinds of ids of the films. */
  idKinds: string[];
  /** The number of partitions whose shards are finished. */
  partitionsDone: number;
}

/** The number of partitions. A row's partition is the first two hex digits of its key's hash. */
export const partitionCount = 256;

/** Where a build saves rows and shards: memory, files, a database. Each call succeeds or fails as a whole. */
export interface BuildTarget {
  /** Appends UTF-8 lines to partitions, and replaces the saved state. */
  saveRows(chunks: Map<number, Uint8Array<ArrayBuffer>>, state: BuildState): Promise<void>;
  /** The saved rows of a partition, in the order in which they were saved. */
  readRows(partition: number): Promise<Uint8Array[]>;
  /** Saves shards by prefix, and the state. The rows of finished partitions may be deleted. */
  saveShards(shards: Map<string, Uint8Array<ArrayBuffer>>, state: BuildState): Promise<void>;
}

/** The state of a new build. */
export const emptyBuild: BuildState = { seen: 0, films: 0, scoreKinds: [], idKinds: [], partitionsDone: 0 };
