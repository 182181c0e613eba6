import { findHomeKey, listFilmTitleKeys, listIds } from '../keys.ts';
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
  const home = findHomeKey(shelfFilm.film);
  if (home === null) return false;
  const ids = listIds(shelfFilm.film).filter((id) => !gathered.links.has(id));
  if (ids.length === 0 && listIds(shelfFilm.film).length > 0) return false;
  const record = toFilmRecord({ ...shelfFilm, film: { ...shelfFilm.film, refs: ids } }, findKindIndex);
  gathered.films.set(home, [...(gathered.films.get(home) ?? []), record]);
  for (const key of [...ids, ...listFilmTitleKeys(shelfFilm.film)]) {
    if (key === home) continue;
    const homes: FilmRef[] = gathered.links.get(key) ?? [];
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

/** Takes films one by one, and cuts them into shards at the end. */
export interface ShelfBuilder {
  /** False where the film is left out: its title cannot be looked up, or all its ids belong to an earlier one. */
  add(film: ShelfFilm): boolean;
  /** The shelf, with at least `minFilmsPerShard` films a shard on the average. */
  finish(info: ShelfInfo, options: { minFilmsPerShard: number }): Promise<BuiltShelf>;
}

async function finishShelf(
  gathered: Gathered,
  info: ShelfInfo,
  minFilmsPerShard: number,
): Promise<BuiltShelf> {
  const prefixLength = choosePrefixLength(gathered.count, minFilmsPerShard);
  const cut = [...cutIntoShards(gathered, prefixLength)].sort(([a], [b]) => (a < b ? -1 : 1));
  const encoder = new TextEncoder();
  const shards = new Map(cut.map(([prefix, shard]) => [prefix, encoder.encode(JSON.stringify(shard))]));
  const hashes = await Promise.all(
    [...shards].map(async ([prefix, bytes]) => [prefix, await hashContent(bytes)] as const),
  );
  const manifest: ShelfManifest = {
    format: 'marquee-shelf',
    version: 1,
    ...info,
    films: gathered.count,
    prefixLength,
    shards: Object.fromEntries(hashes),
  };
  return { manifest, shards };
}

/** Starts an empty shelf, in memory. */
export function createShelfBuilder(): ShelfBuilder {
  const gathered: Gathered = { films: new Map(), links: new Map(), scoreKinds: [], count: 0 };
  const findKindIndex = createKindIndex(gathered.scoreKinds);
  return {
    add: (film) => gatherFilm(gathered, film, findKindIndex),
    finish: (info, { minFilmsPerShard }) => finishShelf(gathered, info, minFilmsPerShard),
  };
}

/** The shelf of a list of films, as `createShelfBuilder` makes it. */
export async function buildShelf(
  films: Iterable<ShelfFilm>,
  info: ShelfInfo,
  options: { minFilmsPerShard: number },
): Promise<BuiltShelf> {
  const builder = createShelfBuilder();
  for (const film of films) builder.add(film);
  return await builder.finish(info, options);
}
