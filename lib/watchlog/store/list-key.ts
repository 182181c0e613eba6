import type { ListItemRow } from '../types.ts';

/** The sort key of an item: by list, then by position; of equal positions, which two devices can give, by id. */
export const formatListKey = ({
  listId,
  position,
  id,
}: Pick<ListItemRow, 'listId' | 'position' | 'id'>): string => `${listId} ${position} ${id}`;

/** The sort keys of all live items of a list. */
export const rangeOfList = (listId: string): IDBKeyRange => IDBKeyRange.bound(`${listId} `, `${listId}!`);
