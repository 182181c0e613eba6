import { t, tCount } from '../../lib/i18n/messages.ts';
import type { ListActions } from '../../lib/messaging/list-actions.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import type { FilmInput } from '../../lib/watchlog/types.ts';
import { preventDoubleSubmit, type Writing } from '../ui/writing.ts';

/** Returns what the controls for the lists of a film do. Each write is said once, with Undo. */
export function createFilmLists(actions: ListActions, { write }: Pick<Writing, 'write'>) {
  return {
    /** The user's lists, and which of them have a film of the log; none has a film that is not in it (null). */
    loadLists: (filmId: string | null): Promise<ListChoice[]> => actions.load(filmId),
    setOnList: (film: FilmInput, { id, name }: ListChoice, listed: boolean): Promise<void> =>
      write(t(listed ? 'onListAdded' : 'onListRemoved', name), () =>
        actions.set({ listId: id, film, listed }),
      ),
    /** Makes a list of that name with the films on it, in their order. */
    createListOf: preventDoubleSubmit((films: FilmInput[], name: string) =>
      write(films.length === 1 ? t('onListAdded', name) : tCount('listCreatedWith', films.length, name), () =>
        actions.create(name, films),
      ),
    ),
  };
}
