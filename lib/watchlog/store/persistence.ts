/** Whether the browser may throw the log away when room runs short. */
export interface PersistenceState {
  /** `kept`: it may not. `evictable`: it may; a warning is due. `unknown`: it does not say. */
  state: 'kept' | 'evictable' | 'unknown';
  /** Bytes in use and bytes there may be; null where the browser does not say. */
  usage: number | null;
  quota: number | null;
}

/** What is needed of `navigator.storage`; browsers may lack each of it. */
export interface PersistenceManager {
  persisted?: () => Promise<boolean>;
  persist?: () => Promise<boolean>;
  estimate?: () => Promise<{ usage?: number; quota?: number }>;
}

/** How the browser treats the log, without asking for anything. Rejects where the browser does. */
export async function loadPersistence(manager: PersistenceManager | undefined): Promise<PersistenceState> {
  const [persisted, estimate] = await Promise.all([manager?.persisted?.(), manager?.estimate?.()]);
  const state = persisted === undefined ? 'unknown' : persisted ? 'kept' : 'evictable';
  return { state, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null };
}

/** Asks the browser never to throw the log away; from a page, for some browsers ask the user. */
export async function askForPersistence(manager: PersistenceManager | undefined): Promise<PersistenceState> {
  const before = await loadPersistence(manager);
  if (before.state !== 'evictable' || manager?.persist === undefined) return before;
  return { ...before, state: (await manager.persist()) ? 'kept' : 'evictable' };
}
