import { expect, test } from 'vitest';
import { listPlacesBetween } from './list-places.ts';

test('positions sort between those of their neighbours', () => {
  const [first = '', second = ''] = listPlacesBetween(null, null, 2) ?? [];
  const [between = ''] = listPlacesBetween(first, second, 1) ?? [];
  expect([second, between, first].toSorted()).toEqual([first, between, second]);
});

test.each([
  ['two that are equal', 'a0', 'a0'],
  ['two in the wrong order', 'a1', 'a0'],
  ['something that is no position', 'here', null],
  ['and something that is no position', null, '!'],
])('there is no room between %s', (_what, after, before) => {
  expect(listPlacesBetween(after, before, 1)).toBeNull();
});
