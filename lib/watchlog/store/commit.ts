import { unwrap } from 'idb';
import { checksumText, toggleChecksum } from '../../text/checksum.ts';
import { compareStamps, nextStamp, stampAfter } from './hybrid-clock.ts';
import { deriveFields, listChangedFields, stampOver, stampRow } from './stamp-row.ts';
import {
  logStores,
  mapStores,
  type ChangeMaps,
  type LogState,
  type LogTransaction,
  type RowKey,
  type RowOf,
  type StoreCount,
} from './schema.ts';
import type { LogStore, Stamp } from '../types.ts';

/** One transaction that a command writes through; the command must not await anything else. */
export interface Commit {
  readonly tx: LogTransaction;
  /** The stamp of every change in this commit. */
  readonly stamp: Stamp;
  /** Milliseconds since 1970. */
  readonly now: number;
  makeId(): string;
  /** The row with that id after this commit's writes so far, deleted or not; null if there is none. */
  find<S extends LogStore>(store: S, id: string): Promise<RowOf<S> | null>;
  /**
   * The ids of the rows in a store that this commit has written so far, ordered by the last write of each. A join of two
   * films, which gives a row another film, does not count.
   */
  listWritten(store: LogStore): string[];
  /** Writes a whole row and stamps the fields that differ from the previous row. */
  save<S extends LogStore>(store: S, row: RowOf<S>): Promise<void>;
  /**
   * Writes a whole row of which what differs follows from other rows, such as the film of an entry whose film was joined to
   * another. What the user did on another device wins, unless this commit had seen it: each field that differs gets the
   * first stamp after its own, and `deleted` the given one.
   */
  derive<S extends LogStore>(store: S, row: RowOf<S>, deletion?: Stamp): Promise<void>;
  /** Writes a whole row from another copy of the log, and keeps its stamps. */
  merge<S extends LogStore>(store: S, row: RowOf<S>): Promise<void>;
}

/** One write: changes rows through the commit. Returns the film it is about, or null. */
export type Command = (commit: Commit) => Promise<string | null>;

/** The result of a commit. */
export interface CommitResult {
  filmId: string | null;
  state: LogState;
  changes: ChangeMaps;
}

/** Maximum number of rows remembered as not yet in the journal; beyond it a whole backup is due. */
const maxUnsaved = 2000;

/** The checksum of one row in a store, deleted or not. */
export function checksumRow(store: LogStore, row: object): string {
  return checksumText(`${store}:${JSON.stringify(row)}`);
}

/** Inputs of a commit that are not in the database. */
export interface CommitOptions {
  /** Milliseconds since 1970. */
  now: number;
  makeId: () => string;
  /** The newest commit known to be in the journal. */
  savedSequence: number;
}

function areStampsEqual(before: { stamps: object } | null, after: { stamps: object }): boolean {
  return JSON.stringify(before?.stamps) === JSON.stringify(after.stamps);
}

/** The newest believable stamp, including those from other devices. */
function findNewestStamp(newest: Stamp, stamps: Record<string, Stamp>, now: number): Stamp {
  return Object.values(stamps).reduce(
    (last, seen) => (compareStamps(seen, last, now) > 0 ? seen : last),
    newest,
  );
}

const createChangeMaps = (): ChangeMaps => mapStores(() => new Map<string, never>());

/** Adds one store's changes to its count; returns the checksum of all rows after them. */
function countChanges<S extends LogStore>(
  store: S,
  changes: ChangeMaps,
  count: StoreCount,
  checksum: string,
): string {
  let sum = checksum;
  for (const { before, after } of changes[store].values()) {
    if (before === null) count.rows += 1;
    count.live += Number(after.deleted === null) - Number(before !== null && before.deleted === null);
    if (before !== null) sum = toggleChecksum(sum, checksumRow(store, before));
    sum = toggleChecksum(sum, checksumRow(store, after));
  }
  return sum;
}

function listUnsaved(state: LogState, changed: RowKey[], savedSequence: number): RowKey[] | null {
  if (state.unsaved === null && savedSequence < state.sequence) return null;
  const older = savedSequence >= state.sequence ? [] : (state.unsaved ?? []);
  const fresh = older.filter((key) => !changed.some(({ store, id }) => store === key.store && id === key.id));
  const all = [...fresh, ...changed];
  return all.length > maxUnsaved ? null : all;
}

/** The state after the changes. */
function advanceState(state: LogState, changes: ChangeMaps, stamp: Stamp, savedSequence: number): LogState {
  const counts = structuredClone(state.counts);
  let checksum = state.checksum;
  for (const store of logStores) checksum = countChanges(store, changes, counts[store], checksum);
  const changed = logStores.flatMap((store) => [...changes[store].keys()].map((id) => ({ store, id })));
  return {
    ...state,
    sequence: state.sequence + 1,
    lastStamp: stamp,
    counts,
    checksum,
    unsaved: listUnsaved(state, changed, savedSequence),
    unsavedFrom:
      savedSequence >= state.sequence ? state.sequence + 1 : (state.unsavedFrom ?? savedSequence + 1),
  };
}

/** Whether a commit changed no rows. */
export function isEmptyChange(changes: ChangeMaps): boolean {
  return logStores.every((store) => changes[store].size === 0);
}

/**
 * Puts a row without waiting: later requests of the transaction see it, and an error aborts the transaction,
 * so that `tx.done` rejects.
 */
export function putSoon<S extends LogStore>(tx: LogTransaction, store: S, row: RowOf<S>): void {
  // Without a promise for each of the thousands of rows of an import.
  unwrap(tx).objectStore(store).put(row);
}

/**
 * Finds rows as the commit has left them so far. Each awaited request costs a round trip to the browser's
 * process, so no row is requested twice, and none that the commit has just created.
 */
function createFinder(
  tx: LogTransaction,
  changes: ChangeMaps,
  makeId: () => string,
): { find: Commit['find']; makeFreshId: () => string } {
  const fresh = new Set<string>();
  const asked = new Map<string, Promise<unknown>>();
  const ask = <S extends LogStore>(store: S, id: string): Promise<RowOf<S> | undefined> => {
    const key = `${store}:${id}`;
    const asking = asked.get(key) ?? tx.objectStore(store).get(id);
    asked.set(key, asking);
    // The key includes the store.
    return asking as Promise<RowOf<S> | undefined>;
  };
  return {
    find: async (store, id) => {
      const touched = changes[store].get(id);
      if (touched !== undefined) return touched.after;
      return fresh.has(id) ? null : ((await ask(store, id)) ?? null);
    },
    makeFreshId: () => {
      const id = makeId();
      fresh.add(id);
      return id;
    },
  };
}

/** What the writing of a commit needs. */
interface Writing {
  tx: LogTransaction;
  changes: ChangeMaps;
  find: Commit['find'];
  stamp: Stamp;
  device: string;
  /** Called with the stamps of each row from another copy. */
  onStamps: (stamps: Record<string, Stamp>) => void;
}

/** Writes rows, and notes in `changes` what they were before this commit and are now. */
function createWriter({
  tx,
  changes,
  find,
  stamp,
  device,
  onStamps,
}: Writing): Pick<Commit, 'save' | 'derive' | 'merge'> {
  // What fields are compared with: the row before this commit, or as another copy has it.
  const bases = new Map<string, object | null>();
  const put = async <S extends LogStore>(
    store: S,
    row: RowOf<S>,
    toWritten: (base: RowOf<S> | null) => RowOf<S>,
  ): Promise<void> => {
    const touched = changes[store].get(row.id);
    const before = touched === undefined ? await find(store, row.id) : touched.before;
    const latest = touched === undefined ? before : touched.after;
    // The key includes the store.
    const after = toWritten((bases.get(`${store}:${row.id}`) ?? before) as RowOf<S> | null);
    if (latest !== null) {
      const fields = listChangedFields(latest, after);
      if (fields.length === 0 && areStampsEqual(latest, after)) return;
      // Re-inserted at the end, because the order shows what was written last. A row that only gets another film keeps its place.
      if (fields.length !== 1 || !fields.some((field) => field === 'filmId')) changes[store].delete(row.id);
    }
    changes[store].set(row.id, { before, after });
    putSoon(tx, store, after);
  };
  return {
    save: (store, row) =>
      put(store, row, (base) =>
        stampRow(base, row, (field) => stampOver(base?.stamps[field], stamp, device)),
      ),
    derive: (store, row, deletion) =>
      put(store, row, (base) =>
        stampRow(base, row, (field) => {
          if (field === 'deleted' && deletion !== undefined) return deletion;
          return stampAfter(base?.stamps[field], device) ?? stamp;
        }),
      ),
    merge: async (store, row) => {
      onStamps(row.stamps);
      await put(store, row, () => deriveFields(row));
      bases.set(`${store}:${row.id}`, row);
    },
  };
}

/**
 * Runs one command in a transaction that the caller opened, and writes the new state; the caller awaits
 * `tx.done`. A command that changes nothing leaves the state unchanged. Throws what the command throws.
 */
export async function runCommand(
  tx: LogTransaction,
  state: LogState,
  command: Command,
  { now, makeId, savedSequence }: CommitOptions,
): Promise<CommitResult> {
  const changes = createChangeMaps();
  const stamp = nextStamp(state.lastStamp, now, state.device);
  let newest = stamp;
  const { find, makeFreshId } = createFinder(tx, changes, makeId);
  const onStamps = (stamps: Record<string, Stamp>): void => {
    newest = findNewestStamp(newest, stamps, now);
  };
  const writer = createWriter({ tx, changes, find, stamp, device: state.device, onStamps });
  const listWritten = (store: LogStore): string[] => [...changes[store].keys()];
  const filmId = await command({
    tx,
    stamp,
    now,
    makeId: makeFreshId,
    find,
    listWritten,
    ...writer,
  });
  if (isEmptyChange(changes)) return { filmId, state, changes };
  const advanced = advanceState(state, changes, newest, savedSequence);
  await tx.objectStore('meta').put(advanced);
  return { filmId, state: advanced, changes };
}
