import { logStores, type LogDatabase, type RowOf } from '../store/schema.ts';
import type { LogStore } from '../types.ts';

function strip<S extends LogStore>(row: RowOf<S>): Record<string, unknown> {
  const visible = new Map<string, unknown>(Object.entries(row));
  visible.delete('stamps');
  visible.delete('diaryKey');
  // As if it had never been joined to another film.
  if (visible.get('merged') === null) visible.delete('merged');
  return Object.fromEntries([...visible].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everything visible in a log: its rows that are not deleted, without stamps, by store. */
export async function readVisible(db: LogDatabase): Promise<Record<string, Record<string, unknown>[]>> {
  const visible: Record<string, Record<string, unknown>[]> = {};
  for (const store of logStores) {
    const rows = await db.getAll(store);
    visible[store] = rows.filter(({ deleted }) => deleted === null).map(strip);
  }
  return visible;
}

/** Every row with its stamps, by store. */
export async function readRows(db: LogDatabase): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const store of logStores) rows[store] = await db.getAll(store);
  return rows;
}
