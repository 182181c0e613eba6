import { expect, test, vi } from 'vitest';
import { lazily } from './lazily.ts';

test('a value is made when it is first asked for, and once', () => {
  const make = vi.fn(() => undefined);
  const read = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect(read()).toBeUndefined();
  read();
  expect(make).toHaveBeenCalledTimes(1);
});
