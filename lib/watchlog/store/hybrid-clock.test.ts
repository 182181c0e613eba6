import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareStamps,
  formatStamp,
  isBelievableStamp,
  maxClockSkewMs,
  nextStamp,
  parseStamp,
} from './hybrid-clock.ts';

const now = Date.UTC(2024, 0, 15);
const year9999 = formatStamp({ ms: Date.UTC(9999, 0), counter: 0, device: 'stranger' });
const stampOf = (ms: number, device = 'device01') => formatStamp({ ms, counter: 0, device });

test('a stamp contains time, counter and device, and sorts as text by time', () => {
  const parts = { ms: now, counter: 35, device: 'device01' };
  expect(parseStamp(formatStamp(parts))).toEqual(parts);
  expect(stampOf(now) < stampOf(now + 1)).toBe(true);
  expect(stampOf(1) < stampOf(Date.UTC(2500, 0))).toBe(true);
  expect(parseStamp('nonsense')).toBeNull();
});

test('stamps increase even if the clock stops, goes back or jumps within a day', () => {
  const jump = fc.integer({ min: -maxClockSkewMs, max: maxClockSkewMs });
  fc.assert(
    fc.property(fc.array(jump, { minLength: 2, maxLength: 50 }), (jumps) => {
      let last: string | null = null;
      for (const offset of jumps.map((value) => value / 2.01)) {
        const next: string = nextStamp(last, now + offset, 'device01');
        if (last !== null) expect(next > last).toBe(true);
        last = next;
      }
    }),
  );
});

test('a millisecond without free counters continues in the next', () => {
  const full = formatStamp({ ms: now, counter: 36 ** 3 - 1, device: 'device01' });
  expect(nextStamp(full, now, 'device01')).toBe(stampOf(now + 1));
});

test('a stamp from the year 9999 neither advances the clock nor wins', () => {
  expect(nextStamp(year9999, now, 'device01')).toBe(stampOf(now));
  expect(compareStamps(year9999, stampOf(now), now)).toBeLessThan(0);
  expect(compareStamps(stampOf(now), year9999, now)).toBeGreaterThan(0);
});

test.each([
  [maxClockSkewMs, true],
  [maxClockSkewMs + 1, false],
  [-400 * 86_400_000, true],
])('checks whether a stamp %i ms from now is believable: %s', (offset, believed) => {
  expect(isBelievableStamp(stampOf(now + offset), now)).toBe(believed);
});

test('the later of two changes wins, and of simultaneous ones the same on every device', () => {
  expect(compareStamps(stampOf(now), stampOf(now + 1), now)).toBeLessThan(0);
  expect(compareStamps(stampOf(now, 'device01'), stampOf(now, 'device02'), now)).toBeLessThan(0);
  expect(compareStamps(stampOf(now, 'device02'), stampOf(now, 'device01'), now)).toBeGreaterThan(0);
  expect(compareStamps(stampOf(now), stampOf(now), now)).toBe(0);
  expect(compareStamps(undefined, stampOf(now), now)).toBeLessThan(0);
  expect(compareStamps('nonsense', stampOf(1), now)).toBeLessThan(0);
});
