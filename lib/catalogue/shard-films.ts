import { toCatalogueFilm } from './film-record.ts';
import { listFilmRecords, parseShard } from './format.ts';
import type { CatalogueFilm } from './types.ts';
import type { FilmRef } from '../films/types.ts';

/** The title keys of the films of a shard. Throws if it is not JSON. */
export function listShardTitles(bytes: Uint8Array): FilmRef[] {
  const { films } = JSON.parse(new TextDecoder().decode(bytes)) as { films?: Record<string, unknown> };
  return Object.keys(films ?? {}) as FilmRef[];
}

/** All films of a shard; empty if it is damaged. A film that is not valid is left out. */
export function listShardFilms(bytes: Uint8Array): CatalogueFilm[] {
  try {
    const shard = parseShard(bytes);
    return listShardTitles(bytes).flatMap((key) =>
      listFilmRecords(shard, key, null).map((record) => toCatalogueFilm(record, shard.scoreKinds)),
    );
  } catch {
    return [];
  }
}
