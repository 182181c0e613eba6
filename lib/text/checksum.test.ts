import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumText, emptyChecksum, toggleChecksum } from './checksum.ts';

test('the checksum of a text is always the same, and changes with any character', () => {
  expect(checksumText('')).toMatch(/^[0-9a-f]{16}$/);
  expect(checksumText('Her')).toBe(checksumText('Her'));
  const texts = Array.from({ length: 20_000 }, (_, number) => `{"id":"${number}","value":8}`);
  expect(new Set(texts.map(checksumText)).size).toBe(texts.length);
});

test('the checksum of a set depends on its members only, not on their order or on members removed since', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (members) => {
      const sums = members.map(checksumText);
      const forward = sums.reduce(toggleChecksum, emptyChecksum);
      expect([...sums].reverse().reduce(toggleChecksum, emptyChecksum)).toBe(forward);
      expect(sums.reduce(toggleChecksum, forward)).toBe(emptyChecksum);
      expect(toggleChecksum(forward, sums[0] ?? '')).not.toBe(forward);
    }),
  );
});
