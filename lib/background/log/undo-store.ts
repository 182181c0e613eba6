import { clockToleranceMs, isFresh } from '../../dates/stored-time.ts';
import { LogError } from '../../watchlog/errors.ts';
import type { UndoToken, WriteChanges } from '../../watchlog/types.ts';
import type { CacheDatabase, UndoRow, UseCache } from '../cache/cache-database.ts';
import { reportFault } from '../messages/report-fault.ts';

/** The maximum number of stored writes. A bulk edit of 100,000 entries takes 100, so edits from two windows fit. */
const maxWrites = 300;
/** After a day nobody expects an undo, and what was deleted is gone from here too. */
const maxAgeMs = 86_400_000;

/** Stores what past writes changed, for their undo, when the worker ends. */
export interface UndoStore {
  /** Stores what a write changed, and resolves with a token for its undo. Never rejects. */
  keep: (changes: WriteChanges) => Promise<UndoToken>;
  /**
   * Runs an undo with what the write changed; once it has run, the token is used up. Rejects with `LogError` `undo-gone`
   * where the token is unknown, used or too old, and with what `run` rejects with: the token then stays good.
   */
  use: <T>(token: UndoToken, run: (changes: WriteChanges) => Promise<T>) => Promise<T>;
  /** Deletes every write that changed one of the rows, by id: permanently deleted data must not stay here. */
  forget: (ids: readonly string[]) => Promise<void>;
  /** Deletes writes that are too old. */
  prune: () => Promise<void>;
}

/** Keeps a row, where one is given, and drops those that are too old or too many. */
async function keepRows(db: CacheDatabase, now: number, row?: UndoRow): Promise<void> {
  const tx = db.transaction('undo', 'readwrite');
  const byAge = tx.store.index('byMadeAt');
  if (row) await tx.store.put(row);
  const old = [
    ...(await byAge.getAllKeys(IDBKeyRange.upperBound(now - maxAgeMs))),
    // Made while the clock was ahead: they would never become old.
    ...(await byAge.getAllKeys(IDBKeyRange.lowerBound(now + clockToleranceMs, true))),
  ];
  const excess = Math.max(0, (await tx.store.count()) - maxWrites);
  const oldest = excess === 0 ? [] : await byAge.getAllKeys(null, excess);
  await Promise.all([...new Set([...old, ...oldest])].map((token) => tx.store.delete(token)));
  await tx.done;
}

const touches = ({ changes }: UndoRow, ids: ReadonlySet<string>): boolean =>
  Object.values(changes).some((rows) => rows.some(({ after }) => ids.has(after.id)));

async function forgetRows(db: CacheDatabase, ids: ReadonlySet<string>): Promise<void> {
  const tx = db.transaction('undo', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue())
    if (touches(cursor.value, ids)) await cursor.delete();
  await tx.done;
}

/**
 * Keeps undos in the cache: a database, because the worker ends after half a minute and a bulk edit is larger than
 * `storage.session` may be; and not in the log, whose backups and copies have no use for them. Where the cache cannot be
 * had, they last as long as the worker.
 */
export function createUndoStore({ use, now }: { use: UseCache; now: () => number }): UndoStore {
  const inMemory = new Map<UndoToken, UndoRow>();
  const inUse = new Set<UndoToken>();
  const find = async (token: UndoToken): Promise<WriteChanges> => {
    const row = inMemory.get(token) ?? (await use((db) => db.get('undo', token)).catch(() => undefined));
    if (row === undefined || !isFresh(row.madeAt, maxAgeMs, now()))
      throw new LogError('undo-gone', 'Nothing is kept for this undo.');
    return row.changes;
  };
  const remove = async (token: UndoToken): Promise<void> => {
    if (inMemory.delete(token)) return;
    await use((db) => db.delete('undo', token));
  };
  return {
    keep: async (changes) => {
      const row: UndoRow = { token: crypto.randomUUID(), madeAt: now(), changes };
      try {
        await use((db) => keepRows(db, row.madeAt, row));
      } catch (error) {
        reportFault('undo', error);
        inMemory.set(row.token, row);
      }
      return row.token;
    },
    use: async (token, run) => {
      if (inUse.has(token)) throw new LogError('undo-gone', 'This undo runs already.');
      inUse.add(token);
      try {
        const result = await run(await find(token));
        await remove(token).catch((error: unknown) => reportFault('undo', error));
        return result;
      } finally {
        inUse.delete(token);
      }
    },
    prune: () => use((db) => keepRows(db, now())),
    forget: async (ids) => {
      const gone = new Set(ids);
      for (const [token, row] of inMemory) if (touches(row, gone)) inMemory.delete(token);
      await use((db) => forgetRows(db, gone)).catch((error: unknown) => reportFault('undo', error));
    },
  };
}
