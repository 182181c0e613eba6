import { expect, test } from 'vitest';
import { formatBytes } from './sizes.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [8_740_000, '8.7 MB'],
  [212_000_000, '212 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
