import { createSpillingBuilder, listShardHashes, type CatalogueInfo } from '../builder/build-catalogue.ts';
import type { BuildTarget } from '../builder/build-target.ts';
import type { CatalogueFilm, CatalogueManifest } from '../types.ts';

/** A catalogue split into shards, by prefix. */
export interface BuiltCatalogue {
  manifest: CatalogueManifest;
  shards: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Takes films one by one, in memory, and makes shards of them at the end. */
interface CatalogueBuilder {
  /** Like `SpillingBuilder.add`. */
  add(film: CatalogueFilm): boolean;
  /** Resolves with the catalogue. `minFilmsPerShard` is the minimum average number of films per shard. */
  finish(info: CatalogueInfo, options: { minFilmsPerShard: number }): Promise<BuiltCatalogue>;
}

/** Creates a target in memory, with access to its shards. */
function createMemoryTarget(): BuildTarget & { shards: Map<string, Uint8Array<ArrayBuffer>> } {
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

/** Creates an empty builder in memory. */
export function createCatalogueBuilder(): CatalogueBuilder {
  const target = createMemoryTarget();
  const builder = createSpillingBuilder(target);
  return {
    add: (film) => builder.add(film),
    async finish(info, options) {
      const head = await builder.finish(info, options);
      return { manifest: { ...head, shards: await listShardHashes(target.shards) }, shards: target.shards };
    },
  };
}

/** Builds the catalogue of a list of films in memory. */
export async function buildCatalogue(
  films: Iterable<CatalogueFilm>,
  info: CatalogueInfo,
  options: { minFilmsPerShard: number },
): Promise<BuiltCatalogue> {
  const builder = createCatalogueBuilder();
  for (const film of films) builder.add(film);
  return await builder.finish(info, options);
}
