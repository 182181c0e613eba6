import { maxCoversAsked, maxCoversFetched, type CoverFilm, type FoundCover } from './cover-protocol.ts';
import { sendMessage } from './messages.ts';

/** How a page of the extension asks for the covers of films. */
export const coverActions = {
  most: maxCoversAsked,
  find: (films: CoverFilm[]): Promise<(FoundCover | null)[]> => sendMessage('findCovers', { films }),
  mostFetched: maxCoversFetched,
  fetch: (films: CoverFilm[]): Promise<(FoundCover | null)[] | null> => sendMessage('fetchCovers', { films }),
};
