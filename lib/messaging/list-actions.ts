import type { FilmInput, WriteReceipt } from '../watchlog/types.ts';
import type { ListChoice } from './list-protocol.ts';
import { sendMessage } from './messages.ts';

/** What a page of the extension can do about the lists that a film is on. */
export const listActions = {
  load: (filmId: string | null): Promise<ListChoice[]> => sendMessage('listListChoices', { filmId }),
  set: (request: { listId: string; film: FilmInput; listed: boolean }): Promise<WriteReceipt> =>
    sendMessage('setOnList', request),
  create: (name: string, films: FilmInput[]): Promise<WriteReceipt> => {
    const listed = films.map((film) => ({ film }));
    return sendMessage('createList', { name, description: '', ranked: false, films: listed });
  },
};
export type ListActions = typeof listActions;
