import { globSync, statSync } from 'node:fs';

/** Whether there is a build that is newer than every source, by the path of its manifest. */
export function isFresh(manifest: string): boolean {
  const builtAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['{components,entrypoints,lib,public,scripts}/**/*.*', '*.{json,ts}']);
  return sources.every((file) => file.includes('.test.') || statSync(file).mtimeMs <= builtAt);
}
