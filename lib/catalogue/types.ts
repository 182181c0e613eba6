import type { Film, FilmRef } from '../films/types.ts';
import type { FilmAward, SourceScore } from '../films/review-types.ts';
import type { FilmTitles, TitleReading } from './search/types.ts';

/** A film that is no feature made for cinemas: a short one, or one made for television. */
export type FilmForm = 'short' | 'tv';

/** A film in a catalogue, with its scores. */
export interface CatalogueFilm {
  film: Film;
  scores: SourceScore[];
  /** Absent for a feature, and where the catalogue does not tell. */
  form?: FilmForm;
  /** How well known it is, 0 to 100; absent where the catalogue does not tell. */
  known?: number;
  /** Its prizes and nominations; absent if there are none. */
  awards?: FilmAward[];
}

/** The description of a catalogue: its origin, its terms, and its shards. `manifest.json` of a published catalogue. */
export interface CatalogueManifest {
  format: 'marquee-shelf';
  version: 1;
  id: string;
  name: string;
  /** Date of the data, `YYYY-MM-DD` or `YYYY`. */
  asOf: string;
  /** The last day whose films it has, `YYYY-MM-DD` or `YYYY`; missing where it does not say, and then `asOf` counts. */
  coversUntil?: string | undefined;
  licence: string | null;
  attribution: string | null;
  note: string | null;
  films: number;
  /** The number of hex digits of a key's hash that name its shard, 0 to 5. */
  prefixLength: number;
  /**
   * The kinds of ids of its films; missing in catalogues made before 2026-11-28. No shard is read for ids of other
   * kinds.
   */
  idKinds?: string[] | undefined;
  /** The first 16 hex digits of each shard's SHA-256, by prefix; shards that are not listed are empty. */
  shards: Record<string, string>;
}

/** A manifest without its list of shards: enough for look-ups in a catalogue whose shards are not checked again. */
export type CatalogueHead = Omit<CatalogueManifest, 'shards'> & {
  /** The last day of releases that it covers, `YYYY-MM-DD`; absent if it does not tell. */
  coversUntil?: string;
};

/** A set of films and scores. A look-up reads only the shards that it needs. */
export interface Catalogue {
  manifest: CatalogueHead;
  /** Changes with the content: results of another revision are out of date. */
  revision: string;
  /**
   * Looks up films by refs: at most one for an id. `title:her:2013` and `title:her` both find every film with the
   * folded title, whatever its year. The list is empty if nothing is found.
   */
  lookUp(refs: FilmRef[]): Promise<Map<FilmRef, CatalogueFilm[]>>;
  /**
   * The titles to search as one types; null if it has none. Missing in catalogues that are found by whole titles only.
   * Rejects with `CatalogueError`.
   */
  readTitles?(reading?: TitleReading): Promise<FilmTitles | null>;
}

/** Reads the bytes of a shard by its prefix; null if the catalogue has none. Rejects with `CatalogueError`. */
export type ReadShard = (prefix: string) => Promise<Uint8Array | null>;
