import { expect, test, vi } from 'vitest';
import { once } from './once.ts';

test('once makes a value at the first call and returns the same value afterwards', () => {
  const make = vi.fn(() => undefined);
  const read = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(read()).toBeUndefined();
  read();
  expect(make).toHaveBeenCalledTimes(1);
});
