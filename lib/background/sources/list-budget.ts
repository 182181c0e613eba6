import type { Film } from '../../films/types.ts';
import { listShare } from '../../reviews/policy.ts';
import type { ReviewSource } from '../../reviews/sources/types.ts';
import type { UsageQuota } from '../http/usage-quota.ts';

interface Options {
  quota: Pick<UsageQuota, 'load'>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Limits what films in lists may use of a source's daily requests to `listShare`. */
export function createListBudget({ quota, now }: Options) {
  /** The films that are being asked for, by source. */
  const pending = new Map<string, number>();

  /** How many films may be asked for now. */
  async function countLeft({ id, policy }: ReviewSource): Promise<number> {
    const { used, restUntil } = await quota.load(id);
    if (restUntil > now()) return 0;
    if (policy.dailyBudget === null) return Infinity;
    const left = Math.floor(policy.dailyBudget * listShare) - used;
    return Math.max(0, Math.floor(left / policy.requestsPerFilm) - (pending.get(id) ?? 0));
  }

  const addPending = (id: string, films: number): void =>
    void pending.set(id, (pending.get(id) ?? 0) + films);

  return {
    /** Asks for as many of the films as may still be asked for today; the others wait for another day, without a fault. */
    async spend(
      source: ReviewSource,
      films: Film[],
      ask: (films: Film[]) => Promise<boolean>,
    ): Promise<boolean> {
      const wanted = films.slice(0, await countLeft(source));
      if (wanted.length === 0) return false;
      addPending(source.id, wanted.length);
      try {
        return await ask(wanted);
      } finally {
        addPending(source.id, -wanted.length);
      }
    },
  };
}
