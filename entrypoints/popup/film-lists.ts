import { signal } from '@preact/signals';
import { preventDoubleSubmit, type Writing } from '../../components/ui/writing.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { findShownFilm, type PopupModel } from './popup-model.ts';

/** Returns the user's lists for the popup's film, and the actions that put it on them. */
export function createFilmLists(model: PopupModel, { write }: Writing) {
  const lists = signal<ListChoice[]>([]);
  let turns = 0;
  const refreshLists = async (): Promise<void> => {
    const turn = ++turns;
    const view = model.view.value;
    if (view.kind !== 'film') return;
    const filmId = view.description.own?.filmId ?? null;
    // Without an answer the popup only leaves the lists out.
    const found = await sendMessage('listListChoices', { filmId }).catch((): ListChoice[] => []);
    if (turn === turns) lists.value = found;
  };
  model.view.subscribe(() => void refreshLists());
  return {
    lists,
    async setOnList(listId: string, listed: boolean): Promise<void> {
      const film = findShownFilm(model);
      const name = lists.value.find(({ id }) => id === listId)?.name ?? '';
      const text = t(listed ? 'onListAdded' : 'onListRemoved', name);
      if (film) await write(text, () => sendMessage('setOnList', { listId, film, listed }));
    },
    /** Makes a list of that name with the popup's film on it. */
    createList: preventDoubleSubmit(async (name: string) => {
      const film = findShownFilm(model);
      const request = { name, description: '', ranked: false, films: film ? [{ film }] : [] };
      if (film) await write(t('onListAdded', name), () => sendMessage('createList', request));
    }),
  };
}
