import {
  addToList,
  changeList,
  changeListItem,
  createList,
  deleteList,
  moveListItem,
  removeFromList,
  setOnList,
  turnTagIntoList,
  type Command,
} from '../../watchlog/commands/commands.ts';
import type { WriteReceipt } from '../../watchlog/types.ts';
import { loadBuiltInCatalogue } from '../catalogues/built-in.ts';
import * as schemas from '../messages/list-schemas.ts';
import { idSchema, nothingSchema } from '../messages/message-schemas.ts';
import { readLog } from '../messages/log-access.ts';
import { registerToPages } from '../messages/register.ts';
import { listListChoices } from '../../watchlog/queries/lists.ts';

/** Registers the listeners for the messages of `ListProtocol`. `write` runs a command durably and notifies all pages. */
export function registerToLists(write: (command: Command) => Promise<WriteReceipt>): void {
  /** Writes a command that creates a list. */
  const create = async (
    makeCommand: (onCreated: (id: string) => void) => Command,
  ): Promise<WriteReceipt & { listId: string }> => {
    let listId = '';
    const receipt = await write(makeCommand((id) => (listId = id)));
    return { ...receipt, listId };
  };
  registerToPages('createList', schemas.createListSchema, (request) =>
    create((onCreated) => createList(request, onCreated)),
  );
  registerToPages('turnTagIntoList', schemas.tagSchema, (request) =>
    create((onCreated) => turnTagIntoList(request, onCreated)),
  );
  registerToPages('changeList', schemas.changeListSchema, (request) => write(changeList(request)));
  registerToPages('deleteList', idSchema, (request) => write(deleteList(request)));
  registerToPages('addToList', schemas.addToListSchema, (request) => write(addToList(request)));
  registerToPages('setOnList', schemas.setOnListSchema, (request) => write(setOnList(request)));
  registerToPages('changeListItem', schemas.changeItemSchema, (request) => write(changeListItem(request)));
  registerToPages('moveListItem', schemas.moveItemSchema, (request) => write(moveListItem(request)));
  registerToPages('removeFromList', schemas.removeItemsSchema, (request) => write(removeFromList(request)));
  registerToPages('listListChoices', schemas.choicesSchema, async ({ filmId }) => {
    return (await readLog((db) => listListChoices(db, filmId))) ?? [];
  });
  registerToPages('listReadyLists', nothingSchema, async () => (await loadBuiltInCatalogue()).readLists());
}
