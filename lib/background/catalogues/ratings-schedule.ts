import { dayMs, hourMs, isFresh, isResting } from '../../dates/stored-time.ts';
import type { RatingsFault } from '../../messaging/ratings-protocol.ts';
import type { RatingsRefresh } from '../../settings/ratings-settings.ts';

const minuteMs = 60_000;
const weekMs = 7 * dayMs;

/** How often a refresh that the end of the background broke off is begun again, before it rests for a day. */
const maxTries = 3;

/** What waits for the user or will not pass within hours. */
const slowCodes = new Set<RatingsFault['code']>([
  'forbidden',
  'other-file',
  'no-space',
  'cancelled',
  'declined',
  'no-permission',
  'failed',
]);

/** How long a click waits for the permission that it asked for, in milliseconds. */
const wishMs = 10 * minuteMs;

/** The state after the click, before the browser has said whether the user gives the permission. */
export function wishRefresh({ checkedAt }: RatingsRefresh, now: number): RatingsRefresh {
  return { startedAt: now, tries: 0, checkedAt, fault: null, nextAt: now + minuteMs };
}

/** Whether a click may still get the permission that it asked for. */
export function isWishOpen({ startedAt, tries }: RatingsRefresh, now: number): boolean {
  return startedAt !== null && tries === 0 && isFresh(startedAt, wishMs, now);
}

/** The state before the first bytes; a minute later the alarm finds out whether the background still runs. */
export function beginRefresh({ checkedAt, tries }: RatingsRefresh, now: number): RatingsRefresh {
  const nextAt = now + (tries + 1 < maxTries ? minuteMs : dayMs);
  return { startedAt: now, tries: tries + 1, checkedAt, fault: null, nextAt };
}

/** The state after the newest file was stored, or was stored already: the next is fetched in a week. */
export function completeRefresh(now: number): RatingsRefresh {
  return { startedAt: null, tries: 0, checkedAt: now, fault: null, nextAt: now + weekMs };
}

/** The state after a fault: tried again in an hour or a day, but not before the server allows. */
export function failRefresh(
  { checkedAt }: RatingsRefresh,
  fault: RatingsFault,
  { now, retryAfterMs }: { now: number; retryAfterMs: number | null },
): RatingsRefresh {
  const waitMs = Math.max(slowCodes.has(fault.code) ? dayMs : hourMs, retryAfterMs ?? 0);
  return { startedAt: null, tries: 0, checkedAt, fault, nextAt: now + waitMs };
}

/** Whether a refresh is to begin: it is time, or one was broken off and has not been tried too often. */
export function isRefreshDue({ startedAt, tries, nextAt }: RatingsRefresh, now: number): boolean {
  return (startedAt !== null && tries < maxTries) || !isResting(nextAt, weekMs, now);
}
