import { isQuotaError } from '../../async/quota-error.ts';
import { abortQuietly } from './database.ts';
import { LogError } from '../errors.ts';
import { logStores, type LogDatabase, type LogTransaction } from './schema.ts';

/**
 * Runs a task in one transaction over the whole log, and resolves once it is on disk. An error in the task
 * aborts the whole transaction. Throws what the task throws, and `LogError` `storage-full` if there is no
 * room.
 */
export async function runTransaction<T>(
  db: LogDatabase,
  task: (tx: LogTransaction) => Promise<T>,
): Promise<T> {
  const tx = db.transaction([...logStores, 'meta', 'quarantine'] as const, 'readwrite', {
    durability: 'strict',
  });
  try {
    const result = await task(tx);
    await tx.done;
    return result;
  } catch (error) {
    abortQuietly(tx);
    const fault = tx.error ?? error;
    if (isQuotaError(fault) || isQuotaError(error)) {
      throw new LogError('storage-full', 'There is no room to save this.', { cause: fault });
    }
    throw error;
  }
}
