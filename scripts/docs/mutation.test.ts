import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureScore, readCounts } from './mutation.ts';

test("readCounts counts the mutants of Stryker's report by status", () => {
  const path = join(mkdtempSync(join(tmpdir(), 'marquee-mutation-')), 'films.json');
  const statesByFile = {
    'a.ts': ['Killed', 'Timeout', 'Survived', 'Ignored'],
    'b.ts': ['NoCoverage', 'Killed', 'CompileError'],
  };
  const files = Object.entries(statesByFile).map(([file, states]) => [
    file,
    { mutants: states.map((status) => ({ status })) },
  ]);
  writeFileSync(path, JSON.stringify({ files: Object.fromEntries(files) as object }));
  expect(readCounts(path)).toEqual({ killed: 3, survived: 2, uncovered: 1, ignored: 1 });
});

test('measureScore is the share of killed mutants, without the ignored ones', () => {
  expect(measureScore({ killed: 3, survived: 1, uncovered: 1, ignored: 9 })).toBe(75);
  expect(measureScore({ killed: 0, survived: 0, uncovered: 0, ignored: 1 })).toBe(100);
});
