import type { Film } from '../films/types.ts';

/** What is known of a film whose cover is looked for. */
export type CoverFilm = Pick<Film, 'refs' | 'title' | 'year'>;

/** The height of a cover, in pixels. */
export const coverHeight = 300;
/** The most letters of a cover as the address of its data: some 150 kB. */
export const maxCoverLength = 200_000;
/** The most films whose covers one message may ask for. */
export const maxCoversAsked = 100;

/** Messages about covers, each from a page of the extension to the background. */
export interface CoverProtocol {
  /** Keeps the cover of a film that the user has on the screen, as the address of its data. */
  keepCover(request: { film: Film; picture: string }): void;
  /** The covers of films, in their order; null where there is none. */
  findCovers(request: { films: CoverFilm[] }): (string | null)[];
}
