import { describe, expect, test } from 'vitest';
import { findPackage, formatLicences } from './licences.ts';

describe('findPackage', () => {
  test.each([
    ['/p/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/p/node_modules/@preact/signals/dist/signals.mjs?v=1', '@preact/signals'],
    ['/p/node_modules/a/node_modules/b/index.js', 'b'],
    ['C:\\p\\node_modules\\idb\\build\\index.js', 'idb'],
    ['\0vite/preload-helper.js', 'vite'],
    ['/p/lib/films/types.ts', null],
    ['\0site:imdb', null],
  ])('returns the package of %j: %j', (moduleId, name) => {
    expect(findPackage(moduleId)).toBe(name);
  });
});

describe('formatLicences', () => {
  test("begins with the project's own licence and lists each package once, in order", () => {
    const text = formatLicences(['preact', 'idb', 'preact'], 'Our terms');
    expect(text).toMatch(/^Marquee\n\nOur terms\n/);
    expect(text.match(/^(idb|preact) \d.*$/gm)).toEqual([
      expect.stringMatching(/^idb .* \(ISC\)$/),
      expect.stringMatching(/^preact .* \(MIT\)$/),
    ]);
  });

  test('takes the text of the named licence for a package without a licence file', () => {
    expect(formatLicences(['wxt'], '')).toMatch(/Copyright \(c\) 2023 Aaron\n\nPermission is hereby granted/);
  });

  test("leaves out the part of a bundler's licence file about libraries that are not shipped", () => {
    expect(formatLicences(['vite'], '')).not.toContain('Bundled dependencies');
  });

  test('throws for a package that is not installed', () => {
    expect(() => formatLicences(['no-such-package'], '')).toThrow(
      'The bundled package no-such-package is not in',
    );
  });
});
