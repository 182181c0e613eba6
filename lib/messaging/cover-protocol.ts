import type { Film } from '../films/types.ts';

/** What is known of a film whose cover is looked for. */
export type CoverFilm = Pick<Film, 'refs' | 'title' | 'year'>;

/** The height of a cover, in pixels. */
export const coverHeight = 300;
/** The most letters of a cover as the address of its data: some 150 kB. */
export const maxCoverLength = 200_000;
/** The most films whose covers one message may ask for. */
export const maxCoversAsked = 100;

/** The most films whose pictures one message may have fetched. */
export const maxCoversFetched = 6;

/** A film's cover. */
export interface FoundCover {
  /** The address of its data. */
  picture: string;
  /** Whether TMDB has sent it, whose terms are then shown. */
  isFromTmdb: boolean;
}

/** Messages about covers, each from a page of the extension to the background. */
export interface CoverProtocol {
  /** Keeps the cover of a film that the user has on the screen, as the address of its data. */
  keepCover(request: { film: Film; picture: string }): void;
  /** The covers of films, in their order; null where there is none. */
  findCovers(request: { films: CoverFilm[] }): (FoundCover | null)[];
  /**
   * Fetches the covers of films that have none from TMDB, at most `maxCoversFetched`, and answers as `findCovers` does. Null:
   * nothing is fetched now, because the user has not switched that on, or TMDB is paused.
   */
  fetchCovers(request: { films: CoverFilm[] }): (FoundCover | null)[] | null;
}
