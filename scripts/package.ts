// Writes the uploads for the stores into .output: a zip each for Chrome, Edge and Firefox, and the source for reviewers.
// Usage: npm run package
import { rmSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { zip } from 'wxt';

const stores = ['chrome', 'edge', 'firefox'] as const;

/** Builds and packs for one store; for Firefox the source too. Resolves to the paths of the zip files. */
async function packFor(browser: (typeof stores)[number]): Promise<string[]> {
  return await zip({
    browser,
    manifestVersion: 3,
    mode: 'production',
    zip: {
      zipSources: browser === 'firefox',
      // Reviewers build the extension but do not run its tests.
      excludeSources: [
        'tests/**',
        'coverage/**',
        '**/fixtures/**',
        '**/*.fixture.ts',
        'reports/**',
        '**/*.log',
      ],
    },
  });
}

for (const browser of stores) {
  for (const path of await packFor(browser)) {
    console.log(`${relative('.', path)} ${(statSync(path).size / 1000).toFixed(0)} kB`);
  }
}
rmSync('.output/edge-mv3', { recursive: true, force: true });
