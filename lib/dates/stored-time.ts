/**
 * What a stored time means now. The computer's clock may have been wrong when the time was stored, so a time in the future
 * is not believed: what was done then counts as not done, what was fetched then as old, a rest until then as over.
 * All times and durations are in milliseconds, times since 1970.
 */

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Tolerance for something repeated that is woken a little early. */
export const earlyMs = 5 * 60_000;
/** How far clocks may differ without a fault: a stored time this little ahead is believed. */
export const clockToleranceMs = 5 * 60_000;
/** How far the clocks of two devices may differ. */
export const deviceToleranceMs = 24 * hourMs;

/** Whether a time can have been stored before `now`. */
export function isBelievable(at: number, now: number, toleranceMs = clockToleranceMs): boolean {
  return Number.isFinite(at) && at <= now + toleranceMs;
}

/** Whether something of that time is newer than `maxAgeMs`. */
export function isFresh(at: number, maxAgeMs: number, now: number): boolean {
  return isBelievable(at, now) && now - at < maxAgeMs;
}

/** Whether something of that time is older than `maxAgeMs`, as far as that is known: a time in the future is not. */
export function isLongAgo(at: number, maxAgeMs: number, now: number): boolean {
  return isBelievable(at, now) && now - at >= maxAgeMs;
}

/** When a task last ran in this session of the browser, and when it last ran in the session before. */
export interface SessionRuns {
  session: string;
  at: number;
  /** Null if there was no session before. */
  before: number | null;
}

/** The runs after one more, at `now` in `session`. */
export function addRun(runs: SessionRuns | null, session: string, now: number): SessionRuns {
  if (runs === null) return { session, at: now, before: null };
  return { session, at: now, before: runs.session === session ? runs.before : runs.at };
}

/**
 * The time by which something may be deleted for its age: that of the last run in an earlier session, if this one agrees
 * that it is past. A session whose clock is wrong, however long it lasts, then deletes nothing that another would keep. Null
 * while no earlier session is known.
 */
export function findAgreedTime({ at, before }: SessionRuns): number | null {
  return before !== null && isBelievable(before, at) ? before : null;
}

/** Whether something done at `doneAt` (null: never) and repeated every `everyMs` is to be done. */
export function isDue(doneAt: number | null, everyMs: number, now: number): boolean {
  return doneAt === null || !isFresh(doneAt, everyMs, now);
}

/**
 * Whether a rest until a time still lasts. A rest never lasts longer than `longestMs` from now: one that does was begun
 * with a wrong clock.
 */
export function isResting(until: number, longestMs: number, now: number): boolean {
  return until > now && until - now <= longestMs;
}
