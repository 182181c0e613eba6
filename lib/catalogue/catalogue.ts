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

/** The number of parsed shards kept between look-ups. */
const maxKeptShards = 64;

type LoadShard = (shardKey: FilmRef) => Promise<ParsedShard | null>;

/** Whether a record stored under a title key matches the looked-up key. */
function isMatch(record: CheckedFilmRecord, key: FilmRef, home: FilmRef): boolean {
  if (key === home) return true;
  return isTitleRef(key) ? listFilmTitleKeys(record).includes(key) : record.refs.includes(key);
}

/**
 * Finds the films of a key. A title can be in its own shard and, as another film's other title, in that film's shard;
 * an id is in one shard.
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
      const records = listFilmRecords(homeShard, home, id).filter((record) => isMatch(record, key, home));
      return records.map((record) => toCatalogueFilm(record, homeShard.scoreKinds));
    }),
  );
  return found.flat();
}

/** The films by their refs, including ids. */
function indexByRef(lists: Iterable<CatalogueFilm[]>): Map<FilmRef, CatalogueFilm> {
  const byRef = new Map<FilmRef, CatalogueFilm>();
  for (const films of lists) for (const film of films) for (const ref of film.film.refs) byRef.set(ref, film);
  return byRef;
}

/**
 * Opens a catalogue with a checked manifest and a reader of shards. A look-up reads the shards of all titles, of the
 * ids whose film was not found by title, and of the titles to which these link, each once. It rejects with
 * `CatalogueError` if a shard cannot be read or is damaged. By default, the revision is a hash of the manifest.
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
      // A batch can need more shards than the cache keeps, so it keeps its own until it ends.
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
      // An id belongs to one film. If that film was found by title, the id's own shard need not be read.
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
