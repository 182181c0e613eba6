import { expect, test } from 'vitest';
import { createTextPool } from './text-pool.ts';

test('equal lists become one, others stay apart', () => {
  const pool = createTextPool();
  const first = pool.list(['a', 'b']);
  expect(first).toEqual(['a', 'b']);
  expect(pool.list(['a', 'b'])).toBe(first);
  expect(pool.list([])).toBe(pool.list([]));
  for (const other of [[], ['b', 'a'], ['a,b'], ['a', 'b', ''], ['a\nb'], ['a","b']])
    expect(pool.list(other)).toEqual(other);
});

test('a list that goes in may change, the one that is kept does not', () => {
  const pool = createTextPool();
  const mine = ['a'];
  pool.list(mine);
  mine.push('b');
  expect(pool.list(['a'])).toEqual(['a']);
});

test('a text stands for its equals', () => {
  const pool = createTextPool();
  expect(['Her', '', 'Her'].map(pool.text)).toEqual(['Her', '', 'Her']);
});
