import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample/sample-build.ts';
import { ratingsHost } from '../site/ratings.ts';
import { serviceHosts } from '../site/services.ts';
import { cloudHost } from '../site/server.ts';
import { isFresh } from './fresh-build.ts';

/**
 * Builds the extension if the build is out of date, and writes the copies for the sample hosts, one of them with permission
 * for the services too. Done here once, because two test files run at the same time.
 */
export default async function setUp(): Promise<void> {
  if (!isFresh('.output/chrome-mv3/manifest.json')) await buildExtension('chrome');
  writeSampleBuild('chrome');
  writeSampleBuild('chrome', [...serviceHosts, ratingsHost, cloudHost]);
}
