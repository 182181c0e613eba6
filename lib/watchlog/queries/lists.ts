import { parseStamp } from '../store/hybrid-clock.ts';
import { rangeOfList } from '../store/list-key.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { ListItemRow, ListRow } from '../types.ts';

const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;

/** The time of the newest change of any of the rows, in milliseconds since 1970; 0 without rows. */
export function findLastChange(rows: readonly { stamps: Record<string, string> }[]): number {
  let newest = '';
  for (const { stamps } of rows)
    for (const stamp of Object.values(stamps)) if (stamp > newest) newest = stamp;
  return parseStamp(newest)?.ms ?? 0;
}

/** The lists of the user, the newest first. */
export async function listLists(db: LogDatabase): Promise<ListRow[]> {
  return (await db.getAll('lists')).filter(isLive).reverse();
}

/** A list; null if there is none with that id, or it is deleted. */
export async function findList(db: LogDatabase, id: string): Promise<ListRow | null> {
  const row = await db.get('lists', id);
  return row === undefined || !isLive(row) ? null : row;
}

/** The items of a list, in order. */
export function listItemsOfList(db: LogDatabase, listId: string): Promise<ListItemRow[]> {
  return db.getAllFromIndex('listItems', 'byPlace', rangeOfList(listId));
}

/** The number of films on a list. */
export function countItemsOfList(db: LogDatabase, listId: string): Promise<number> {
  return db.countFromIndex('listItems', 'byPlace', rangeOfList(listId));
}

/** The user's lists, the newest first, each with the number of its films and whether a film (null: none) is on it. */
export async function listListChoices(
  db: LogDatabase,
  filmId: string | null,
): Promise<{ id: string; name: string; ranked: boolean; films: number; isOn: boolean }[]> {
  const having = filmId === null ? [] : await listListsOfFilm(db, filmId);
  const on = new Set(having.map(({ list }) => list.id));
  const lists = await listLists(db);
  return Promise.all(
    lists.map(async ({ id, name, ranked }) => ({
      ...{ id, name, ranked, isOn: on.has(id) },
      films: await countItemsOfList(db, id),
    })),
  );
}

/** The lists that a film is on, the newest first, each with the film's item. */
export async function listListsOfFilm(
  db: LogDatabase,
  filmId: string,
): Promise<{ list: ListRow; item: ListItemRow }[]> {
  const tx = db.transaction(['lists', 'listItems']);
  const items = (await tx.objectStore('listItems').index('byFilm').getAll(filmId)).filter(isLive);
  const found = await Promise.all(
    items.map(async (item) => ({ item, list: await tx.objectStore('lists').get(item.listId) })),
  );
  return found
    .flatMap(({ item, list }) => (list !== undefined && isLive(list) ? [{ item, list }] : []))
    .sort((a, b) => (a.list.id < b.list.id ? 1 : -1));
}
