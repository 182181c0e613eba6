// Copies a build and lets the copy also run on the sample site: the same code with more hosts.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleHosts } from '../../tests/site/server.ts';
import type { Target } from '../build.ts';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[]; js?: string[] }[];
}

/**
 * Writes `.output/TARGET-mv3-sample` next to the build. Returns its folder. Throws if there is no build. With `granted`
 * it writes `TARGET-mv3-granted` instead, which also has permission for those hosts: a test cannot answer the browser's
 * permission prompt, so the manifest grants them.
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
  // The sample site has no adapter, so it gets the scripts of such sites, which the manifest declares last.
  const declared = manifest.content_scripts?.at(-1);
  if (declared) manifest.content_scripts?.push({ ...declared, matches: patterns });
  writeFileSync(file, JSON.stringify(manifest));
  return sample;
}
