import { expect, test } from 'vitest';
import { createIdMaker, makeRandomName } from './ids.ts';

const zeros = (count: number): Uint8Array => new Uint8Array(count);
const highest = (count: number): Uint8Array => new Uint8Array(count).fill(31);

test('ids made later sort later, whatever the chance in them', () => {
  let ms = 1_700_000_000_000;
  const high = createIdMaker({ now: () => ms, random: highest });
  const first = high();
  ms += 1;
  const low = createIdMaker({ now: () => ms, random: zeros });
  expect(low() > first).toBe(true);
});

test('ids of one millisecond differ and sort by creation', () => {
  const make = createIdMaker({ now: () => 5, random: zeros });
  const ids = Array.from({ length: 2000 }, make);
  expect(new Set(ids).size).toBe(2000);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-z]{26}$/);
});

test('ids still sort by creation when the clock goes back and when a millisecond is used up', () => {
  const times = [100, 100, 40, 40, 101];
  const make = createIdMaker({ now: () => times.shift() ?? 0, random: highest });
  const ids = [make(), make(), make(), make(), make()];
  expect(new Set(ids).size).toBe(5);
  expect([...ids].sort()).toEqual(ids);
});

test('two devices that make ids in the same millisecond make different ones', () => {
  const one = createIdMaker({ now: () => 1, random: (count) => new Uint8Array(count).fill(3) });
  const other = createIdMaker({ now: () => 1, random: (count) => new Uint8Array(count).fill(4) });
  expect(one()).not.toBe(other());
});

test('a random name has the length asked for', () => {
  expect(makeRandomName((count) => new Uint8Array(count).fill(255), 8)).toBe('zzzzzzzz');
});
