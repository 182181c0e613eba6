// Checks every source file against the layers of tests/architecture/rules.ts. A failure says what to change.
import { describe, expect, test } from 'vitest';
import {
  findRoom,
  isIn,
  listCrowdedFolders,
  listCycles,
  listForbiddenImports,
  listHomeless,
  listPageLeaks,
  listTestImports,
  listUpwardImports,
} from './architecture/layers.ts';
import { mostFilesInFolder, pageFolders, registryFolders, rooms, type Room } from './architecture/rules.ts';
import { isTest, parseSource, readSources, type SourceFile } from './architecture/sources.ts';

const sources = readSources(['{lib,components,entrypoints,scripts,tests}/**/*.{ts,tsx}', '*.config.ts']);
const shipped = sources.filter(
  (source) => !isTest(source) && /^(lib|components|entrypoints)\//.test(source.path),
);

test('the tests find the source files and their imports', () => {
  expect(shipped.length).toBeGreaterThan(300);
  expect(shipped.flatMap(({ imports }) => imports).length).toBeGreaterThan(1000);
});

test('every folder is in a layer', () => {
  expect(listHomeless(shipped, rooms)).toEqual([]);
});

test('every layer has files', () => {
  const gone = rooms
    .flatMap(({ folders }) => folders)
    .filter((folder) => !shipped.some(({ path }) => isIn(path, folder)))
    .map((folder) => `${folder} has no files: remove it from tests/architecture/rules.ts`);
  expect(gone).toEqual([]);
});

test('a folder imports only what its room allows', () => {
  expect(shipped.flatMap((file) => listForbiddenImports(file, rooms))).toEqual([]);
});

test('no import points upward, not even of a type', () => {
  expect(shipped.flatMap((file) => listUpwardImports(file, rooms))).toEqual([]);
});

test('there are no import cycles, not even of types', () => {
  expect(listCycles(sources)).toEqual([]);
});

test('production code imports nothing that is only for tests', () => {
  expect(shipped.flatMap(listTestImports)).toEqual([]);
});

test('page scripts do not import the log, the catalogue, a source or the import, not even indirectly', () => {
  expect(listPageLeaks(shipped, pageFolders)).toEqual([]);
});

test('nothing imports an entry point', () => {
  const found = shipped.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => isIn(target, 'entrypoints') && !isIn(path, entryFolder(target ?? '')))
      .map(({ specifier }) => `${path} imports ${specifier}: move what both need into lib/ or components/`),
  );
  expect(found).toEqual([]);
});

test(`no folder holds more than ${mostFilesInFolder} source files`, () => {
  expect(listCrowdedFolders(sources)).toEqual([]);
});

describe('the rules themselves', () => {
  const below: Room = { folders: ['lib/a'], mayImport: [], packages: ['idb'] };
  const above: Room = { folders: ['lib/b'], mayImport: ['lib/a'], packages: [] };
  const top: Room = { folders: ['lib/c'], mayImport: ['lib/a'], mayImportTypes: ['lib/b'], packages: [] };
  const order = [below, above, top];
  const probe = (path: string, text: string): SourceFile => parseSource(path, text);

  test('a file that is a separate room is not in the room of its folder', () => {
    const alone: Room = { folders: ['lib/a/open.ts'], mayImport: [], packages: [] };
    expect(findRoom('lib/a/open.ts', [below, alone])).toBe(alone);
    expect(findRoom('lib/a/row.ts', [below, alone])).toBe(below);
    expect(findRoom('lib/a/deeper/row.ts', [below, alone])).toBeUndefined();
  });

  test('find a folder without a layer', () => {
    expect(listHomeless([probe('lib/d/x.ts', ''), probe('lib/a/x.ts', '')], order)).toEqual([
      expect.stringContaining('lib/d is in no layer'),
    ]);
  });

  test.each([
    ['a value', `import { x } from '../a/x.ts';`, `import { x } from '../b/x.ts';`],
    ['a type', `import type { X } from '../a/x.ts';`, `import type { X } from '../d/x.ts';`],
    ['an inline type', `import { type X } from '../b/x.ts';`, `import { type X } from '../d/x.ts';`],
    [
      'a type together with a value',
      `import { type X } from '../b/x.ts';`,
      `import { type X, y } from '../b/x.ts';`,
    ],
    ['a type by its address', `type X = import('../b/x.ts').X;`, `type X = import('../d/x.ts').X;`],
    ['a module at run time', `await import('../a/x.ts');`, `await import('../b/x.ts');`],
    ['a re-export', `export { x } from '../a/x.ts';`, `export { x } from '../b/x.ts';`],
    ['a package', `import './own.ts';`, `import { openDB } from 'idb';`],
  ])('find a forbidden import of %s', (_what, allowed, forbidden) => {
    expect(listForbiddenImports(probe('lib/c/probe.ts', allowed), order)).toEqual([]);
    expect(listForbiddenImports(probe('lib/c/probe.ts', forbidden), order)).toHaveLength(1);
  });

  test('find an import that points upward, of a type too', () => {
    const text = `import { x } from '../c/x.ts'; import type { Y } from '../c/y.ts'; import { z } from '../a/z.ts';`;
    expect(listUpwardImports(probe('lib/b/probe.ts', text), order)).toHaveLength(2);
  });

  test('find a cycle, of types too', () => {
    const a = probe('lib/a/a.ts', `import { b } from './b.ts';`);
    const b = probe('lib/a/b.ts', `import type { A } from './a.ts';`);
    expect(listCycles([a, b])).toEqual([expect.stringContaining('lib/a/a.ts → lib/a/b.ts → lib/a/a.ts')]);
  });

  test('find production code that imports a fixture', () => {
    const imports = `import { film } from './film.fixture.ts'; import { make } from './testing/make.ts';`;
    expect(listTestImports(probe('lib/a/probe.ts', imports))).toHaveLength(2);
  });

  test.each([
    ['the log', '../watchlog/log.ts'],
    ['the background', '../background/router.ts'],
    ['the catalogue', '../catalogue/catalogue.ts'],
    ['a source of reviews', '../reviews/sources/omdb.ts'],
    ['an import', '../transfer/types.ts'],
    ['a database', 'idb'],
    ['a schema library', 'valibot'],
    ['an archive library', 'fflate'],
  ])('find %s at the end of a chain of imports from a page script', (_what, specifier) => {
    const script = probe('entrypoints/page/reader.ts', `import { a } from '../../lib/a/a.ts';`);
    const between = (text: string) => probe('lib/a/a.ts', text);
    expect(listPageLeaks([script, between(`import { x } from '${specifier}';`)], pageFolders)).toEqual([
      expect.stringContaining('entrypoints/page/reader.ts → lib/a/a.ts → '),
    ]);
    expect(listPageLeaks([script, between(`import type { X } from '${specifier}';`)], pageFolders)).toEqual(
      [],
    );
    expect(listPageLeaks([between(`import { x } from '${specifier}';`)], pageFolders)).toEqual([]);
  });

  test('find a folder with too many files, unless they are entries of a registry', () => {
    const fill = (folder: string, more: string) =>
      Array.from({ length: mostFilesInFolder + 1 }, (_, at) => probe(`${folder}/file-${at}${more}`, ''));
    expect(listCrowdedFolders(fill('lib/a', '.ts'))).toHaveLength(1);
    expect(listCrowdedFolders(fill('lib/a', '.ts').slice(1))).toEqual([]);
    expect(listCrowdedFolders(fill('lib/a', '.test.ts'))).toEqual([]);
    expect(listCrowdedFolders(registryFolders.flatMap((folder) => fill(folder, '.ts')))).toEqual([]);
  });
});

/** Returns the entry point of a file, such as `entrypoints/popup`; the file itself if the entry point is one file. */
function entryFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
