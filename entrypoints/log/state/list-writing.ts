import type { Writing } from '../../../components/ui/writing.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { maxFilmsPerListing, maxRowsPerEdit } from '../../../lib/watchlog/commands/edit-types.ts';
import type { ListedInput, ListFields } from '../../../lib/watchlog/commands/list-commands.ts';
import type { FilmInput, WriteReceipt } from '../../../lib/watchlog/types.ts';
import { sendInParts } from './send-in-parts.ts';

const addFilms = (
  listId: string,
  films: ListedInput[],
  before: string | null,
  most = maxRowsPerEdit,
): Promise<WriteReceipt[]> =>
  sendInParts(films, (part) => sendMessage('addToList', { listId, films: part, before }), most);

/** Films of the log, by the ids of their rows: one commit takes many more of them. */
const ofLog = (filmIds: readonly string[]): ListedInput[] => filmIds.map((filmId) => ({ filmId }));

/** Returns the writes that create a list. Each returns the list's id, or null if it failed. */
function createListMaking(write: Writing['write']) {
  const make = async (
    name: string,
    send: () => Promise<WriteReceipt & { listId: string }>,
    sendRest: (listId: string) => Promise<WriteReceipt[]> = () => Promise.resolve([]),
    text = t('listCreated', name),
  ): Promise<string | null> => {
    let id: string | null = null;
    await write(text, async () => {
      const receipt = await send();
      id = receipt.listId;
      return [receipt, ...(await sendRest(receipt.listId))];
    });
    return id;
  };
  return {
    createList: (fields: ListFields, films: ListedInput[] = []) =>
      make(
        fields.name,
        () => sendMessage('createList', { ...fields, films: films.slice(0, maxRowsPerEdit) }),
        (listId) => addFilms(listId, films.slice(maxRowsPerEdit), null),
      ),
    /** Makes a list of films of the log, in the order of their ids. */
    createListOfIds: (name: string, ids: readonly string[]) => {
      const fields = { name, description: '', ranked: false };
      const first = ofLog(ids.slice(0, maxFilmsPerListing));
      const rest = ofLog(ids.slice(maxFilmsPerListing));
      return make(
        name,
        () => sendMessage('createList', { ...fields, films: first }),
        (listId) => addFilms(listId, rest, null, maxFilmsPerListing),
        tCount('listCreatedWith', ids.length, name),
      );
    },
    turnTagIntoList: (tag: string) => make(tag, () => sendMessage('turnTagIntoList', { tag })),
  };
}

/** Returns the writes of the controls for lists. Each sets the status, with Undo where possible. */
export function createListWriting(write: Writing['write']) {
  const save = (text: string, send: () => Promise<WriteReceipt>): Promise<void> => write(text, send);
  return {
    ...createListMaking(write),
    changeList: (id: string, changes: Partial<ListFields>) =>
      save(t('statusSaved'), () => sendMessage('changeList', { id, changes })),
    deleteList: (id: string, name: string) =>
      save(t('listDeleted', name), () => sendMessage('deleteList', { id })),
    addToList: (list: { id: string; name: string }, films: FilmInput[], before: string | null) =>
      write(tCount('listFilmsAdded', films.length, list.name), () =>
        addFilms(
          list.id,
          films.map((film) => ({ film })),
          before,
        ),
      ),
    /** Puts films of the log on a list, by their ids, in one commit; those that it has stay where they are. */
    addIdsToList: ({ id, name }: { id: string; name: string }, ids: readonly string[]) =>
      write(tCount('listHasFilms', ids.length, name), () =>
        addFilms(id, ofLog(ids), null, maxFilmsPerListing),
      ),
    /** `place` and `count` are what is said of the film's new place. */
    moveInList: (
      item: { id: string; title: string },
      before: string | null,
      { place, count }: { place: number; count: number },
    ) =>
      save(t('listMoved', item.title, String(place), String(count)), () =>
        sendMessage('moveListItem', { id: item.id, before }),
      ),
    /** Puts films on the watchlist. */
    listAll: (films: readonly FilmInput[]) =>
      write(tCount('statusFilmsListed', films.length), async () => {
        const receipts: WriteReceipt[] = [];
        for (const { title, year, refs } of films)
          receipts.push(await sendMessage('setWatchlist', { film: { title, year, refs }, listed: true }));
        return receipts;
      }),
    changeListNote: (id: string, note: string) =>
      save(t('statusSaved'), () => sendMessage('changeListItem', { id, note })),
    removeFromList: (item: { id: string; title: string }) =>
      save(t('listFilmRemoved', item.title), () => sendMessage('removeFromList', { ids: [item.id] })),
  };
}
