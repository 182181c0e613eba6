import { expect, test } from 'vitest';
import { decodeReferences } from './markup.ts';

test.each([
  ['Salt &amp; dimma', 'Salt & dimma'],
  ['&#169; &#x41;', '© A'],
  ['R&B', 'R&B'],
  ['<b>&lt;i&gt;</b>', '<b><i></b>'],
  ['&nosuchthing;', '&nosuchthing;'],
])('resolves the references of %s', (text, decoded) => {
  expect(decodeReferences(text)).toBe(decoded);
});
