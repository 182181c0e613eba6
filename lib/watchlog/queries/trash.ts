import { trashStores, type TrashItem, type TrashKey, type TrashStore } from '../commands/edit-types.ts';
import { dayMs, isLongAgo } from '../../dates/stored-time.ts';
import { listUndoStamps } from '../imports/undo-import.ts';
import { formatStamp, parseStamp } from '../store/hybrid-clock.ts';
import type { LogDatabase, RowOf } from '../store/schema.ts';
import type { Stamp } from '../types.ts';

/** How long the trash keeps deleted rows: 30 days, in milliseconds. */
export const trashKeptMs = 30 * dayMs;
const textLength = 200;

/** The position where a page of the trash ended. */
export interface TrashCursor {
  stamp: Stamp;
  id: string;
}

/** A page of the trash, newest deletion first, and the position of the next; null after the last page. */
export interface TrashPage {
  items: TrashItem[];
  next: TrashCursor | null;
}

/** The earliest stamp of a time. */
function stampAt(ms: number): Stamp {
  return formatStamp({ ms, counter: 0, device: '' });
}

function describeRow(row: RowOf<TrashStore>): Pick<TrashItem, 'watchedOn' | 'rating' | 'text'> {
  if ('watchedOn' in row) {
    return { watchedOn: row.watchedOn, rating: row.rating, text: row.note === '' ? row.review : row.note };
  }
  if ('value' in row) return { watchedOn: null, rating: row.value, text: '' };
  if ('reason' in row) return { watchedOn: null, rating: null, text: row.reason };
  if ('listId' in row) return { watchedOn: null, rating: null, text: row.note };
  if ('description' in row) return { watchedOn: null, rating: null, text: row.description };
  return { watchedOn: null, rating: null, text: row.review.headline ?? row.review.excerpt ?? '' };
}

/** Whether a row comes after a position: newest deletion first, then by id. */
function isAfter(row: { deleted: Stamp | null; id: string }, after: TrashCursor): boolean {
  const stamp = row.deleted ?? '';
  return stamp < after.stamp || (stamp === after.stamp && row.id < after.id);
}

/**
 * The newest deleted rows of a store after `after` that have not been purged, but not those that an undo of an import deleted
 * (`undos`, the stamps of undos).
 */
async function listDeleted(
  db: LogDatabase,
  store: TrashStore,
  {
    since,
    limit,
    after,
    undos,
  }: { since: Stamp; limit: number; after: TrashCursor | null; undos: Set<Stamp> },
): Promise<{ store: TrashStore; row: RowOf<TrashStore> }[]> {
  const range = after === null ? IDBKeyRange.lowerBound(since) : IDBKeyRange.bound(since, after.stamp);
  const rows: { store: TrashStore; row: RowOf<TrashStore> }[] = [];
  let cursor = await db.transaction(store).store.index('byDeletion').openCursor(range, 'prev');
  if (after !== null && cursor?.key === after.stamp && cursor.primaryKey > after.id) {
    cursor = await cursor.continuePrimaryKey(after.stamp, after.id);
  }
  while (cursor !== null && rows.length < limit) {
    if (undos.has(cursor.key)) {
      // There may be thousands of them: continues after all rows with this stamp.
      cursor = await cursor.continuePrimaryKey(cursor.key, '');
      continue;
    }
    const row: RowOf<TrashStore> = cursor.value;
    if (!row.purged && (after === null || isAfter(row, after))) rows.push({ store, row });
    cursor = await cursor.continue();
  }
  return rows;
}

/**
 * A page of the rows deleted in the last 30 days, newest first: entries, ratings, watchlist rows, kept reviews and films of
 * lists, each with its film's title, and lists with their names. What the undo of an import deleted is not among them.
 */
export async function listTrash(
  db: LogDatabase,
  { now, limit, after = null }: { now: number; limit: number; after?: TrashCursor | null },
): Promise<TrashPage> {
  const since = stampAt(now - trashKeptMs);
  const undos = await listUndoStamps(db, since);
  const lists = await Promise.all(
    trashStores.map((store) => listDeleted(db, store, { since, limit: limit + 1, after, undos })),
  );
  const found = lists.flat().sort((a, b) => {
    const [one, other] = [`${a.row.deleted} ${a.row.id}`, `${b.row.deleted} ${b.row.id}`];
    return one < other ? 1 : -1;
  });
  const films = db.transaction('films').store;
  const items = found.slice(0, limit).map(async ({ store, row }): Promise<TrashItem> => {
    const filmId = 'filmId' in row ? row.filmId : null;
    const film = filmId === null ? undefined : await films.get(filmId);
    const stamp = row.deleted ?? '';
    const content = describeRow(row);
    return {
      store,
      id: row.id,
      stamp,
      deletedAt: parseStamp(stamp)?.ms ?? 0,
      filmId,
      title: 'name' in row ? row.name : (film?.title ?? ''),
      year: film?.year ?? null,
      ...content,
      text: content.text.slice(0, textLength),
    };
  });
  const page = await Promise.all(items);
  const last = page.at(-1);
  return { items: page, next: found.length > limit && last ? { stamp: last.stamp, id: last.id } : null };
}

/** The number of rows in the trash. */
export async function countTrash(db: LogDatabase, now: number): Promise<number> {
  const since = stampAt(now - trashKeptMs);
  const undos = await listUndoStamps(db, since);
  const counts = await Promise.all(
    trashStores.map(async (store) => {
      const rows = await db.getAllFromIndex(store, 'byDeletion', IDBKeyRange.lowerBound(since));
      return rows.filter(({ purged, deleted }) => !purged && !undos.has(deleted ?? '')).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** When a row was last changed: its deletion, unless the clock was wrong then and says that something else was later. */
function findLastChange({
  deleted,
  stamps,
}: {
  deleted: Stamp | null;
  stamps: Record<string, Stamp>;
}): number {
  const times = [deleted ?? '', ...Object.values(stamps)].map((stamp) => parseStamp(stamp)?.ms ?? Infinity);
  return Math.max(...times);
}

/** At most `limit` rows whose time in the trash is over, store by store, oldest first. */
export async function listOutdatedTrash(db: LogDatabase, now: number, limit: number): Promise<TrashKey[]> {
  const keys: TrashKey[] = [];
  for (const store of trashStores) {
    const range = IDBKeyRange.upperBound(stampAt(now - trashKeptMs), true);
    const rows = await db.getAllFromIndex(store, 'byDeletion', range);
    for (const row of rows) {
      if (keys.length === limit) return keys;
      if (!row.purged && isLongAgo(findLastChange(row), trashKeptMs, now)) keys.push({ store, id: row.id });
    }
  }
  return keys;
}
