import type { Film, FilmRef } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';

/** A film on a catalogue, with the scores the catalogue gives it. */
export interface CatalogueFilm {
  film: Film;
  scores: SourceScore[];
}

/** What a catalogue is: where it is from, under which terms, and how it is cut. `manifest.json` of a published one. */
export interface CatalogueManifest {
  format: 'marquee-shelf';
  version: 1;
  id: string;
  name: string;
  /** Day of the data, `YYYY-MM-DD` or `YYYY`. */
  asOf: string;
  licence: string | null;
  attribution: string | null;
  note: string | null;
  films: number;
  /** Hex digits of a key's hash that name its shard, 0 to 5. */
  prefixLength: number;
  /** The kinds of ids its films have; a catalogue of before 2026-11-28 does not say. No part is read for an id of another kind. */
  idKinds?: string[] | undefined;
  /** Prefix to the first 16 hex digits of the shard's SHA-256; a shard that is not listed is empty. */
  shards: Record<string, string>;
}

/** What is told of a catalogue, without its list of shards: enough to look up in one whose shards are not checked again. */
export type CatalogueHead = Omit<CatalogueManifest, 'shards'>;

/** A set of films and scores to look up in. Answers from the shards it needs and no others. */
export interface Catalogue {
  manifest: CatalogueHead;
  /** Another text for another content: what was found in it is not to be taken for what stands there now. */
  revision: string;
  /**
   * The films a ref can mean: at most one for an id. `title:her:2013` and `title:her` both give every film
   * that bears the folded title, whatever its year; empty where none does.
   */
  lookUp(refs: FilmRef[]): Promise<Map<FilmRef, CatalogueFilm[]>>;
}

/** Reads one shard's bytes by prefix; null where the catalogue has none. Throws `CatalogueError` on a fault. */
export type ReadShard = (prefix: string) => Promise<Uint8Array | null>;
