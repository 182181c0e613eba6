import type { MergeCount } from '../commands/edit-types.ts';
import { mergeRows } from '../store/merge.ts';
import { listChangedFields } from '../store/stamp-row.ts';
import { logStores, mapStores, type LogDatabase, type RowLists, type RowOf } from '../store/schema.ts';
import type { LogStore } from '../types.ts';

/** What a Marquee file would change in the log, by store. */
export type MergePreview = Record<LogStore, MergeCount>;

const createCount = (): MergeCount => ({ added: 0, changed: 0, revived: 0, deleted: 0, same: 0 });

function countRow<S extends LogStore>(count: MergeCount, mine: RowOf<S> | undefined, theirs: RowOf<S>): void {
  if (mine === undefined) {
    count.added += 1;
    return;
  }
  const merged = mergeRows<S>(mine, theirs);
  if (listChangedFields(mine, merged).length === 0) count.same += 1;
  else count.changed += 1;
  if (mine.deleted !== null && merged.deleted === null) count.revived += 1;
  if (mine.deleted === null && merged.deleted !== null) count.deleted += 1;
}

/**
 * Counts what merging a file's rows into the log would change; writes nothing. The newest change of each
 * field counts.
 */
export async function previewMerge(db: LogDatabase, rows: RowLists): Promise<MergePreview> {
  const preview: MergePreview = mapStores(createCount);
  const tx = db.transaction([...logStores]);
  const count = async <S extends LogStore>(store: S): Promise<void> => {
    const found = tx.objectStore(store);
    const mine = await Promise.all(rows[store].map(({ id }) => found.get(id)));
    rows[store].forEach((row, at) => countRow<S>(preview[store], mine[at], row));
  };
  for (const store of logStores) await count(store);
  return preview;
}
