import type { RowSource } from './exchange.ts';
import type { SyncStore } from './sync-store.ts';
import type { WholeOnItsWay } from './sync-types.ts';

/** The whole log, or whole copy, that is on its way; one that begins now if none is. */
export async function findWhole(
  store: Pick<SyncStore, 'peekProgress'>,
  source: Pick<RowSource, 'position'>,
  { isCopy }: Pick<WholeOnItsWay, 'isCopy'>,
): Promise<WholeOnItsWay> {
  const { whole = null, wholeFrom = 0, nextSequence: first = 1 } = (await store.peekProgress()) ?? {};
  // One that lacks a change that has to be in it begins again.
  if (whole?.isCopy === isCopy && (isCopy || whole.coveredTo >= wholeFrom)) return whole;
  const { sequence: coveredTo } = await source.position();
  return { isCopy, first, parts: 0, after: null, coveredTo };
}
