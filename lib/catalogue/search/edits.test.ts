import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNear, isStartOf, isWithin, type WordUnits } from './edits.ts';
import { unitsOf } from './word-pool.ts';

/** The word between others, as in a pool. */
function inPool(word: string): WordUnits {
  const units = unitsOf(`xx${word}yy`);
  return { units, start: 2, end: 2 + word.length };
}

/** Whether one edit leads from one word to the other, by trying all of them. */
function isOneEdit(typed: string, word: string): boolean {
  const letters = [...new Set(word)];
  const edits = Array.from({ length: typed.length + 1 }, (_, at) => {
    const [head, tail] = [typed.slice(0, at), typed.slice(at)];
    const swapped = tail.length > 1 ? [`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`] : [];
    const removed = tail === '' ? [] : [head + tail.slice(1)];
    return [
      ...swapped,
      ...removed,
      ...letters.flatMap((one) => [head + one + tail, head + one + tail.slice(1)]),
    ];
  }).flat();
  return typed !== word && edits.includes(word);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });

describe('isNear', () => {
  test('agrees with trying every edit', () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        fc.pre(typed !== other);
        expect(isNear(unitsOf(typed), inPool(other), false)).toBe(isOneEdit(typed, other));
      }),
      { numRuns: 2000 },
    );
  });
  test.each([
    ['godfaht', 'godfather'],
    ['shawshenk', 'shawshank'],
    ['incepton', 'inception'],
    ['xgod', 'godfather'],
  ])('takes "%s" as a start of "%s"', (typed, other) => {
    expect(isNear(unitsOf(typed), inPool(other), true)).toBe(true);
  });
  test.each([
    ['gdofaht', 'godfather'],
    ['godfatherly', 'godfather'],
  ])('does not take "%s" as a start of "%s"', (typed, other) => {
    expect(isNear(unitsOf(typed), inPool(other), true)).toBe(false);
  });
});

test('a start and a part of a word are within its own letters only', () => {
  expect(isStartOf(unitsOf('god'), inPool('godfather'))).toBe(true);
  expect(isStartOf(unitsOf('heryy'), inPool('her'))).toBe(false);
  expect(isWithin(unitsOf('fat'), inPool('godfather'))).toBe(true);
  expect(isWithin(unitsOf('ry'), inPool('godfather'))).toBe(false);
});
