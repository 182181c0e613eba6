// Copies a build and lets the copy run on the sample site too: the same code, more hosts.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleHosts } from '../../tests/site/server.ts';
import type { Target } from '../build.ts';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[]; js?: string[] }[];
}

/**
 * Writes `.output/TARGET-mv3-sample` next to the build it copies. Returns its folder. Throws where there is no build.
 * `granted` makes another copy, `TARGET-mv3-granted`, that may ask those hosts too: nobody can answer the browser's
 * question for a permission in a test, and a host that the manifest grants is one that was said yes to.
 */
export function writeSampleBuild(target: Target, granted: readonly string[] = []): string {
  const built = join(process.cwd(), '.output', `${target}-mv3`);
  const sample = `${built}-${granted.length === 0 ? 'sample' : 'granted'}`;
  rmSync(sample, { recursive: true, force: true });
  cpSync(built, sample, { recursive: true });
  const file = join(sample, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const patternsOf = (hosts: readonly string[]) => hosts.map((host) => `https://${host}/*`);
  const patterns = patternsOf(sampleHosts);
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...patterns, ...patternsOf(granted)];
  // The sample site has no adapter: it gets what sites without one get, which the manifest declares last.
  const declared = manifest.content_scripts?.at(-1);
  if (declared) manifest.content_scripts?.push({ ...declared, matches: patterns });
  writeFileSync(file, JSON.stringify(manifest));
  return sample;
}
