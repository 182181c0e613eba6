import type { MemoryStorage } from './memory-storage.ts';

/** Ends the worker at its nth step: a row put into the database, or a change to the storage area. */
export interface KillSwitch {
  /** Resolves once the worker is dead. */
  killed: Promise<void>;
  isDead: () => boolean;
  /** Counts another kind of step; returns whether the worker is dead then. */
  takeStep: () => boolean;
  /** Lets rows be put again, for a new worker. */
  release: () => void;
}

/**
 * From step `at` on nothing is written: an open transaction never commits, and nothing reaches the storage
 * area.
 */
export function armKillSwitch(storage: MemoryStorage, at: number): KillSwitch {
  let steps = 0;
  let isDead = false;
  let die = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    die = () => {
      isDead = true;
      resolve();
    };
  });
  const takeStep = (): boolean => {
    steps += 1;
    if (steps >= at) die();
    return isDead;
  };
  for (const name of ['set', 'remove'] as const) {
    const real: (argument: never) => Promise<void> = storage[name];
    storage[name] = (argument: unknown) =>
      takeStep() ? new Promise<never>(() => undefined) : real(argument as never);
  }
  const putDescriptor = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
  const realPut = Reflect.get(IDBObjectStore.prototype, 'put') as (
    ...row: unknown[]
  ) => IDBRequest<IDBValidKey>;
  const put = function (this: IDBObjectStore, ...row: unknown[]): IDBRequest<IDBValidKey> {
    if (takeStep()) {
      this.transaction.abort();
      throw new DOMException('The worker was ended.', 'AbortError');
    }
    return realPut.apply(this, row);
  };
  Object.defineProperty(IDBObjectStore.prototype, 'put', { ...putDescriptor, value: put });
  const release = (): void =>
    void Object.defineProperty(IDBObjectStore.prototype, 'put', { ...putDescriptor, value: realPut });
  return { killed, isDead: () => isDead, takeStep, release };
}
