import type { FilmRef } from '../films/types.ts';
import type { ListedInput, ListFields } from '../watchlog/commands/list-commands.ts';
import type { FilmInput, WriteReceipt } from '../watchlog/types.ts';

/** A list that comes with the film data. It cannot be changed, only copied. */
export interface ReadyList {
  /** Stable, such as `oscar-best-picture-winners`. */
  id: string;
  /** In English. */
  name: string;
  /** Where the list is from, in English. */
  source: string;
  isRanked: boolean;
  /** In their order. The ref is the IMDb id, otherwise title and year. */
  films: { title: string; year: number | null; ref: FilmRef }[];
}

/** One of the user's lists, for a film that may be on it. */
export interface ListChoice {
  id: string;
  name: string;
  ranked: boolean;
  /** The number of its films. */
  films: number;
  /** Whether the film is on it. */
  isOn: boolean;
}

/** Messages about lists, each from a page of the extension to the background. At most `maxRowsPerEdit` films or ids. */
export interface ListProtocol {
  /** Creates a list with films in their order; answers its id, too. */
  createList(request: ListFields & { films: ListedInput[] }): WriteReceipt & { listId: string };
  changeList(request: { id: string; changes: Partial<ListFields> }): WriteReceipt;
  /** Moves a list to the trash. */
  deleteList(request: { id: string }): WriteReceipt;
  /** Adds films before an item, or at the end (null). Films that the list has stay where they are. */
  addToList(request: { listId: string; films: ListedInput[]; before: string | null }): WriteReceipt;
  /** Puts a film at the end of a list, or takes it off. */
  setOnList(request: { listId: string; film: FilmInput; listed: boolean }): WriteReceipt;
  changeListItem(request: { id: string; note: string }): WriteReceipt;
  /** Moves an item before another of its list, or to the end (null). */
  moveListItem(request: { id: string; before: string | null }): WriteReceipt;
  removeFromList(request: { ids: string[] }): WriteReceipt;
  /** Makes a list of the films that have a tag, and removes the tag; answers the list's id, too. */
  turnTagIntoList(request: { tag: string }): WriteReceipt & { listId: string };
  /** The user's lists, the newest first, and which of them have a film; none has a film that is not in the log (null). */
  listListChoices(request: { filmId: string | null }): ListChoice[];
  /** The lists that come with the film data. */
  listReadyLists(): ReadyList[];
}
