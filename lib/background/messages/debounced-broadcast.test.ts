import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDebouncedBroadcast } from './debounced-broadcast.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many changes in a row are told of once, when no more has come for a moment', () => {
  const tell = vi.fn();
  const broadcast = createDebouncedBroadcast(tell);
  for (let change = 0; change < 20; change += 1) {
    broadcast.soon();
    vi.advanceTimersByTime(1000);
  }
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
});

test('the last of them is sent at once, and nothing is sent twice', () => {
  const tell = vi.fn();
  const broadcast = createDebouncedBroadcast(tell);
  broadcast.soon();
  broadcast.now();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
});
