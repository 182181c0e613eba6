import { isConnectionLost, openDatabase, type DatabaseOptions, type OpenedDatabase } from './database.ts';

/** A database that is opened at its first use, and again after the connection was lost. */
export interface Connection {
  /** Runs a task on the open database, and again on a new connection if the first was lost meanwhile. */
  use: <T>(task: (opened: OpenedDatabase) => Promise<T>) => Promise<T>;
  close: () => void;
}

/**
 * Creates a connection to the log's database, which is opened at its first use. Uses throw what
 * `openDatabase` throws.
 */
export function createConnection(options: DatabaseOptions): Connection {
  let opening: Promise<OpenedDatabase> | null = null;

  const get = (): Promise<OpenedDatabase> => {
    if (opening !== null) return opening;
    const mine = openDatabase({
      ...options,
      onClosed: (reason) => {
        if (opening === mine) opening = null;
        options.onClosed?.(reason);
      },
    });
    mine.catch(() => {
      if (opening === mine) opening = null;
    });
    return (opening = mine);
  };

  const use = async <T>(task: (opened: OpenedDatabase) => Promise<T>): Promise<T> => {
    const first = get();
    const opened = await first;
    try {
      return await task(opened);
    } catch (error) {
      const wasClosed = opening !== first || (error instanceof Error && error.name === 'InvalidStateError');
      if (!wasClosed || !isConnectionLost(error)) throw error;
      if (opening === first) opening = null;
      opened.db.close();
      return task(await get());
    }
  };

  const close = (): void => {
    const current = opening;
    opening = null;
    current?.then(({ db }) => db.close()).catch(() => undefined);
  };
  return { use, close };
}
