import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeCatalogue } from './merge-catalogue.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'marquee-merge-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a merge without a source’s file writes nothing and names the file, unless earlier facts are kept', () => {
  write('from/omdb-org/all_movies.csv', 'id,name,parent_id,date\n1,Fen,\\N,2011-06-01\n');
  const places = { from: join(folder, 'from'), out: join(folder, 'out') };
  expect(() => mergeCatalogue(places)).toThrow('omdb-org/movie_details.csv');
  expect(() => mergeCatalogue(places)).not.toThrow('omdb-org/all_movies.csv');
  expect(existsSync(places.out)).toBe(false);
  write('out/films.tsv', 'title\n');
  expect(mergeCatalogue({ ...places, keep: places.out }).films).toBe(1);
});
