import { deviceToleranceMs, isBelievable } from '../../dates/stored-time.ts';
import type { Stamp } from '../types.ts';

/** The parts of a stamp. */
export interface StampParts {
  /** Milliseconds since 1970. */
  ms: number;
  counter: number;
  device: string;
}

/** Length of a device's name in characters. */
export const deviceNameLength = 8;
/** How far ahead of this device's clock a stamp may be and still count: one day, in milliseconds. */
export const maxClockSkewMs = deviceToleranceMs;

const msLength = 9;
const counterLength = 3;
const maxCounter = 36 ** counterLength - 1;
const stampPattern = /^([0-9a-z]{9})-([0-9a-z]{3})-([0-9a-z]{8})$/;

/** Formats the parts as a stamp. */
export function formatStamp({ ms, counter, device }: StampParts): Stamp {
  const time = Math.max(0, Math.floor(ms)).toString(36).padStart(msLength, '0');
  return `${time}-${counter.toString(36).padStart(counterLength, '0')}-${device}`;
}

/** Parses a stamp; null if the text is not one. */
export function parseStamp(stamp: string): StampParts | null {
  const match = stampPattern.exec(stamp);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
  return { ms: Number.parseInt(match[1], 36), counter: Number.parseInt(match[2], 36), device: match[3] };
}

/** Whether a text is a stamp that is not further ahead of `nowMs` than clocks may differ. */
export function isBelievableStamp(stamp: Stamp, nowMs: number): boolean {
  const parts = parseStamp(stamp);
  return parts !== null && isBelievable(parts.ms, nowMs, maxClockSkewMs);
}

/**
 * No stamp of 2100 or later counts, in milliseconds since 1970: a fixed bound, the same on every device and on every day, so
 * that a damaged stamp cannot win for ever.
 */
const endOfStamps = Date.UTC(2100, 0);

const isSound = (stamp: Stamp | undefined): stamp is Stamp => {
  const parts = stamp === undefined ? null : parseStamp(stamp);
  return parts !== null && parts.ms < endOfStamps;
};

/**
 * Orders the changes of one field: negative if `b` is the later one and wins, positive if `a` does, 0 if they are equal. Does
 * not depend on any clock, so that all devices choose the same. A stamp that is missing or none loses.
 */
export function orderStamps(a: Stamp | undefined, b: Stamp | undefined): number {
  if (isSound(a) !== isSound(b)) return isSound(a) ? 1 : -1;
  const [one, other] = [a ?? '', b ?? ''];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The first stamp of a device after another stamp; null if that is no stamp. */
export function stampAfter(stamp: Stamp | undefined, device: string): Stamp | null {
  const parts = isSound(stamp) ? parseStamp(stamp) : null;
  if (parts === null) return null;
  const { ms, counter } = parts;
  return formatStamp(
    counter < maxCounter ? { ms, counter: counter + 1, device } : { ms: ms + 1, counter: 0, device },
  );
}

/**
 * The next stamp of this device: later than `last`, the newest stamp it has given or seen (null if none),
 * even if the clock has gone back. Ignores a `last` further ahead than clocks may differ, so that one wrong
 * clock does not advance all later stamps.
 */
export function nextStamp(last: Stamp | null, nowMs: number, device: string): Stamp {
  const before = last !== null && isBelievableStamp(last, nowMs) ? parseStamp(last) : null;
  if (before === null || Math.floor(nowMs) > before.ms) return formatStamp({ ms: nowMs, counter: 0, device });
  if (before.counter < maxCounter) {
    return formatStamp({ ms: before.ms, counter: before.counter + 1, device });
  }
  return formatStamp({ ms: before.ms + 1, counter: 0, device });
}

/**
 * Negative if `b` is the later change and wins, positive if `a` does, 0 if they are equal. A stamp that is
 * missing or not believable at `nowMs` loses to every believable one.
 */
export function compareStamps(a: Stamp | undefined, b: Stamp | undefined, nowMs: number): number {
  const believesA = a !== undefined && isBelievableStamp(a, nowMs);
  const believesB = b !== undefined && isBelievableStamp(b, nowMs);
  if (believesA !== believesB) return believesA ? 1 : -1;
  const [one, other] = [a ?? '', b ?? ''];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
