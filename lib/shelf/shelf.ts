import { listFilmTitleKeys } from './keys.ts';
import { toShelfFilm } from './film-record.ts';
import {
  listFilmRecords,
  listHomes,
  parseShard,
  type CheckedFilmRecord,
  type ParsedShard,
} from './format.ts';
import { hashKey, prefixOf, shardKeyOf } from './hash.ts';
import { createPromiseCache } from './shard-cache.ts';
import type { ReadShard, Shelf, ShelfFilm, ShelfHead } from './types.ts';
import type { FilmRef } from '../films/types.ts';

/** Parsed shards kept between look-ups. */
const maxKeptShards = 64;

type LoadShard = (shardKey: FilmRef) => Promise<ParsedShard | null>;

/** Whether a record under a title key is one that the looked-up key means. */
function isMeant(record: CheckedFilmRecord, key: FilmRef, home: FilmRef): boolean {
  if (key === home) return true;
  return key.startsWith('title:') ? listFilmTitleKeys(record).includes(key) : record.refs.includes(key);
}

/** A title may stand in its own shard and, as another film's other title, in that film's; an id stands in one. */
async function findFilms(ref: FilmRef, loadShard: LoadShard): Promise<ShelfFilm[]> {
  const key = shardKeyOf(ref);
  const shard = await loadShard(key);
  if (!shard) return [];
  const homes = new Set([...(key.startsWith('title:') ? [key] : []), ...listHomes(shard, key)]);
  const found = await Promise.all(
    [...homes].map(async (home) => {
      const homeShard = await loadShard(home);
      if (!homeShard) return [];
      const id = key.startsWith('title:') ? null : key;
      const records = listFilmRecords(homeShard, home, id).filter((record) => isMeant(record, key, home));
      return records.map((record) => toShelfFilm(record, homeShard.scoreKinds));
    }),
  );
  return found.flat();
}

/**
 * A shelf over a checked manifest and a way to read its shards. A look-up reads the shard of each ref and of each
 * title it leads to, each once; it rejects with `ShelfError` when a shard cannot be read or is damaged. The revision is told by the
 * manifest unless it is given.
 */
export function openShelf(
  manifest: ShelfHead,
  readShard: ReadShard,
  revision = hashKey(JSON.stringify(manifest)).toString(36),
): Shelf {
  const kept = createPromiseCache<ParsedShard | null>(maxKeptShards);

  async function readAndParse(prefix: string): Promise<ParsedShard | null> {
    const bytes = await readShard(prefix);
    return bytes && parseShard(bytes);
  }

  return {
    manifest,
    revision,
    async lookUp(refs) {
      // A batch may need more shards than are kept: it holds on to its own until it ends.
      const batch = new Map<string, Promise<ParsedShard | null>>();
      const loadShard: LoadShard = (shardKey) => {
        const prefix = prefixOf(shardKey, manifest.prefixLength);
        const shard = batch.get(prefix) ?? kept.get(prefix, () => readAndParse(prefix));
        batch.set(prefix, shard);
        return shard;
      };
      const unique = [...new Set(refs)];
      const films = await Promise.all(unique.map((ref) => findFilms(ref, loadShard)));
      return new Map(unique.map((ref, index) => [ref, films[index] ?? []]));
    },
  };
}
