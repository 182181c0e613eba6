import { listIds, listTitleKeys } from '../keys.ts';
import { scoreKindOf, toFilmRecord } from '../film-record.ts';
import type { FilmRecord, ScoreKindRecord, Shard } from '../format.ts';
import { hashContent, prefixOf } from '../hash.ts';
import { choosePrefixLength } from '../manifest.ts';
import type { ShelfFilm, ShelfManifest } from '../types.ts';
import type { FilmRef } from '../../films/types.ts';
import type { SourceScore } from '../../reviews/types.ts';

/** What is told of a shelf as a whole. */
export type ShelfInfo = Pick<ShelfManifest, 'id' | 'name' | 'asOf' | 'licence' | 'attribution' | 'note'>;

/** A shelf cut into shards, by prefix. */
export interface BuiltShelf {
  manifest: ShelfManifest;
  shards: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Films by the title key they stand under, and their other names. */
interface Gathered {
  films: Map<FilmRef, FilmRecord[]>;
  links: Map<FilmRef, FilmRef[]>;
  scoreKinds: ScoreKindRecord[];
  count: number;
}

function createKindIndex(kinds: ScoreKindRecord[]): (score: SourceScore) => number {
  const places = new Map<string, number>();
  return (score) => {
    const kind = scoreKindOf(score);
    const name = JSON.stringify(kind);
    const place = places.get(name) ?? kinds.push(kind) - 1;
    places.set(name, place);
    return place;
  };
}

/** Adds a film under its first title key. An id that an earlier film has stays with that one, so that an id names one film. */
function gatherFilm(
  gathered: Gathered,
  shelfFilm: ShelfFilm,
  findKindIndex: (score: SourceScore) => number,
): boolean {
  const [home, ...otherTitles] = listTitleKeys(shelfFilm.film);
  if (home === undefined) return false;
  const ids = listIds(shelfFilm.film).filter((id) => !gathered.links.has(id));
  if (ids.length === 0 && listIds(shelfFilm.film).length > 0) return false;
  const record = toFilmRecord({ ...shelfFilm, film: { ...shelfFilm.film, refs: ids } }, findKindIndex);
  gathered.films.set(home, [...(gathered.films.get(home) ?? []), record]);
  for (const key of [...ids, ...otherTitles]) {
    const homes = gathered.links.get(key) ?? [];
    if (!homes.includes(home)) gathered.links.set(key, [...homes, home]);
  }
  gathered.count += 1;
  return true;
}

function cutIntoShards({ films, links, scoreKinds }: Gathered, prefixLength: number): Map<string, Shard> {
  const shards = new Map<string, Shard>();
  const shardOf = (key: FilmRef): Shard => {
    const prefix = prefixOf(key, prefixLength);
    const shard = shards.get(prefix) ?? { scoreKinds, films: {}, links: {} };
    shards.set(prefix, shard);
    return shard;
  };
  for (const [key, records] of films) shardOf(key).films[key] = records;
  for (const [key, homes] of links) shardOf(key).links[key] = homes;
  return shards;
}

/**
 * Cuts films into shards with at least `minFilmsPerShard` films on the average. A film without a title that can be
 * looked up, and one whose ids all belong to an earlier one, is left out and not counted.
 */
export async function buildShelf(
  source: AsyncIterable<ShelfFilm> | Iterable<ShelfFilm>,
  info: ShelfInfo,
  options: { minFilmsPerShard: number },
): Promise<BuiltShelf> {
  const gathered: Gathered = { films: new Map(), links: new Map(), scoreKinds: [], count: 0 };
  const findKindIndex = createKindIndex(gathered.scoreKinds);
  for await (const film of source) gatherFilm(gathered, film, findKindIndex);
  const prefixLength = choosePrefixLength(gathered.count, options.minFilmsPerShard);
  const cut = [...cutIntoShards(gathered, prefixLength)].sort(([a], [b]) => (a < b ? -1 : 1));
  const shards = new Map(
    cut.map(([prefix, shard]) => [prefix, new TextEncoder().encode(JSON.stringify(shard))]),
  );
  const hashes = await Promise.all(
    [...shards].map(async ([prefix, bytes]) => [prefix, await hashContent(bytes)] as const),
  );
  return {
    manifest: {
      format: 'marquee-shelf',
      version: 1,
      ...info,
      films: gathered.count,
      prefixLength,
      shards: Object.fromEntries(hashes),
    },
    shards,
  };
}
