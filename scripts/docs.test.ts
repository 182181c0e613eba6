import { expect, test } from 'vitest';
import { fillSections } from './docs.ts';
import { formatTable } from './docs/sections.ts';

const page = 'before\n<!-- generated: sites -->\nold\n<!-- end -->\nafter';

test('a section is filled between its marks, and filling it again changes nothing', () => {
  const once = fillSections(page, [{ name: 'sites', text: 'new' }]);
  expect(once).toBe('before\n<!-- generated: sites -->\n\nnew\n\n<!-- end -->\nafter');
  expect(fillSections(once, [{ name: 'sites', text: 'new' }])).toBe(once);
});

test('a section without anything to say keeps what it has', () => {
  expect(fillSections(page, [{ name: 'sites', text: null }])).toBe(page);
});

test('a page without the marks is refused', () => {
  expect(() => fillSections(page, [{ name: 'sources', text: 'new' }])).toThrow('sources');
});

test('a table is padded to its widest cells', () => {
  expect(
    formatTable([
      ['a', 'wide one'],
      ['b', 'c'],
    ]),
  ).toBe('| a   | wide one |\n| --- | -------- |\n| b   | c        |');
});
