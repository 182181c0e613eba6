import { kindOf } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { listIds } from '../keys.ts';
import { maxLineLength } from '../format.ts';
import { hashContent, prefixOf } from '../hash.ts';
import { choosePrefixLength } from '../manifest.ts';
import type { CatalogueFilm, CatalogueHead, CatalogueManifest } from '../types.ts';
import { emptyBuild, partitionCount, type BuildTarget, type BuildState } from './build-target.ts';
import { createRowBuffer } from './row-buffer.ts';
import { createIdSet } from './id-set.ts';
import { createKindIndex, formatFilmRows, joinRows } from './catalogue-rows.ts';

/** The description of a whole catalogue. */
export type CatalogueInfo = Pick<
  CatalogueManifest,
  'id' | 'name' | 'asOf' | 'licence' | 'attribution' | 'note'
>;

/** Options of the split into shards. */
interface ShardOptions {
  /** Minimum average number of films per shard. */
  minFilmsPerShard: number;
  signal?: AbortSignal;
  /** Called after each part of the shards, with the number of finished parts and of all parts. */
  onPart?: (done: number, of: number) => void;
}

/**
 * Takes films one by one, saves their rows, and makes shards of them at the end. Memory stays bounded if `flush` is
 * called whenever `isFull` returns true.
 */
export interface SpillingBuilder {
  readonly films: number;
  /** Adds a film. False if it is skipped: its title has no key, or all its ids belong to earlier films. */
  add(film: CatalogueFilm): boolean;
  /** True if the rows in memory should be saved with `flush`. */
  isFull(): boolean;
  flush(): Promise<void>;
  /** Makes the shards. Resolves with the manifest without the list of shards. */
  finish(info: CatalogueInfo, options: ShardOptions): Promise<CatalogueHead>;
}

/** The number of bytes in memory at which rows are saved. */
const defaultBufferedBytes = 8_000_000;

async function* readPartitions(target: BuildTarget, from: number, to: number): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  for (let partition = from; partition < to; partition += 1) {
    for (const bytes of await target.readRows(partition)) yield decoder.decode(bytes).trimEnd().split('\n');
  }
}

async function makeShards(
  target: BuildTarget,
  state: BuildState,
  prefixLength: number,
  { signal, onPart }: ShardOptions,
): Promise<void> {
  // A prefix shorter than a partition's covers several partitions, whose rows go into one shard.
  const step = partitionCount / 16 ** Math.min(prefixLength, 2);
  while (state.partitionsDone < partitionCount) {
    signal?.throwIfAborted();
    const end = state.partitionsDone + step;
    const rows: string[] = [];
    for await (const lines of readPartitions(target, state.partitionsDone, end))
      for (const line of lines) rows.push(line);
    state.partitionsDone = end;
    await target.saveShards(joinRows(rows, state.scoreKinds, prefixLength), { ...state });
    onPart?.(end, partitionCount);
  }
}

function addKinds(kinds: string[], ids: FilmRef[]): void {
  for (const kind of ids.map(kindOf)) if (!kinds.includes(kind)) kinds.push(kind);
}

/**
 * Creates a builder that saves rows in a target. `former` is the state of an interrupted build: the films that the
 * target already has are skipped, so pass the same films in the same order again.
 */
export function createSpillingBuilder(
  target: BuildTarget,
  former: BuildState = emptyBuild,
  maxBufferedBytes = defaultBufferedBytes,
): SpillingBuilder {
  const state: BuildState = {
    ...former,
    seen: 0,
    scoreKinds: [...former.scoreKinds],
    idKinds: [...former.idKinds],
  };
  const ids = createIdSet();
  const findKindIndex = createKindIndex(state.scoreKinds);
  const buffer = createRowBuffer();

  /** The ids that no earlier film has; null if earlier films have all of them. */
  function takeIds({ film }: CatalogueFilm): CatalogueFilm['film']['refs'] | null {
    const all = listIds(film);
    const own = all.filter((id) => ids.add(id));
    addKinds(state.idKinds, own);
    return own.length === 0 && all.length > 0 ? null : own;
  }

  async function flush(): Promise<void> {
    if (buffer.size === 0) return;
    await target.saveRows(buffer.take(), { ...state });
  }

  return {
    get films() {
      return state.films;
    },
    add(catalogueFilm) {
      state.seen += 1;
      const refs = takeIds(catalogueFilm);
      if (refs === null || catalogueFilm.film.title.length > maxLineLength) return false;
      if (state.seen <= former.seen) return true;
      const rows = formatFilmRows({ ...catalogueFilm, film: { ...catalogueFilm.film, refs } }, findKindIndex);
      for (const { key, row } of rows) buffer.add(Number.parseInt(prefixOf(key, 2), 16), row);
      if (rows.length > 0) state.films += 1;
      return rows.length > 0;
    },
    isFull: () => buffer.size > maxBufferedBytes,
    flush,
    async finish(info, options) {
      await flush();
      const prefixLength = choosePrefixLength(state.films, options.minFilmsPerShard);
      await makeShards(target, state, prefixLength, options);
      return {
        format: 'marquee-shelf',
        version: 1,
        ...info,
        films: state.films,
        prefixLength,
        idKinds: state.idKinds,
      };
    },
  };
}

/** The content hash of each shard, by prefix, as the manifest lists them. */
export async function listShardHashes(
  shards: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<CatalogueManifest['shards']> {
  const hashes = await Promise.all(
    [...shards].map(async ([prefix, bytes]) => [prefix, await hashContent(bytes)] as const),
  );
  return Object.fromEntries(hashes);
}
