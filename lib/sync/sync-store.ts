import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { mergeRows } from '../watchlog/store/merge.ts';
import type { LogStore } from '../watchlog/types.ts';
import type { RowName, StoredRow } from './rows.ts';
import type { ChangedRow, PendingFile, SyncProgress, SyncSetUp } from './sync-types.ts';

/** The database of what sync knows. It holds credentials, and is in no backup and no export. */
const syncDatabaseName = 'marquee-sync';

interface SyncSchema extends DBSchema {
  folder: { key: 'chosen'; value: FileSystemDirectoryHandle };
  setUp: { key: 'setUp'; value: SyncSetUp };
  progress: { key: 'progress'; value: SyncProgress };
  changed: { key: RowName; value: ChangedRow };
  waiting: { key: RowName; value: WaitingRow };
  pending: { key: 'file'; value: PendingFile };
}

type SyncDatabase = IDBPDatabase<SyncSchema>;

/** The progress of a log that has not been synced yet. */
const createProgress = ({ installId, rebuiltFrom, sequence: coveredTo }: LogPosition): SyncProgress => ({
  installId,
  rebuiltFrom,
  coveredTo,
  ahead: [],
  // A log in which nothing was written yet has nothing to send.
  isWholeDue: coveredTo > 0,
  wholeFrom: coveredTo,
  hasReadAll: false,
  read: {},
  since: null,
  nextSequence: 1,
  written: [],
  snapshot: null,
  whole: null,
  missingCount: 0,
  toldAt: 0,
  last: null,
  failure: null,
  devices: [],
  size: null,
  unread: 0,
  sealed: 0,
});

/** The state of a log: which one it is, and its newest commit. */
export interface LogPosition {
  installId: string;
  sequence: number;
  /** The newest commit that its last rebuild took into account; 0 if it was never rebuilt. */
  rebuiltFrom: number;
}

/** What sync knows, kept over restarts. */
export interface SyncStore {
  loadSetUp: () => Promise<SyncSetUp | null>;
  saveSetUp: (setUp: SyncSetUp) => Promise<void>;
  /** The progress, started over if it is about another log than the one that is there, or the log was rebuilt since. */
  loadProgress: (log: LogPosition) => Promise<SyncProgress>;
  /** The progress as it was saved; null if no pass has begun yet. */
  peekProgress: () => Promise<SyncProgress | null>;
  /** Changes the progress in one step; nothing happens if there is none. */
  changeProgress: (change: (progress: SyncProgress) => Partial<SyncProgress>) => Promise<void>;
  /** Notes rows that a commit changed. Commits may be noted in any order. */
  noteChanged: (rows: RowName[], log: Omit<LogPosition, 'rebuiltFrom'>) => Promise<void>;
  /** Makes rows be sent although no commit changed them. */
  addChanged: (rows: RowName[], sequence: number) => Promise<void>;
  /** Rows that are to be sent, in the order of their names, at most `limit`. */
  listChanged: (limit: number) => Promise<RowName[]>;
  countChanged: () => Promise<number>;
  /** Forgets rows that were sent, unless they changed after that commit. */
  forgetChanged: (rows: RowName[], coveredTo: number) => Promise<void>;
  /** Forgets all rows that did not change after a commit. */
  forgetAllChanged: (coveredTo: number) => Promise<void>;
  listWaiting: () => Promise<StoredRow[]>;
  replaceWaiting: (rows: WaitingRow[]) => Promise<void>;
  /** Adds rows that wait for their film or list. One that waits already is merged with it. */
  addWaiting: (rows: WaitingRow[]) => Promise<void>;
  loadPending: () => Promise<PendingFile | null>;
  savePending: (file: PendingFile) => Promise<void>;
  clearPending: () => Promise<void>;
  /** Keeps the folder that the user has chosen: messages cannot carry it. */
  saveFolder: (handle: FileSystemDirectoryHandle) => Promise<void>;
  /** The folder that was chosen last; null if none was. */
  loadFolder: () => Promise<FileSystemDirectoryHandle | null>;
  /** Forgets everything: the remote, its credentials, the key and the progress. */
  clear: () => Promise<void>;
  /** Keeps what is set up, and forgets what is known of the remote, in one step. */
  startAgain: (setUp: SyncSetUp) => Promise<void>;
  close: () => void;
}

async function openStore(name: string, onClosed: () => void): Promise<SyncDatabase> {
  return openDB<SyncSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('setUp');
      db.createObjectStore('folder');
      db.createObjectStore('progress');
      db.createObjectStore('changed', { keyPath: 'name' });
      db.createObjectStore('waiting', { keyPath: 'name' });
      db.createObjectStore('pending', { keyPath: 'id' });
    },
    // As when everything is deleted.
    blocking: (_current, _blocked, event) => {
      onClosed();
      (event.target as IDBDatabase | null)?.close();
    },
    terminated: onClosed,
  });
}

/** A row with its name. */
interface WaitingRow {
  name: RowName;
  row: StoredRow;
}

/** A row that waits, with another copy of it that came later. */
const mergeWaiting = (known: WaitingRow | undefined, { name, row }: WaitingRow): WaitingRow =>
  known === undefined
    ? { name, row }
    : { name, row: { ...row, row: mergeRows<LogStore>(known.row.row, row.row) } as StoredRow };

/** Earlier versions kept neither of a file. */
type EarlierPending = Omit<PendingFile, 'count' | 'whole'> & Partial<Pick<PendingFile, 'count' | 'whole'>>;

type Use = <T>(task: (db: SyncDatabase) => Promise<T>) => Promise<T>;

const createProgressStore = (
  use: Use,
): Pick<SyncStore, 'loadProgress' | 'peekProgress' | 'changeProgress' | 'noteChanged'> => ({
  loadProgress: (log) =>
    use(async (db) => {
      const tx = db.transaction('progress', 'readwrite');
      const known = await tx.store.get('progress');
      // What a rebuilt log lacks is read from the remote again, from this device's own files too.
      const isSame = known?.installId === log.installId && known.rebuiltFrom === log.rebuiltFrom;
      const progress = isSame ? known : createProgress(log);
      if (!isSame) await tx.store.put(progress, 'progress');
      await tx.done;
      return progress;
    }),
  peekProgress: () => use(async (db) => (await db.get('progress', 'progress')) ?? null),
  changeProgress: (change) =>
    use(async (db) => {
      const tx = db.transaction('progress', 'readwrite');
      const progress = await tx.store.get('progress');
      if (progress !== undefined) await tx.store.put({ ...progress, ...change(progress) }, 'progress');
      await tx.done;
    }),
  noteChanged: (rows, log) =>
    use(async (db) => {
      const tx = db.transaction(['progress', 'changed'], 'readwrite');
      const progress = await tx.objectStore('progress').get('progress');
      if (progress === undefined) return tx.done;
      // Another log: the next pass starts over.
      if (progress.installId !== log.installId) return tx.done;
      for (const name of rows) void tx.objectStore('changed').put({ name, sequence: log.sequence });
      const ahead = new Set([...progress.ahead, log.sequence]);
      let { coveredTo } = progress;
      while (ahead.has(coveredTo + 1)) coveredTo += 1;
      const left = [...ahead].filter((sequence) => sequence > coveredTo);
      await tx.objectStore('progress').put({ ...progress, coveredTo, ahead: left }, 'progress');
      return tx.done;
    }),
});

const createRowStore = (
  use: Use,
): Pick<SyncStore, 'addChanged' | 'listChanged' | 'countChanged' | 'forgetChanged' | 'forgetAllChanged'> => ({
  addChanged: (rows, sequence) =>
    use(async (db) => {
      const tx = db.transaction('changed', 'readwrite');
      for (const name of rows) void tx.store.put({ name, sequence });
      return tx.done;
    }),
  listChanged: (limit) => use((db) => db.getAllKeys('changed', null, limit)),
  countChanged: () => use((db) => db.count('changed')),
  forgetChanged: (rows, coveredTo) =>
    use(async (db) => {
      const tx = db.transaction('changed', 'readwrite');
      const found = await Promise.all(rows.map((name) => tx.store.get(name)));
      for (const row of found)
        if (row !== undefined && row.sequence <= coveredTo) void tx.store.delete(row.name);
      return tx.done;
    }),
  forgetAllChanged: (coveredTo) =>
    use(async (db) => {
      const tx = db.transaction('changed', 'readwrite');
      for (const { name, sequence } of await tx.store.getAll())
        if (sequence <= coveredTo) void tx.store.delete(name);
      return tx.done;
    }),
});

/** Opens what sync knows; the database is opened at the first use. */
export function createSyncStore(name = syncDatabaseName): SyncStore {
  let opening: Promise<SyncDatabase> | null = null;
  const forget = (): void => void (opening = null);
  const use: Use = async (task) => {
    opening ??= openStore(name, forget);
    opening.catch(forget);
    return task(await opening);
  };
  const clearStores = (
    stores: ('setUp' | 'folder' | 'progress' | 'changed' | 'waiting' | 'pending')[],
  ): Promise<void> =>
    use(async (db) => {
      const tx = db.transaction(stores, 'readwrite');
      await Promise.all(stores.map((store) => tx.objectStore(store).clear()));
      return tx.done;
    });
  const putWaiting = (rows: WaitingRow[], isReplaced: boolean): Promise<void> =>
    use(async (db) => {
      const tx = db.transaction('waiting', 'readwrite');
      if (isReplaced) await tx.store.clear();
      const found = await Promise.all(rows.map(({ name }) => tx.store.get(name)));
      rows.forEach((row, at) => void tx.store.put(mergeWaiting(found[at], row)));
      return tx.done;
    });
  return {
    ...createProgressStore(use),
    ...createRowStore(use),
    loadSetUp: () => use(async (db) => (await db.get('setUp', 'setUp')) ?? null),
    saveSetUp: (setUp) => use(async (db) => void (await db.put('setUp', setUp, 'setUp'))),
    saveFolder: (handle) => use(async (db) => void (await db.put('folder', handle, 'chosen'))),
    loadFolder: () => use(async (db) => (await db.get('folder', 'chosen')) ?? null),
    listWaiting: () => use(async (db) => (await db.getAll('waiting')).map(({ row }) => row)),
    addWaiting: (rows) => putWaiting(rows, false),
    replaceWaiting: (rows) => putWaiting(rows, true),
    loadPending: () =>
      use(async (db) => {
        const file: EarlierPending | undefined = await db.get('pending', 'file');
        return file === undefined
          ? null
          : { ...file, count: file.count ?? file.rows.length, whole: file.whole ?? null };
      }),
    savePending: (file) => use(async (db) => void (await db.put('pending', file))),
    clearPending: () => use((db) => db.clear('pending')),
    clear: () => clearStores(['setUp', 'folder', 'progress', 'changed', 'waiting', 'pending']),
    startAgain: (setUp) =>
      use(async (db) => {
        const stores = ['progress', 'changed', 'waiting', 'pending'] as const;
        const tx = db.transaction(['setUp', ...stores], 'readwrite');
        for (const store of stores) void tx.objectStore(store).clear();
        void tx.objectStore('setUp').put(setUp, 'setUp');
        return tx.done;
      }),
    close: () => {
      void opening?.then((db) => db.close());
      opening = null;
    },
  };
}
