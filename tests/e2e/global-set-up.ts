import { existsSync } from 'node:fs';
import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample-build.ts';

/** The end-to-end tests run on the build that is there, or make it; always on a fresh copy for the sample hosts. */
export default async function setUp(): Promise<void> {
  if (!existsSync('.output/chrome-mv3/manifest.json')) await buildExtension('chrome');
  writeSampleBuild('chrome');
}
