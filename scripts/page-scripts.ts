// Builds the code that runs in web pages as one program in several classic scripts, and declares them in the manifest.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { build, parseAst, type Rolldown } from 'vite';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import type { Browser } from 'wxt/browser';
import {
  findScriptPath,
  pageScripts,
  scriptsOfListedSites,
  type PageScript,
} from '../lib/messaging/page-scripts.ts';
import { genericSites } from '../lib/sites/generic-sites.ts';
import { siteAdapters } from '../lib/sites/registry.ts';
import { recordBundledPackages } from './package/licences.ts';

type Manifest = Browser.runtime.Manifest;
type Chunk = Rolldown.OutputChunk;
interface ChunkFacts extends Pick<Chunk, 'name' | 'fileName' | 'imports'> {
  modules: Record<string, object>;
}

/** One script of the built package. */
export interface BuiltScript {
  /** Its path in the package. */
  path: string;
  code: string;
  /** Its modules by path, with the size of each after tree shaking and before minification, in UTF-16 units. */
  modules: Map<string, number>;
}

const names = Object.keys(pageScripts) as PageScript[];
const sitePrefix = 'site-';
const findSitePath = (id: string): string => `content-scripts/sites/${id}.js`;

/** The paths of all page scripts in the package. */
export const pageScriptPaths: string[] = [
  ...names.map(findScriptPath),
  ...siteAdapters.map(({ id }) => findSitePath(id)),
];

/** WXT hook (`build:publicAssets`): adds the page scripts to the package. */
export async function addPageScripts(wxt: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  for (const { path, code } of await buildPageScripts(wxt.config.root)) {
    const absoluteSrc = join(wxt.config.wxtDir, path);
    await mkdir(dirname(absoluteSrc), { recursive: true });
    await writeFile(absoluteSrc, code);
    files.push({ absoluteSrc, relativeDest: path });
  }
}

/** WXT hook (`build:manifestGenerated`): declares the scripts. Listed sites get everything up to the first badge, other sites the script that looks for films. */
export function declarePageScripts(_wxt: Wxt, manifest: Manifest): void {
  const shared = scriptsOfListedSites.map(findScriptPath);
  manifest.content_scripts = [
    ...siteAdapters.map(({ id, matches }) => ({ matches, js: [...shared, findSitePath(id)] })),
    { matches: genericSites.flatMap(({ matches }) => matches), js: [findScriptPath('content')] },
  ];
}

/** Builds all page scripts. Throws, with advice, if a module would be in two of them or a script would lack an import. */
export async function buildPageScripts(root: string): Promise<BuiltScript[]> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    // These scripts only use browser APIs that are the same everywhere, so they need no polyfill.
    resolve: { alias: { 'wxt/browser': '@wxt-dev/browser' } },
    plugins: [siteEntries(root), recordBundledPackages()],
    build: {
      write: false,
      target: 'es2022',
      // Browsers that have all that these scripts use; older ones would need each colour of light and dark written twice.
      cssTarget: ['chrome126', 'firefox140'],
      minify: true,
      modulePreload: false,
      rolldownOptions: splitIntoScripts(root),
    },
  });
  const chunks = [output]
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .filter((file) => file.type === 'chunk');
  checkChunks(chunks);
  const keys = nameExports(chunks);
  return Promise.all(
    chunks.map(async (chunk) => ({
      path: findPath(chunk.name),
      code: formatScript({ ...chunk, code: await minifyAgain(chunk, keys) }, keys),
      modules: new Map(Object.entries(chunk.modules).map(([id, { renderedLength }]) => [id, renderedLength])),
    })),
  );
}

/** The keys of exports in `marquee`, by file and exported name. */
type Keys = Map<string, string>;

const signs = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Gives every export that Vite has given a short name one of its own, so that it is called the same in all scripts. */
function nameExports(chunks: Pick<Chunk, 'fileName' | 'exports'>[]): Keys {
  const names = chunks.flatMap(({ fileName, exports }) => exports.map((name) => ({ fileName, name })));
  return new Map(
    names.map(({ fileName, name }, at) => [
      `${fileName} ${name}`,
      name.length > 2 ? name : `${signs[at % signs.length]}${'etsl'[Math.floor(at / signs.length)]}`,
    ]),
  );
}

/** What a module takes from others and gives to them: the local name of each, and its key. */
function listShared(code: string, fileName: string, keys: Keys): { local: string; key: string }[] {
  return parseAst(code).body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') return [];
    const file = node.type === 'ImportDeclaration' ? parseFile(node.source.value) : fileName;
    return node.specifiers.flatMap((one) => {
      const outer =
        one.type === 'ImportSpecifier' ? one.imported : one.type === 'ExportSpecifier' ? one.exported : null;
      const name = outer === null ? '' : code.slice(outer.start, outer.end);
      return { local: code.slice(one.local.start, one.local.end), key: keys.get(`${file} ${name}`) ?? name };
    });
  });
}

const parseFile = (source: unknown): string => String(source).replace(/^\.\//, '');

/**
 * Minifies a module that Vite has minified: Terser inlines more and puts functions beside each other, which saves another 3 %
 * after compression. What the scripts share is called by its key, so that the key need not be repeated.
 */
async function minifyAgain(
  { code, fileName }: Pick<Chunk, 'code' | 'fileName'>,
  keys: Keys,
): Promise<string> {
  const compress = {
    passes: 3,
    ecma: 2020,
    keep_fargs: false,
    pure_getters: true,
    hoist_funs: true,
  } as const;
  const shared = listShared(code, fileName, keys).filter(({ key }) => key.length < 3);
  const props = Object.fromEntries(shared.map(({ local, key }) => [`$${local}`, key]));
  const nameCache = { vars: { props } };
  const { code: shorter } = await minify(code, { module: true, ecma: 2020, compress, nameCache });
  if (shorter === undefined) throw new Error('Terser returned no code.');
  return shorter;
}

const findPath = (name: string): string =>
  name.startsWith(sitePrefix)
    ? findSitePath(name.slice(sitePrefix.length))
    : findScriptPath(name as PageScript);

/** Returns the bundler's options: one entry per script; a module goes into the first of `pageScripts` that needs it. */
function splitIntoScripts(root: string): Rolldown.RolldownOptions {
  const findEntry = (name: string): string => join(root, 'entrypoints', 'page', `${name}.ts`);
  const entries = names.map((name): [string, string] => [name, findEntry(name)]);
  const sites = siteAdapters.map(({ id }): [string, string] => [sitePrefix + id, sitePrefix + id]);
  return {
    input: Object.fromEntries([...entries, ...sites]),
    // A script may export more than its entry does: the modules that later scripts import from it.
    preserveEntrySignatures: 'allow-extension',
    output: {
      format: 'es',
      entryFileNames: '[name].js',
      codeSplitting: {
        groups: entries.map(([name, file], at) => ({
          name,
          test: (id: string) => id === file,
          priority: names.length - at,
        })),
      },
    },
  };
}

/** A plugin that creates an entry for each site, which exports the site's adapter as `adapter`. */
function siteEntries(root: string): Rolldown.Plugin {
  const mark = '\0';
  return {
    name: 'site-entries',
    resolveId: (name) => (name.startsWith(sitePrefix) ? mark + name : null),
    load(name) {
      if (!name.startsWith(mark + sitePrefix)) return null;
      const id = name.slice(mark.length + sitePrefix.length);
      return `export { ${id} as adapter } from ${JSON.stringify(join(root, 'lib', 'sites', `${id}.ts`))};`;
    },
  };
}

/** Returns the scripts that are loaded into a page before this one. */
function listEarlier(name: string): readonly string[] {
  if (name.startsWith(sitePrefix)) return scriptsOfListedSites;
  return name === 'content' ? [] : ['content', ...pageScripts[name as PageScript]];
}

/** Throws, with advice, if there is an extra chunk, a module in two chunks, or a chunk that would lack an import. */
export function checkChunks(chunks: ChunkFacts[]): void {
  for (const { name, fileName, imports, modules } of chunks) {
    if (!names.includes(name as PageScript) && !name.startsWith(sitePrefix))
      throw new Error(
        `These modules are needed by several page scripts and would be in none of them:\n${Object.keys(modules).join('\n')}\n` +
          'Export what is needed of them from a script that is loaded before those (entrypoints/page/reader.ts).',
      );
    const missing = imports.filter((file) => !listEarlier(name).includes(parseName(file)));
    if (missing.length > 0)
      throw new Error(
        `${fileName} takes modules from ${missing.join(', ')}: add it to what has to be loaded before, in lib/messaging/page-scripts.ts, or move the modules.`,
      );
  }
  const all = chunks.flatMap(({ modules }) => Object.keys(modules));
  const twice = all.filter((id, at) => all.indexOf(id) !== at);
  if (twice.length > 0) throw new Error(`These modules are in two page scripts:\n${twice.join('\n')}`);
}

const parseName = (file: string): string => file.replace(/^\.\/|\.js$/g, '');
const findKey = (file: string): string => (file.startsWith(sitePrefix) ? 'site' : parseName(file));

const formatPair = (key: string, local: string): string => (key === local ? key : `${key}:${local}`);

/**
 * Returns a module's code as a classic script. Its exports become a property of `marquee`, the one global of all page
 * scripts, and its imports are read from there. `var`, because a page's element with that id would answer otherwise.
 */
function formatScript({ code, fileName }: Pick<Chunk, 'code' | 'fileName'>, keys: Keys): string {
  const taken: string[] = [];
  const given: string[] = [];
  let body = code;
  for (const node of parseAst(code).body.toReversed()) {
    if (node.type === 'ImportDeclaration') {
      const parts = node.specifiers.map((one) => {
        if (one.type !== 'ImportSpecifier')
          throw new Error(`${fileName}: cannot take ${code.slice(one.start, one.end)}`);
        const name = code.slice(one.imported.start, one.imported.end);
        return formatPair(keys.get(`${parseFile(node.source.value)} ${name}`) ?? name, one.local.name);
      });
      taken.push(`const{${parts.join()}}=marquee.${findKey(String(node.source.value))};`);
    } else if (node.type === 'ExportNamedDeclaration') {
      for (const { exported, local } of node.specifiers)
        given.push(
          formatPair(
            keys.get(`${fileName} ${code.slice(exported.start, exported.end)}`) ?? '',
            code.slice(local.start, local.end),
          ),
        );
    } else continue;
    body = body.slice(0, node.start) + body.slice(node.end);
  }
  const key = findKey(fileName);
  const install = `${taken.join('')}${body.trim().replace(/;?$/, ';')}marquee.${key}={${given.join()}}`;
  return `var marquee=marquee||{};(()=>{"use strict";if(!marquee.${key}){${install}}return marquee.${key}.run?.()})()\n`;
}
