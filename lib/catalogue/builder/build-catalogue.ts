import { kindOf } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { listIds } from '../keys.ts';
import { maxLineLength } from '../format.ts';
import { hashContent, prefixOf } from '../hash.ts';
import { choosePrefixLength } from '../manifest.ts';
import type { CatalogueFilm, CatalogueHead, CatalogueManifest } from '../types.ts';
import {
  createMemoryPlace,
  emptyBuild,
  partitionCount,
  type BuildPlace,
  type BuildState,
} from './build-target.ts';
import { createHeldRows } from './held-rows.ts';
import { createIdSet } from './id-set.ts';
import { createKindIndex, formatFilmRows, joinRows } from './catalogue-rows.ts';

/** What is told of a catalogue as a whole. */
export type CatalogueInfo = Pick<
  CatalogueManifest,
  'id' | 'name' | 'asOf' | 'licence' | 'attribution' | 'note'
>;

/** A catalogue cut into shards, by prefix. */
export interface BuiltCatalogue {
  manifest: CatalogueManifest;
  shards: Map<string, Uint8Array<ArrayBuffer>>;
}

/** How a catalogue is cut, and who may stop it. */
interface CutOptions {
  /** At least so many films a shard, on the average. */
  minFilmsPerShard: number;
  signal?: AbortSignal;
  /** Told of each part of the shards that is made, of how many. */
  onPart?: (done: number, of: number) => void;
}

/** Takes films one by one and lays them aside; cuts them into shards at the end. Memory stays bounded if `flush` is called when due. */
export interface SpillingBuilder {
  readonly films: number;
  /** False where the film is left out: its title cannot be looked up, or all its ids belong to an earlier one. */
  add(film: CatalogueFilm): boolean;
  /** True when so much is held in memory that it should be laid aside. */
  isFull(): boolean;
  flush(): Promise<void>;
  /** Makes the shards, and gives what the manifest says of the catalogue but for their hashes. */
  finish(info: CatalogueInfo, options: CutOptions): Promise<CatalogueHead>;
}

/** Bytes held before they are laid aside. */
const defaultHeldBytes = 8_000_000;

async function* readPartitions(place: BuildPlace, from: number, to: number): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  for (let partition = from; partition < to; partition += 1) {
    for (const bytes of await place.readRows(partition)) yield decoder.decode(bytes).trimEnd().split('\n');
  }
}

async function cutShards(
  place: BuildPlace,
  state: BuildState,
  prefixLength: number,
  { signal, onPart }: CutOptions,
): Promise<void> {
  // A prefix shorter than a partition's joins several partitions into one shard.
  const step = partitionCount / 16 ** Math.min(prefixLength, 2);
  while (state.partitionsDone < partitionCount) {
    signal?.throwIfAborted();
    const end = state.partitionsDone + step;
    const rows: string[] = [];
    for await (const lines of readPartitions(place, state.partitionsDone, end))
      for (const line of lines) rows.push(line);
    state.partitionsDone = end;
    await place.saveShards(joinRows(rows, state.scoreKinds, prefixLength), { ...state });
    onPart?.(end, partitionCount);
  }
}

function addKinds(kinds: string[], ids: FilmRef[]): void {
  for (const kind of ids.map(kindOf)) if (!kinds.includes(kind)) kinds.push(kind);
}

/**
 * A builder that lays rows aside in a place. Given the state of a build that was broken off, it passes over the films
 * that the place already has: give it the same films in the same order again.
 */
export function createSpillingBuilder(
  place: BuildPlace,
  former: BuildState = emptyBuild,
  maxHeldBytes = defaultHeldBytes,
): SpillingBuilder {
  const state: BuildState = {
    ...former,
    seen: 0,
    scoreKinds: [...former.scoreKinds],
    idKinds: [...former.idKinds],
  };
  const ids = createIdSet();
  const findKindIndex = createKindIndex(state.scoreKinds);
  const held = createHeldRows();

  /** The ids that no earlier film has; null where earlier films have them all. */
  function takeIds({ film }: CatalogueFilm): CatalogueFilm['film']['refs'] | null {
    const all = listIds(film);
    const own = all.filter((id) => ids.add(id));
    addKinds(state.idKinds, own);
    return own.length === 0 && all.length > 0 ? null : own;
  }

  async function flush(): Promise<void> {
    if (held.size === 0) return;
    await place.saveRows(held.take(), { ...state });
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
      for (const { key, row } of rows) held.add(Number.parseInt(prefixOf(key, 2), 16), row);
      if (rows.length > 0) state.films += 1;
      return rows.length > 0;
    },
    isFull: () => held.size > maxHeldBytes,
    flush,
    async finish(info, options) {
      await flush();
      const prefixLength = choosePrefixLength(state.films, options.minFilmsPerShard);
      await cutShards(place, state, prefixLength, options);
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

/** Takes films one by one, in memory, and cuts them into shards at the end. */
export interface CatalogueBuilder {
  /** As `SpillingBuilder.add`. */
  add(film: CatalogueFilm): boolean;
  /** The catalogue, with at least `minFilmsPerShard` films a shard on the average. */
  finish(info: CatalogueInfo, options: { minFilmsPerShard: number }): Promise<BuiltCatalogue>;
}

/** The manifest's list of shards: the hash of each. */
export async function listShardHashes(
  shards: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<CatalogueManifest['shards']> {
  const hashes = await Promise.all(
    [...shards].map(async ([prefix, bytes]) => [prefix, await hashContent(bytes)] as const),
  );
  return Object.fromEntries(hashes);
}

/** Starts an empty catalogue, in memory. */
export function createCatalogueBuilder(): CatalogueBuilder {
  const place = createMemoryPlace();
  const builder = createSpillingBuilder(place);
  return {
    add: (film) => builder.add(film),
    async finish(info, options) {
      const head = await builder.finish(info, options);
      return { manifest: { ...head, shards: await listShardHashes(place.shards) }, shards: place.shards };
    },
  };
}

/** The catalogue of a list of films, as `createCatalogueBuilder` makes it. */
export async function buildCatalogue(
  films: Iterable<CatalogueFilm>,
  info: CatalogueInfo,
  options: { minFilmsPerShard: number },
): Promise<BuiltCatalogue> {
  const builder = createCatalogueBuilder();
  for (const film of films) builder.add(film);
  return await builder.finish(info, options);
}
