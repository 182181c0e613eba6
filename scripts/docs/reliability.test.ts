import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatTestName, listFaultRows, listTestNames } from './reliability.ts';

test('listTestNames finds every form of a test, with its groups', () => {
  const code = `
    test('one', () => undefined);
    test.each(rows)('two %s', { tags: 'slow' }, () => undefined);
    for (const x of y) test(\`three \${x}\`, () => undefined);
    describe.each(faults)('when $what', () => { test('four', () => undefined); });
    expect(test2('not a test'));
  `;
  expect(listTestNames(code)).toEqual(['one', 'two %s', 'three ${x}', 'when $what, four']);
});

test('formatTestName puts an ellipsis for what differs from row to row', () => {
  expect(formatTestName('a %s b $what c ${rows.length} | <d>')).toBe('a … b … c … \\| &lt;d>');
});

test('every fault has tests', () => {
  const root = resolve(import.meta.dirname, '..', '..');
  expect(listFaultRows(root).length).toBeGreaterThan(50);
});
