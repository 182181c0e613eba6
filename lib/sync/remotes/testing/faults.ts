import { RemoteError } from '../errors.ts';

/** What goes wrong with the calls of a remote in memory. */
export interface Faults {
  /** The next number from 0 to 1: the same numbers make the same faults. */
  random: () => number;
  /** The share of calls that go wrong, from 0 to 1. It may change between calls. */
  rate: number;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Returns one of the kinds for a call that is to go wrong; null for one that is not. */
export function pickFault<Kind extends string>(
  faults: Faults | undefined,
  kinds: readonly Kind[],
): Kind | null {
  if (faults === undefined || faults.random() >= faults.rate) return null;
  return kinds[Math.floor(faults.random() * kinds.length)] ?? null;
}

const failures = ['broken', 'unreachable', 'not-a-remote', 'too-many', 'slow'] as const;

/** A failure as servers have them: a 500, no answer, a page of a captive portal, a limit, or bytes that drip. */
export function makeFailure({ random }: Faults): RemoteError {
  const code = failures[Math.floor(random() * failures.length)] ?? 'broken';
  return new RemoteError(code, 'a fault of the test');
}

/** The failure of a call whose answer is lost. */
export const loseAnswer = (): RemoteError => new RemoteError('unreachable', 'the answer of the test is lost');

/** Throws `RemoteError` `aborted` if a call is no longer wanted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new RemoteError('aborted', 'no longer wanted');
}
