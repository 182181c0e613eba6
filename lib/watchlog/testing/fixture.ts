import { deleteDB } from 'idb';
import type { FilmRef } from '../../films/types.ts';
import { openLog, type Log, type LogOptions } from '../log.ts';
import type { FilmInput } from '../types.ts';
import { createMemoryStorage, type MemoryStorage } from './memory-storage.ts';

/** A film to write about, with the given refs. */
export function filmInput(title: string, year: number | null, ...refs: FilmRef[]): FilmInput {
  return { title, year, refs };
}

/** Her (2013). */
export const her = filmInput('Her', 2013, 'imdb:tt1798709');
/** Melancholia (2011). */
export const melancholia = filmInput('Melancholia', 2011, 'imdb:tt1527186');

let databases = 0;

/** A separate log in memory, with its clock and its storage area. */
export interface LogFixture {
  log: Log;
  storage: MemoryStorage;
  name: string;
  clock: { ms: number };
  /** Closes the log, as when the worker ends, and reopens it with what is left. */
  reopen: (changed?: Partial<LogOptions>) => Promise<Log>;
}

/** Opens a log on a new database. The clock does not advance unless a test changes it. */
export async function createLogFixture(options: Partial<LogOptions> = {}): Promise<LogFixture> {
  databases += 1;
  const name = options.name ?? `log-${databases}`;
  if (options.name === undefined) await deleteDB(name);
  const storage = createMemoryStorage();
  const clock = { ms: Date.UTC(2024, 0, 15, 12) };
  const open = (changed: Partial<LogOptions> = {}): Promise<Log> =>
    openLog({ storage, name, now: () => clock.ms, retryAfterMs: [], ...options, ...changed });
  const fixture: LogFixture = {
    log: await open(),
    storage,
    name,
    clock,
    reopen: async (changed) => {
      fixture.log.close();
      fixture.log = await open(changed);
      return fixture.log;
    },
  };
  return fixture;
}
