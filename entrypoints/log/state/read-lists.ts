import type { ListItemRow, ListRow } from '../../../lib/watchlog/types.ts';

/** A list as it was read: its row, null if there is none, and its items in order. */
export interface ReadList {
  list: ListRow | null;
  items: ListItemRow[];
}

/** The most lists that are remembered: those of a tall page of cards. */
const mostRemembered = 40;

/**
 * Remembers the lists that a page has read, so that one whose card has been read opens without another read. What was read
 * before the log's last change is forgotten.
 */
export function createReadLists() {
  const lists = new Map<string, ReadList>();
  let readAt = -1;
  return {
    /** A list as of a commit of the log; null if it was not read since. */
    find: (id: string, sequence: number): ReadList | null =>
      sequence === readAt ? (lists.get(id) ?? null) : null,
    /** Remembers a list that was read while the page showed the log as of a commit. */
    remember(id: string, sequence: number, read: ReadList): void {
      if (sequence < readAt) return;
      if (sequence > readAt) lists.clear();
      readAt = sequence;
      lists.delete(id);
      lists.set(id, read);
      const [oldest] = lists.keys();
      if (lists.size > mostRemembered && oldest !== undefined) lists.delete(oldest);
    },
  };
}
