// One small content script a site, so that a page loads the adapter of its own site and no other.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import type { Browser } from 'wxt/browser';
import { genericSites } from '../lib/sites/generic-sites.ts';
import { siteAdapters } from '../lib/sites/registry.ts';
import { recordBundledPackages } from './package/licences.ts';

type Manifest = Browser.runtime.Manifest;

const contentScript = 'page-content.js';
const findScriptPath = (id: string): string => `content-scripts/sites/${id}.js`;

/** Builds each adapter into a script that leaves it in `globalThis.marqueeSite`; a hook of WXT's (`build:publicAssets`). */
export async function addSiteScripts(wxt: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  const root = wxt.config.root;
  for (const { id } of siteAdapters) {
    const relativeDest = findScriptPath(id);
    const absoluteSrc = join(wxt.config.wxtDir, relativeDest);
    await mkdir(dirname(absoluteSrc), { recursive: true });
    await writeFile(absoluteSrc, await buildSiteScript(root, id));
    files.push({ absoluteSrc, relativeDest });
  }
}

/** Declares the content script, on the pages of a site behind that site's own; a hook of WXT's (`build:manifestGenerated`). */
export function declareSiteScripts(_wxt: Wxt, manifest: Manifest): void {
  manifest.content_scripts = [
    ...siteAdapters.map(({ id, matches }) => ({ matches, js: [findScriptPath(id), contentScript] })),
    { matches: genericSites.flatMap(({ matches }) => matches), js: [contentScript] },
  ];
}

async function buildSiteScript(root: string, id: string): Promise<string> {
  const entry = `\0site:${id}`;
  const adapter = join(root, 'lib', 'sites', `${id}.ts`);
  const source = `import * as module from ${JSON.stringify(adapter)}; globalThis.marqueeSite = module.${id};`;
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [
      recordBundledPackages(),
      {
        name: 'site-entry',
        resolveId: (name) => (name === entry ? entry : null),
        load: (name) => (name === entry ? source : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  const chunks = [output].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const [chunk] = chunks.filter((file) => file.type === 'chunk');
  if (!chunk) throw new Error(`The adapter ${id} gave no script`);
  return chunk.code;
}
