import type { Commit } from '../store/commit.ts';
import { listChangedFields } from '../store/stamp-row.ts';
import type { ImportChange, LogStore, Stamp } from '../types.ts';

/** A commit that records what is created and changed through it. */
export interface Recorder {
  commit: Commit;
  made: Partial<Record<LogStore, string[]>>;
  changes: ImportChange[];
  /**
   * Tags added to films, by film id. Separate from `changes`, so that imports that tag one film can be undone
   * in any order.
   */
  tagged: Map<string, string[]>;
  /** Stamps of rows from another copy that look later than the commit. */
  ahead: Set<Stamp>;
}

const pick = <Value>(from: Record<string, Value>, fields: string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)));

/** Wraps a commit to record what is saved through it; sets the import's id in new rows. */
export function recordCommit(commit: Commit, importId: string): Recorder {
  const recorder: Recorder = { commit, made: {}, changes: [], tagged: new Map(), ahead: new Set() };
  const made = new Set<string>();
  const changed = new Map<string, ImportChange>();
  /** Records a row before it is written; returns whether the import created it. */
  const remember = async (store: LogStore, row: { id: string }): Promise<boolean> => {
    const key = `${store}:${row.id}`;
    if (made.has(key)) return true;
    const before = await commit.find(store, row.id);
    if (before === null) {
      made.add(key);
      (recorder.made[store] ??= []).push(row.id);
      return true;
    }
    const isTagged = store === 'films' && recorder.tagged.has(row.id);
    const changedFields = listChangedFields(before, row).filter((field) => !isTagged || field !== 'tags');
    // A film that was not joined before is none after an undo; the field is missing in it.
    const fields = {
      ...(changedFields.includes('merged') ? { merged: null } : {}),
      ...pick<unknown>({ ...before }, changedFields),
    };
    const known = changed.get(key);
    if (known) known.before = { ...fields, ...known.before };
    else if (Object.keys(fields).length > 0) {
      const change = { store, id: row.id, before: fields };
      changed.set(key, change);
      recorder.changes.push(change);
    }
    return false;
  };
  /** Notes the stamps that a changed row has now in the fields that were changed. */
  const noteStamps = async (store: LogStore, { id }: { id: string }): Promise<void> => {
    const change = changed.get(`${store}:${id}`);
    const row = change && (await commit.find(store, id));
    if (row) change.stamps = pick(row.stamps, Object.keys(change.before));
  };
  recorder.commit = {
    ...commit,
    save: async (store, row) => {
      const isMade = await remember(store, row);
      await commit.save(store, isMade ? { ...row, importId } : row);
      await noteStamps(store, row);
    },
    derive: async (store, row, deletion) => {
      await remember(store, row);
      await commit.derive(store, row, deletion);
      await noteStamps(store, row);
    },
    merge: async (store, row) => {
      await remember(store, row);
      await commit.merge(store, row);
      await noteStamps(store, row);
      for (const stamp of Object.values(row.stamps)) if (stamp > commit.stamp) recorder.ahead.add(stamp);
    },
  };
  return recorder;
}
