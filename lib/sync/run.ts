import { isWritable } from '../watchlog/health.ts';
import { LogError } from '../watchlog/errors.ts';
import {
  countMissed,
  listVanishing,
  receiveRows,
  type DeletedElsewhere,
} from '../watchlog/imports/receive-rows.ts';
import type { Log } from '../watchlog/log.ts';
import {
  createRowLists,
  logStores,
  type LogDatabase,
  type RowLists,
  type RowOf,
} from '../watchlog/store/schema.ts';
import type { LogStore, WriteChanges } from '../watchlog/types.ts';
import type { Batches, Exchange, RowSource } from './exchange.ts';
import { addRow, countRows, formatRowName, parseRowName, type RowName, type StoredRow } from './rows.ts';
import { isSameCopy } from './documents.ts';
import { SyncError } from './sync-error.ts';
import type { LogPosition, SyncStore } from './sync-store.ts';
import type { SyncSetUp } from './sync-types.ts';

/** What one pass works with. */
export interface PassOptions {
  exchange: Exchange;
  store: SyncStore;
  /** The log; its own writes are not noted as changes to send. */
  log: Pick<Log, 'read' | 'write' | 'health'>;
  setUp: SyncSetUp;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves when every commit so far has been noted. */
  noted: () => Promise<void>;
  /** What becomes of rows that another device has deleted; `ask`: the pass ends if they are many. */
  deletions: DeletedElsewhere | 'ask';
  /** Called after each batch of rows that was written, with how many there were so far. */
  onProgress?: (received: number) => void;
  /** Called after each commit that wrote rows from other devices. */
  onReceived?: (changes: WriteChanges, sequence: number) => void;
}

/** What a pass did. */
export interface PassReport {
  sent: number;
  received: number;
}

/** Rows in one commit: a commit holds up what the user does at the same time. */
const maxRowsPerCommit = 250;
/** From as many rows on another device's deletions are questioned, if they are also this share of all or more than the most. */
const fewestQuestioned = 10;
const questionedShare = 0.2;
const mostUnquestioned = 1000;
const rowsPerRead = 2000;

const readPosition = async (log: Pick<Log, 'read'>): Promise<LogPosition> => {
  const state = await log.read((db) => db.get('meta', 'state'));
  if (state === undefined) throw new SyncError('log', 'The log has no state.');
  const { installId, sequence, supersedes: rebuiltFrom = 0 } = state;
  return { installId, sequence, rebuiltFrom };
};

async function readRows(db: LogDatabase, names: readonly RowName[]): Promise<StoredRow[]> {
  const tx = db.transaction([...logStores]);
  const rows = await Promise.all(
    names.map(async (name) => {
      const key = parseRowName(name);
      const row = key === null ? undefined : await tx.objectStore(key.store).get(key.id);
      // The store is that of the row.
      return key === null || row === undefined ? [] : [{ store: key.store, row } as StoredRow];
    }),
  );
  const order = (store: LogStore): number => logStores.indexOf(store);
  return rows.flat().sort((a, b) => order(a.store) - order(b.store));
}

/** All rows of a store from an id on, at most `rowsPerRead`. */
const readPart = <S extends LogStore>(
  log: Pick<Log, 'read'>,
  store: S,
  after: string | null,
): Promise<RowOf<S>[]> => {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  return log.read((db) => db.getAll(store, range, rowsPerRead));
};

async function* readAll(log: Pick<Log, 'read'>, from: RowName | null): AsyncGenerator<StoredRow[]> {
  const start = from === null ? null : parseRowName(from);
  const stores = start === null ? logStores : logStores.slice(logStores.indexOf(start.store));
  for (const store of stores) {
    for (let after = store === start?.store ? start.id : null; ;) {
      const rows: RowOf<LogStore>[] = await readPart(log, store, after);
      // The store is that of the rows.
      if (rows.length > 0) yield rows.map((row) => ({ store, row }) as StoredRow);
      if (rows.length < rowsPerRead) break;
      after = rows.at(-1)?.id ?? null;
    }
  }
}

const createRowSource = (log: Pick<Log, 'read'>): RowSource => ({
  position: () => readPosition(log),
  read: (names) => log.read((db) => readRows(db, names)),
  readAll: (after) => readAll(log, after),
});

/** The rows that a commit changed and that are not as they came: these are to be sent. */
function listDiffering(changes: WriteChanges, came: RowLists): RowName[] {
  return logStores.flatMap((store) => {
    const incoming = new Map(came[store].map((row) => [row.id, row]));
    return (changes[store] ?? [])
      .filter(({ after }) => {
        const row = incoming.get(after.id);
        return row === undefined || !isSameCopy(row, after);
      })
      .map(({ after }) => formatRowName(store, after.id));
  });
}

/** Splits rows into lists for one commit each, films and lists before the rows that refer to them. */
function splitRows(rows: RowLists): RowLists[] {
  const parts: RowLists[] = [];
  for (const store of logStores) {
    for (const row of rows[store]) {
      let part = parts.at(-1);
      if (part === undefined || countRows(part) >= maxRowsPerCommit) parts.push((part = createRowLists()));
      addRow<LogStore>(part, store, row);
    }
  }
  return parts;
}

const toNamed = (rows: RowLists) =>
  logStores.flatMap((store) =>
    rows[store].map((row) => ({ name: formatRowName(store, row.id), row: { store, row } as StoredRow })),
  );

/** Writes rows from other devices into the log, and notes those that are to be sent on because they differ now. */
function createTaker({ log, store, signal, deletions, onProgress, onReceived }: PassOptions) {
  let received = 0;
  let installId: string | null = null;
  const write = async (rows: RowLists): Promise<RowLists> => {
    const waiting = createRowLists();
    const kept: DeletedElsewhere = deletions === 'kept' ? 'kept' : 'deleted';
    const receipt = await log.write(receiveRows(rows, { waiting, deletions: kept }), { moreFollows: true });
    const count = logStores.reduce((sum, name) => sum + (receipt.changes[name]?.length ?? 0), 0);
    // A commit that changed nothing has the sequence of the one before, which may not be noted yet.
    if (count > 0) {
      installId ??= (await readPosition(log)).installId;
      await store.noteChanged(listDiffering(receipt.changes, rows), {
        installId,
        sequence: receipt.sequence,
      });
      onReceived?.(receipt.changes, receipt.sequence);
    }
    received += count;
    onProgress?.(received);
    return waiting;
  };
  return {
    count: () => received,
    take: async (batches: Batches): Promise<void> => {
      for await (const { rows, invalid, sealed = 0 } of batches) {
        signal.throwIfAborted();
        for (const part of splitRows(rows)) {
          signal.throwIfAborted();
          const waiting = toNamed(await write(part));
          if (waiting.length > 0) await store.addWaiting(waiting);
        }
        if (invalid > 0 || sealed > 0)
          await store.changeProgress((now) => ({
            unread: now.unread + invalid,
            sealed: (now.sealed ?? 0) + sealed,
          }));
      }
    },
    /** Tries the rows again that waited for their film or list, until none more can be written. */
    takeWaiting: async (): Promise<void> => {
      for (let before = Infinity; ;) {
        const waiting = await store.listWaiting();
        if (waiting.length === 0 || waiting.length >= before) return;
        before = waiting.length;
        const rows = createRowLists();
        for (const { store: of, row } of waiting) addRow<LogStore>(rows, of, row);
        const still = createRowLists();
        for (const part of splitRows(rows)) {
          const left = await write(part);
          for (const of of logStores) for (const row of left[of]) addRow<LogStore>(still, of, row);
        }
        await store.replaceWaiting(toNamed(still));
      }
    },
  };
}

/**
 * Questions what other devices would delete here. Throws `vanishing` if it is more than a thousand rows, or more than a fifth
 * of all: then the user is asked (as floccus does).
 */
async function createReview({
  log,
  deletions,
}: PassOptions): Promise<((batches: Batches) => Promise<void>) | null> {
  const of = await log.read(countMissed);
  if (deletions !== 'ask' || of === 0) return null;
  // Several files may delete one row: it counts once.
  const gone = new Set<string>();
  return async (batches) => {
    for await (const { rows } of batches)
      for (const row of await log.read((db) => listVanishing(db, rows))) gone.add(row);
    const { size } = gone;
    const isMuch = size >= fewestQuestioned && (size > of * questionedShare || size > mostUnquestioned);
    if (isMuch)
      throw new SyncError('vanishing', `${size} of ${of} rows would be deleted.`, { rows: size, of });
  };
}

/** Sees to it that what was changed in the log is known, and begins the progress where it is about another log. */
async function prepare({ log, store, noted }: PassOptions): Promise<void> {
  const position = await readPosition(log);
  const progress = await store.loadProgress(position);
  if (progress.coveredTo >= position.sequence) return;
  await noted();
  // Still not noted: its change was lost with the process that made it.
  await store.changeProgress(({ coveredTo, ahead }) =>
    coveredTo >= position.sequence
      ? {}
      : {
          coveredTo: position.sequence,
          ahead: ahead.filter((one) => one > position.sequence),
          isWholeDue: true,
          wholeFrom: position.sequence,
        },
  );
}

/** Throws if the log on the remote is not the one that was set up here. */
async function requireGeneration({ exchange, setUp }: PassOptions): Promise<void> {
  const manifest = await exchange.loadManifest();
  if (manifest === null) throw new SyncError('emptied', 'The remote has no log any more.');
  if (manifest === 'newer') throw new SyncError('newer', 'A newer version has set up the remote.');
  if (manifest.generation !== setUp.generation)
    throw new SyncError('passphrase', 'There is another passphrase.');
}

async function hasToSend(store: SyncStore): Promise<boolean> {
  const { isWholeDue = false, whole = null } = (await store.peekProgress()) ?? {};
  return (
    isWholeDue || whole !== null || (await store.countChanged()) > 0 || (await store.loadPending()) !== null
  );
}

/**
 * One pass: reads everything new from the remote, merges it into the log, and sends what is ours. Each step that is done stays
 * done, so that a pass can end at any moment and the next one continues. Throws `SyncError`, `RemoteError` and `LogError`.
 */
export async function runPass(options: PassOptions): Promise<PassReport> {
  const { exchange, store, log, setUp, signal, now } = options;
  if (!isWritable(log.health())) throw new SyncError('log', 'The log cannot be written.');
  await prepare(options);
  await requireGeneration(options);
  const taker = createTaker(options);
  try {
    await exchange.receive(setUp, { review: await createReview(options), take: taker.take });
    await taker.takeWaiting();
    signal.throwIfAborted();
    // Another device may have changed the passphrase meanwhile: nothing is written under the former one.
    if (await hasToSend(store)) await requireGeneration(options);
    const sent = await exchange.send(setUp, createRowSource(log));
    const report = { sent, received: taker.count() };
    await store.changeProgress(() => ({ last: { at: now(), ...report }, failure: null }));
    return report;
  } catch (error) {
    if (error instanceof LogError) throw new SyncError('log', error.message);
    throw error;
  }
}
