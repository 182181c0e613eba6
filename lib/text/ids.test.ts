import { expect, test } from 'vitest';
import { createIdMaker, makeRandomName } from './ids.ts';

const zeros = (count: number): Uint8Array => new Uint8Array(count);
const highest = (count: number): Uint8Array => new Uint8Array(count).fill(255);

test('later ids sort after earlier ones, whatever their random part', () => {
  let ms = 1_700_000_000_000;
  const high = createIdMaker({ now: () => ms, random: highest });
  const first = high();
  ms += 1;
  const low = createIdMaker({ now: () => ms, random: zeros });
  expect(low() > first).toBe(true);
});

test('new ids have the same form as the ids in stored logs and sort after them', () => {
  // Made by version 0.1.0 with the random bytes 0, 8, 16 …
  const stored = '01hf7yat0008gr08gr08gr08gr';
  const random = (count: number): Uint8Array => new Uint8Array(count).fill(32);
  const make = createIdMaker({ now: () => 1_700_000_000_000, random });
  expect(make()).toBe('01hf7yat004444444444444444');
  expect(createIdMaker({ now: () => 1_700_000_000_001, random: zeros })() > stored).toBe(true);
});

test('ids of one millisecond differ and sort by creation', () => {
  const make = createIdMaker({ now: () => 5, random: zeros });
  const ids = Array.from({ length: 2000 }, make);
  expect(new Set(ids).size).toBe(2000);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-z]{26}$/);
});

test('ids still sort by creation after the clock is set back, even to 0', () => {
  const times = [100, 100, 40, 0, 101];
  const make = createIdMaker({ now: () => times.shift() ?? 0, random: zeros });
  const ids = [make(), make(), make(), make(), make()];
  expect(new Set(ids).size).toBe(5);
  expect([...ids].sort()).toEqual(ids);
});

test('a clock at 0 is used as it is, not replaced by the current time', () => {
  expect(createIdMaker({ now: () => 0, random: zeros })()).toBe('00000000010000000000000000');
});

test('ids made on two devices in the same millisecond differ', () => {
  const one = createIdMaker({ now: () => 1, random: (count) => new Uint8Array(count).fill(30) });
  const other = createIdMaker({ now: () => 1, random: (count) => new Uint8Array(count).fill(40) });
  expect(one()).not.toBe(other());
});

test('a random name has the requested length', () => {
  expect(makeRandomName(highest, 8)).toBe('zzzzzzzz');
});
