import type { ScoreKindRecord } from '../format.ts';

/** How far a build has come; kept with what it has laid aside, so that it can go on from there. */
export interface BuildState {
  /** Films that were given to `add`, those that were left out too. */
  seen: number;
  films: number;
  scoreKinds: ScoreKindRecord[];
  /** The kinds of ids that the films have. */
  idKinds: string[];
  /** Partitions whose shards are made. */
  partitionsDone: number;
}

/** Rows are laid aside by the first two hex digits of their key's hash. */
export const partitionCount = 256;

/** Where a build lays aside rows and puts shards: memory, files, a database. Each call is done wholly or not at all. */
export interface BuildPlace {
  /** Adds UTF-8 lines to partitions, and keeps the state in place of the last one. */
  saveRows(chunks: Map<number, Uint8Array<ArrayBuffer>>, state: BuildState): Promise<void>;
  /** What was laid aside in a partition, in the order in which it came. */
  readRows(partition: number): Promise<Uint8Array[]>;
  /** Keeps shards by prefix, and the state; the rows of the partitions that are done may be dropped. */
  saveShards(shards: Map<string, Uint8Array<ArrayBuffer>>, state: BuildState): Promise<void>;
}

/** The state of a build that has not begun. */
export const emptyBuild: BuildState = { seen: 0, films: 0, scoreKinds: [], idKinds: [], partitionsDone: 0 };

/** A place in memory, with the shards it was given. */
export function createMemoryPlace(): BuildPlace & { shards: Map<string, Uint8Array<ArrayBuffer>> } {
  const rows = new Map<number, Uint8Array[]>();
  const shards = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    shards,
    saveRows(chunks) {
      for (const [partition, bytes] of chunks) rows.set(partition, [...(rows.get(partition) ?? []), bytes]);
      return Promise.resolve();
    },
    readRows(partition) {
      return Promise.resolve(rows.get(partition) ?? []);
    },
    saveShards(made, { partitionsDone }) {
      for (const [prefix, bytes] of made) shards.set(prefix, bytes);
      for (const partition of rows.keys()) if (partition < partitionsDone) rows.delete(partition);
      return Promise.resolve();
    },
  };
}
