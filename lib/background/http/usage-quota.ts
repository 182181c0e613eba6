import { findNextMidnight, SourceError } from '../../reviews/sources/errors.ts';
import type { SourceErrorCode } from '../../reviews/sources/types.ts';
import { isBelievable, isResting } from '../../dates/stored-time.ts';
import { formatDay } from '../../reviews/sources/answers.ts';
import type { QuotaRow, UseCache } from '../cache/cache-database.ts';

/** A source is paused after this many failures in a row. */
export const failuresBeforeRest = 3;
/** The first pause in milliseconds; each further failure doubles it. */
const firstRestMs = 5 * 60_000;
const longestRestMs = 6 * 3_600_000;
/** The longest that a server may ask for; `parseRetryAfter` has the same limit. The day of a budget is not longer. */
const longestPauseMs = 24 * 3_600_000;

/** Counts the requests of sources and pauses failing ones. Persists when the worker ends. */
export interface UsageQuota {
  /**
   * Takes one request from the day's budget before it is sent, so that it is counted even if the worker ends. Throws
   * `SourceError` while the source is paused or its budget is used up.
   */
  reserve: (id: string, dailyBudget: number | null) => Promise<void>;
  /** Records a response. */
  succeed: (id: string) => Promise<void>;
  /** Records a failure; a limit pauses the source until it ends. */
  fail: (id: string, fault: SourceErrorCode, until: number | null) => Promise<void>;
  /** Ends the pause of a source, for example after its key was changed. */
  rearm: (id: string) => Promise<void>;
  load: (id: string) => Promise<QuotaRow>;
}

function makeQuotaRow(id: string, now: number): QuotaRow {
  return { id, day: formatDay(now), used: 0, failures: 0, fault: null, restUntil: 0, lastAnswerAt: null };
}

/** The row for today: requests of earlier days do not count. */
function resetForToday(row: QuotaRow | undefined, id: string, now: number): QuotaRow {
  if (row === undefined) return makeQuotaRow(id, now);
  const known = dropFutureTimes(row, now);
  return known.day === formatDay(now) ? known : { ...known, day: formatDay(now), used: 0 };
}

/**
 * The row without a rest that is longer than any source may rest, and without an answer from the future: the clock was
 * wrong then.
 */
function dropFutureTimes(row: QuotaRow, now: number): QuotaRow {
  const restUntil = isResting(row.restUntil, longestPauseMs, now) ? row.restUntil : 0;
  const { lastAnswerAt } = row;
  return {
    ...row,
    restUntil,
    lastAnswerAt: lastAnswerAt !== null && isBelievable(lastAnswerAt, now) ? lastAnswerAt : null,
  };
}

function findRest(failures: number, now: number): number {
  if (failures < failuresBeforeRest) return 0;
  return now + Math.min(firstRestMs * 2 ** (failures - failuresBeforeRest), longestRestMs);
}

/** Usage counts in the cache. Each change reads and writes its row in one transaction. */
export function createUsageQuota({ use, now }: { use: UseCache; now: () => number }): UsageQuota {
  const change = (id: string, edit: (row: QuotaRow) => QuotaRow | SourceError): Promise<void> =>
    use(async (db) => {
      const tx = db.transaction('meters', 'readwrite', { durability: 'relaxed' });
      const edited = edit(resetForToday(await tx.store.get(id), id, now()));
      if (!(edited instanceof SourceError)) await tx.store.put(edited);
      await tx.done;
      if (edited instanceof SourceError) throw edited;
    });
  return {
    reserve: (id, dailyBudget) =>
      change(id, (row) => {
        const at = now();
        if (row.restUntil > at)
          return new SourceError(row.fault ?? 'failed', 'the source is paused', row.restUntil);
        if (dailyBudget !== null && row.used >= dailyBudget)
          return new SourceError('limit-reached', 'the budget of the day is used up', findNextMidnight(at));
        return { ...row, used: row.used + 1 };
      }),
    succeed: (id) =>
      change(id, (row) => ({ ...row, failures: 0, fault: null, restUntil: 0, lastAnswerAt: now() })),
    fail: (id, fault, until) =>
      change(id, (row) => {
        // Being offline is not a failure of the source.
        const failures = row.failures + (fault === 'offline' ? 0 : 1);
        const rest = until ?? (fault === 'offline' ? 0 : findRest(failures, now()));
        return { ...row, failures, fault, restUntil: Math.max(rest, row.restUntil) };
      }),
    rearm: (id) => change(id, (row) => ({ ...row, failures: 0, fault: null, restUntil: 0 })),
    load: (id) => use(async (db) => resetForToday(await db.get('meters', id), id, now())),
  };
}

/** How long a rejected key is not tried again, unless it is changed, in milliseconds. */
const invalidKeyRestMs = 6 * 3_600_000;

/**
 * Runs a look-up, from the request to parsing the response, and records how it ended. Rethrows its errors. Errors from
 * before the request (switched off, not granted, paused) do not count.
 */
export async function countOutcome<T>(
  { quota, id, now }: { quota: UsageQuota; id: string; now: () => number },
  task: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await task();
    await quota.succeed(id);
    return answer;
  } catch (error) {
    if (!(error instanceof SourceError) || error.code === 'no-permission' || error.code === 'no-key')
      throw error;
    const { restUntil } = await quota.load(id);
    const until = error.code === 'invalid-key' ? now() + invalidKeyRestMs : error.until;
    if (restUntil <= now()) await quota.fail(id, error.code, until);
    throw error;
  }
}
