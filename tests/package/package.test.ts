// Checks the contents of each package. The builds are those of the last `npm test`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { syncConsents } from '../../lib/settings/data-consents.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const listFiles = (...path: string[]): string[] =>
  readdirSync(join(root, ...path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Returns the libraries that the shipped source imports, without types. It searches the source, not the bundle. */
function findImportedLibraries(): string[] {
  const files = ['lib', 'components', 'entrypoints']
    .flatMap((folder) => listFiles(folder))
    .filter(
      (path) => /(?<!\.test|\.fixture)\.tsx?$/.test(path) && !/[\\/](testing|fixtures)[\\/]/.test(path),
    );
  const names = files.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /^(?:import|export) (?!type )[^;]*?from '((?:@[^/']+\/)?[^./'][^/']*)/gm,
      ),
    ].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
}

interface Message {
  message: string;
  description?: string;
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the package %s', (build) => {
  const files = listFiles('.output', build);

  test('has the licence text of every library that its source imports', () => {
    const licences = read('.output', build, 'licences.txt');
    const libraries = findImportedLibraries();
    expect(libraries).toContain('preact');
    const missing = libraries.filter((name) => !licences.includes(`\n${name} `));
    expect(missing, 'libraries without a licence text in licences.txt').toEqual([]);
    const [ofLibraries = ''] = licences.split('\nFilm data: ');
    for (const part of ofLibraries
      .trimEnd()
      .replace(/-+$/, '')
      .split(`\n${'-'.repeat(80)}\n`))
      expect(part.length).toBeGreaterThan(500);
  });

  test('has the licence of Marquee and of the data in the built-in catalogue', () => {
    const licences = read('.output', build, 'licences.txt');
    expect(licences).toContain(read('LICENSE').trim());
    expect(licences).toMatch(/\nomdb\.org.*CC BY 2\.0 DE/);
    expect(licences).toMatch(/\nAcademy Awards \(BSD-2-Clause\)/);
  });

  test.each(readdirSync(join(root, 'public', '_locales')))(
    'has the messages of %s without descriptions',
    (locale) => {
      const source = JSON.parse(read('public', '_locales', locale, 'messages.json')) as Record<
        string,
        Message
      >;
      const shipped = JSON.parse(
        read('.output', build, '_locales', locale, 'messages.json'),
      ) as typeof source;
      for (const message of Object.values(source)) delete message.description;
      expect(shipped).toEqual(source);
    },
  );

  test('has no source map, test, fixture or source file', () => {
    const wrong = files.filter((path) => /\.(map|tsx?|jsx|md)$|\.test\.|fixture/.test(path));
    expect(wrong).toEqual([]);
    const scripts = files.filter((path) => path.endsWith('.js'));
    expect(scripts.filter((path) => readFileSync(path, 'utf8').includes('sourceMappingURL'))).toEqual([]);
  });

  test('has the version of package.json', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(JSON.parse(read('.output', build, 'manifest.json'))).toMatchObject({ version });
  });
});

test('Firefox’s manifest names everything that may be sent, and nothing that must be', () => {
  const manifest: unknown = JSON.parse(read('.output', 'firefox-mv3', 'manifest.json'));
  const optional = ['websiteContent', 'searchTerms', ...syncConsents.slice(0, 3)];
  expect(manifest).toMatchObject({
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'], optional } } },
  });
});
