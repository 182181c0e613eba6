import { expect, test, vi } from 'vitest';
import { once } from './once.ts';

test('a value is made when it is first asked for, and once', () => {
  const make = vi.fn(() => undefined);
  const read = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(read()).toBeUndefined();
  read();
  expect(make).toHaveBeenCalledTimes(1);
});
