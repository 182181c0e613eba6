// Copies a build and lets the copy run on the sample site too: the same code, more hosts.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleHosts } from '../tests/site/server.ts';
import type { Target } from './build.ts';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[]; js?: string[] }[];
}

/** Writes `.output/TARGET-mv3-sample` next to the build it copies. Returns its folder. Throws where there is no build. */
export function writeSampleBuild(target: Target, root = process.cwd()): string {
  const built = join(root, '.output', `${target}-mv3`);
  const sample = `${built}-sample`;
  rmSync(sample, { recursive: true, force: true });
  cpSync(built, sample, { recursive: true });
  const file = join(sample, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const patterns = sampleHosts.map((host) => `https://${host}/*`);
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...patterns];
  // The sample site has no adapter: what any site gets, without a site's own script before it.
  const annotate = manifest.content_scripts?.[0];
  if (annotate)
    manifest.content_scripts?.push({ ...annotate, matches: patterns, js: annotate.js?.slice(-1) ?? [] });
  writeFileSync(file, JSON.stringify(manifest));
  return sample;
}
