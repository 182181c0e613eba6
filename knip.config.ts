import type { KnipConfig } from 'knip';

/**
 * Finds what nothing uses. Run twice by `npm test`: as it is, where an export that only its own file uses is a finding;
 * and with `--production`, which follows only the patterns with `!`, so that what only tests use is one too.
 */
export default function config({ production = false }: { production?: boolean }): KnipConfig {
  return {
    // WXT's plugin takes every file below `entrypoints/` for an entry, which hides what is unused there.
    wxt: false,
    entry: [
      'wxt.config.ts!',
      'entrypoints/*.ts!',
      'entrypoints/*/main.{ts,tsx}!',
      'entrypoints/page/{content,reader,text,badge,review,feeds,poster}.ts!',
      'scripts/*.ts!',
      'scripts/feeds/suite.ts!',
      // Bundled by their paths and run in a page of a browser.
      'tests/{bench,logs}/*-{script,log}.ts!',
      'tests/e2e/remotes-script.ts',
      'tests/e2e/badge-preview.ts',
      // Given to vitest by its path.
      'tests/e2e/report-retries.ts',
      // Loaded by a pattern.
      'lib/sites/samples/*.ts',
    ],
    project: [
      '{lib,components,entrypoints,scripts}/**/*.{ts,tsx}!',
      '!**/{testing,fixtures,samples}/**!',
      '!**/*.fixture.ts!',
      'tests/**/*.ts',
      '!**/fixtures/**',
    ],
    // A unit test may use an export that otherwise only its own file does.
    ignoreExportsUsedInFile: production,
    ignoreDependencies: [
      // WXT's modules are named by their packages, and the second stands in for the first.
      '@wxt-dev/webextension-polyfill',
      'webextension-polyfill',
    ],
    ignoreBinaries: [
      'apt-get',
      'bzip2',
      'mariadb',
      'mariadb-install-db',
      'mariadbd',
      'mount',
      'php',
      'umount',
    ],
  };
}
