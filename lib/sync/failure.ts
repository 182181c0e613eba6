import { RemoteError } from './remotes/errors.ts';
import { SyncError } from './sync-error.ts';
import type { SyncFailure, SyncFault } from './sync-types.ts';

const minuteMs = 60_000;
const firstRestMs = minuteMs;
const longestRestMs = 6 * 60 * minuteMs;

/** Faults that only the user can put right: asking again soon would change nothing, and may lock an account. */
const needsUser: ReadonlySet<SyncFault> = new Set<SyncFault>([
  'refused',
  'forbidden',
  'full',
  'too-large',
  'not-a-remote',
  'redirected',
  'no-permission',
  'passphrase',
  'emptied',
  'vanishing',
  'newer',
]);

/** The fault of an error that a pass ended with, and the status of the answer; null if there was none. */
export function explainError(error: unknown): { fault: SyncFault; status: number | null } {
  if (error instanceof RemoteError) return { fault: error.code, status: error.status ?? null };
  return { fault: error instanceof SyncError ? error.fault : 'failed', status: null };
}

/**
 * The failure that a pass ended with. Each one after another doubles the rest, from a minute to six hours; a server that says
 * when it may be asked again is believed, up to a day.
 */
export function describeFailure(error: unknown, before: SyncFailure | null, now: number): SyncFailure {
  const { fault, status } = explainError(error);
  const count = (before?.count ?? 0) + 1;
  const grown = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(count - 1, 10));
  const restMs = needsUser.has(fault) ? longestRestMs : grown;
  const asked = error instanceof RemoteError ? (error.retryAt ?? 0) : 0;
  const restUntil = Math.max(now + restMs, Math.min(asked, now + 24 * 60 * minuteMs));
  const vanishing = error instanceof SyncError ? error.vanishing : null;
  return { fault, status, at: now, count, restUntil, vanishing };
}
