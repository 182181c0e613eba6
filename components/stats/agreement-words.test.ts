import { expect, test } from 'vitest';
import { formatAgreement } from './agreement-words.ts';

test.each([
  [-1, 'not at all'],
  [0.19, 'not at all'],
  [0.2, 'a little'],
  [0.49, 'a little'],
  [0.5, 'often'],
  [0.79, 'often'],
  [0.8, 'almost always'],
  [1, 'almost always'],
])('describes a correlation of %d as "%s"', (correlation, words) => {
  expect(formatAgreement(correlation)).toBe(words);
});
