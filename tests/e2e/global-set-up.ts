import { globSync, statSync } from 'node:fs';
import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample/sample-build.ts';
import { serviceHosts } from '../site/services.ts';

/**
 * Builds the extension if the build is out of date, and writes the copies for the sample hosts, one of them with permission
 * for the services too. Done here once, because two test files run at the same time.
 */
export default async function setUp(): Promise<void> {
  if (!isFresh('.output/chrome-mv3/manifest.json')) await buildExtension('chrome');
  writeSampleBuild('chrome');
  writeSampleBuild('chrome', serviceHosts);
}

/** Whether there is a build that is newer than every source. */
function isFresh(manifest: string): boolean {
  const builtAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['{components,entrypoints,lib,public,scripts}/**/*.*', '*.{json,ts}']);
  return sources.every((file) => file.includes('.test.') || statSync(file).mtimeMs <= builtAt);
}
