import { browser } from 'wxt/browser';

/** How long the browser may take to read a value, in milliseconds. It takes about ten. */
const readLimitMs = 3000;
/** How much longer it may take for each further value, which can be a part of a backup of a few hundred kilobytes. */
const nextLimitMs = 1000;
/** How long the browser may take to write a part of a backup, in milliseconds. */
const writeLimitMs = 30_000;
/** How long a storage area that did not answer counts as broken, in milliseconds. */
const restMs = 30_000;

let silentAt = Number.NEGATIVE_INFINITY;
/** The first request, for which all others wait: requests that never end keep other storage areas waiting too. */
let probing: Promise<void> | null = null;

const createTimeout = (): Error =>
  new DOMException('The storage of the extension does not answer.', 'TimeoutError');

function giveUp(): Error {
  silentAt = performance.now();
  probing = null;
  return createTimeout();
}

async function race<T>(task: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(giveUp()), limitMs);
  });
  try {
    return await Promise.race([task, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a value that does not exist. If that fails, no value can be read. */
async function probe(): Promise<void> {
  try {
    await browser.storage.local.get('probe');
  } catch {
    throw giveUp();
  }
}

/**
 * What the task resolves or rejects with. Rejects with a `TimeoutError` if `storage.local` does not answer in time, and then at once for half a
 * minute: if Chromium cannot create the folder, each request takes two seconds, and all of them wait for each other.
 */
export async function withinLimit<T>(task: () => Promise<T>, limitMs = readLimitMs): Promise<T> {
  if (performance.now() - silentAt < restMs) throw createTimeout();
  await race((probing ??= probe()), readLimitMs);
  return race(task(), limitMs);
}

/** `browser.storage.local`, which rejects where the browser would never answer. */
export const localArea = {
  get: (keys: string[]): Promise<Record<string, unknown>> =>
    withinLimit(
      () => browser.storage.local.get<Record<string, unknown>>(keys),
      readLimitMs + Math.max(0, keys.length - 1) * nextLimitMs,
    ),
  set: (items: Record<string, unknown>): Promise<void> =>
    withinLimit(() => browser.storage.local.set(items), writeLimitMs),
  remove: (keys: string[]): Promise<void> =>
    withinLimit(() => browser.storage.local.remove(keys), writeLimitMs),
};
