import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFixtures } from '../fixtures/load.ts';
import { readFiles } from '../files/read-files.ts';
import { formats } from './registry.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

test('the format that takes any table is asked last', () => {
  expect(formats.at(-1)?.id).toBe('generic');
});

test('a file that exports a format is registered and named like its id', () => {
  const exporting = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) =>
    /: FileFormat = (?:\{|create)/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
  );
  expect(exporting.toSorted()).toEqual(formats.map(({ id }) => `${id}.ts`).toSorted());
});

// Our own format has no sample: its tests read what the export writes.
describe.each(formats.map(({ id }) => id).filter((id) => id !== 'marquee'))('%s', (id) => {
  test('has a sample in lib/transfer/fixtures that is read as this format', () => {
    const paths = globSync(`${id}/**/*.{csv,json,tsv,txt,xml}`, { cwd: fixtures });
    expect(paths, `put a sample file into lib/transfer/fixtures/${id}/`).not.toEqual([]);
    const reading = readFiles(loadFixtures(...paths.map((path) => `./${path}`)), { timeZone: 'UTC' });
    expect(reading).toMatchObject({ format: id, error: null });
    expect([...reading.entries, ...reading.ratings, ...reading.watchlist].length).toBeGreaterThan(0);
  });
});
