import { globSync, statSync } from 'node:fs';
import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample/sample-build.ts';
import { serviceHosts } from '../site/services.ts';

/**
 * The end-to-end tests run on the build that is there, or make it anew; always on fresh copies for the sample hosts, one of
 * which may ask the services too. Made here once: two files of tests run at a time.
 */
export default async function setUp(): Promise<void> {
  if (!isFresh('.output/chrome-mv3/manifest.json')) await buildExtension('chrome');
  writeSampleBuild('chrome');
  writeSampleBuild('chrome', serviceHosts);
}

/** Whether a build is there and no source has changed since. */
function isFresh(manifest: string): boolean {
  const builtAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['{components,entrypoints,lib,public,scripts}/**/*.*', '*.{json,ts}']);
  return sources.every((file) => file.includes('.test.') || statSync(file).mtimeMs <= builtAt);
}
