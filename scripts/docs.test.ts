import { expect, test } from 'vitest';
import { fillSections } from './docs.ts';
import { formatTable } from './docs/sections.ts';

const page = 'before\n<!-- generated: sites -->\nold\n<!-- end -->\nafter';

test('fillSections fills a section between its marks, and a second run changes nothing', () => {
  const once = fillSections(page, [{ name: 'sites', text: 'new' }]);
  expect(once).toBe('before\n<!-- generated: sites -->\n\nnew\n\n<!-- end -->\nafter');
  expect(fillSections(once, [{ name: 'sites', text: 'new' }])).toBe(once);
});

test('fillSections keeps the text of a section without new text', () => {
  expect(fillSections(page, [{ name: 'sites', text: null }])).toBe(page);
});

test('fillSections throws for a page without the marks', () => {
  expect(() => fillSections(page, [{ name: 'sources', text: 'new' }])).toThrow('sources');
});

test('formatTable pads each column to its widest cell', () => {
  expect(
    formatTable([
      ['a', 'wide one'],
      ['b', 'c'],
    ]),
  ).toBe('| a   | wide one |\n| --- | -------- |\n| b   | c        |');
});
