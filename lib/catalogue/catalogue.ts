import { listFilmTitleKeys } from './keys.ts';
import { toCatalogueFilm } from './film-record.ts';
import {
  listFilmRecords,
  listHomes,
  parseShard,
  type CheckedFilmRecord,
  type ParsedShard,
} from './format.ts';
import { hashKey, prefixOf, shardKeyOf } from './hash.ts';
import { createPromiseCache } from './shard-cache.ts';
import type { ReadShard, Catalogue, CatalogueFilm, CatalogueHead } from './types.ts';
import { isTitleRef, kindOf } from '../films/titles/title-key.ts';
import type { FilmRef } from '../films/types.ts';

/** Parsed shards kept between look-ups. */
const maxKeptShards = 64;

type LoadShard = (shardKey: FilmRef) => Promise<ParsedShard | null>;

/** Whether a record under a title key is one that the looked-up key means. */
function isMeant(record: CheckedFilmRecord, key: FilmRef, home: FilmRef): boolean {
  if (key === home) return true;
  return isTitleRef(key) ? listFilmTitleKeys(record).includes(key) : record.refs.includes(key);
}

/**
 * The films under the key of a shard. A title may stand in its own shard and, as another film's other title, in that
 * film's; an id stands in one.
 */
async function findFilms(key: FilmRef, loadShard: LoadShard): Promise<CatalogueFilm[]> {
  const shard = await loadShard(key);
  if (!shard) return [];
  const homes = new Set([...(isTitleRef(key) ? [key] : []), ...listHomes(shard, key)]);
  const found = await Promise.all(
    [...homes].map(async (home) => {
      const homeShard = await loadShard(home);
      if (!homeShard) return [];
      const id = isTitleRef(key) ? null : key;
      const records = listFilmRecords(homeShard, home, id).filter((record) => isMeant(record, key, home));
      return records.map((record) => toCatalogueFilm(record, homeShard.scoreKinds));
    }),
  );
  return found.flat();
}

/** The films by their refs, ids among them. */
function indexByRef(lists: Iterable<CatalogueFilm[]>): Map<FilmRef, CatalogueFilm> {
  const byRef = new Map<FilmRef, CatalogueFilm>();
  for (const films of lists) for (const film of films) for (const ref of film.film.refs) byRef.set(ref, film);
  return byRef;
}

/**
 * A catalogue over a checked manifest and a way to read its shards. A look-up reads the shard of each title, of each id that
 * these do not answer, and of each title they lead to, each once; it rejects with `CatalogueError` when a shard cannot be
 * read or is damaged. The revision is told by the manifest unless it is given.
 */
export function openCatalogue(
  manifest: CatalogueHead,
  readShard: ReadShard,
  revision = hashKey(JSON.stringify(manifest)).toString(36),
): Catalogue {
  const kept = createPromiseCache<ParsedShard | null>(maxKeptShards);

  const mayHave = (id: FilmRef): boolean => manifest.idKinds?.includes(kindOf(id)) ?? true;

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
      const findAll = async (keys: FilmRef[]): Promise<Map<FilmRef, CatalogueFilm[]>> =>
        new Map(await Promise.all(keys.map(async (key) => [key, await findFilms(key, loadShard)] as const)));
      const keys = [...new Set(refs.map(shardKeyOf))];
      const ofTitles = await findAll(keys.filter(isTitleRef));
      // An id is one film's: where a title has given that film, the shard that tells whose it is need not be read.
      const byRef = indexByRef(ofTitles.values());
      const ofIds = await findAll(keys.filter((key) => !isTitleRef(key) && !byRef.has(key) && mayHave(key)));
      return new Map(
        refs.map((ref) => {
          const film = byRef.get(ref);
          const found = isTitleRef(ref) ? ofTitles.get(shardKeyOf(ref)) : film ? [film] : ofIds.get(ref);
          return [ref, found ?? []];
        }),
      );
    },
  };
}
