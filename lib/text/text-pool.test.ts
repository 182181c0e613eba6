import { expect, test } from 'vitest';
import { createTextPool } from './text-pool.ts';

test('returns one list for equal lists, and different lists for different ones', () => {
  const pool = createTextPool();
  const first = pool.list(['a', 'b']);
  expect(first).toEqual(['a', 'b']);
  expect(pool.list(['a', 'b'])).toBe(first);
  expect(pool.list([])).toBe(pool.list([]));
  for (const other of [[], ['b', 'a'], ['a,b'], ['a', 'b', ''], ['a\nb'], ['a","b']])
    expect(pool.list(other)).toEqual(other);
});

test('keeps its own copy of a list when the caller changes theirs', () => {
  const pool = createTextPool();
  const mine = ['a'];
  pool.list(mine);
  mine.push('b');
  expect(pool.list(['a'])).toEqual(['a']);
});

test('returns one text for equal texts', () => {
  const pool = createTextPool();
  expect(['Her', '', 'Her'].map(pool.text)).toEqual(['Her', '', 'Her']);
});
