// Adds a site, or lists the supported ones.
// Usage: npm run site -- new NAME [HOST]   writes and registers an adapter, samples and a fixture; HOST is www.NAME.com by default
//        npm run site -- list
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { genericSites } from '../lib/sites/generic-sites.ts';
import { siteAdapters } from '../lib/sites/registry.ts';
import type { SiteAdapter } from '../lib/sites/types.ts';

const root = resolve(import.meta.dirname, '..');
const usage = 'Usage: npm run site -- new NAME [HOST]\n       npm run site -- list';

/** Returns the registry with one more adapter, in alphabetical order. Returns the same text if the adapter is in it. */
export function addToRegistry(registry: string, id: string): string {
  const ids = [...registry.matchAll(/^import \{ (\w+) \} from '\.\/\w+\.ts';$/gm)].map(
    ([, known]) => known ?? '',
  );
  const all = [...new Set([...ids, id])].sort();
  const imports = all.map((one) => `import { ${one} } from './${one}.ts';\n`).join('');
  const rest = registry.replace(/^import \{ \w+ \} from '\.\/\w+\.ts';\n/gm, '');
  return imports + rest.replace(/= \[[^\]]*\];/, `= [\n${all.map((one) => `  ${one},\n`).join('')}];`);
}

/** Returns the files of a new site, by their path below lib/sites. They pass the contract test without changes. */
export function makeSiteFiles(id: string, host: string, year: number): Record<string, string> {
  return {
    [`${id}.ts`]: `import type { SiteAdapter } from './types.ts';

export const ${id}: SiteAdapter = {
  id: '${id}',
  name: '${id}',
  matches: ['*://${host}/*'],
  pages: [
    { kind: 'film', path: /^\\/film\\/[\\w-]+/, subject: { title: ['h1'], year: ['.year'] } },
    { kind: 'series', path: /^\\/series\\/[\\w-]+/, subject: { title: ['h1'] } },
    { kind: 'list', path: /^\\/(?:$|\\?|films)/ },
  ],
  rows: [{ item: 'li', title: ['a[href*="/film/"]'], year: ['.year'] }],
};
`,
    [`samples/${id}.ts`]: `import type { SiteSample } from '../types.ts';

export const samples: SiteSample[] = [
  {
    url: 'https://${host}/film/her',
    pageKind: 'film',
    fixture: '${id}-film.html',
    subject: { title: 'Her', year: 2013 },
    films: [{ title: 'Ex Machina', year: 2014 }],
    nonfilms: [],
  },
  { url: 'https://${host}/series/severance', pageKind: 'series', fixture: null },
  { url: 'https://${host}/about', pageKind: null, fixture: null },
];
`,
    [`fixtures/${id}-film.html`]: `<!doctype html>
<!-- After https://${host}/film/her, ${year}: replace with the page's own markup, cut down by hand to 60 lines. -->
<html lang="en">
<body>
<h1>Her</h1> <span class="year">2013</span>
<ul><li><a href="/film/ex-machina">Ex Machina</a> <span class="year">2014</span></li></ul>
</body>
</html>
`,
  };
}

/** Returns a line per site: id, name, hosts, and the kinds of pages, or `generic` without an adapter. */
export function listSites(sites: SiteAdapter[]): string[][] {
  return sites.map(({ id, name, matches, pages }) => {
    const hosts = [...new Set(matches.map((pattern) => pattern.split('/')[2] ?? pattern))];
    const kinds = pages.length > 0 ? [...new Set(pages.map(({ kind }) => kind))].join(', ') : 'generic';
    return [
      id,
      name,
      hosts.length > 2 ? `${hosts[0] ?? ''} and ${hosts.length - 1} more` : hosts.join(', '),
      kinds,
    ];
  });
}

function formatColumns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function addSite(id: string, host: string): void {
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id))
    throw new Error(`"${id}" cannot be an id: use small letters and digits, a letter first.`);
  if (!/^[\w-]+(?:\.[\w-]+)+$/.test(host)) throw new Error(`"${host}" is not a host.`);
  const folder = join(root, 'lib', 'sites');
  const files = Object.entries(makeSiteFiles(id, host, new Date().getFullYear()));
  const there = files.find(([path]) => existsSync(join(folder, path)));
  if (there) throw new Error(`lib/sites/${there[0]} exists already.`);
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  const registry = join(folder, 'registry.ts');
  writeFileSync(registry, addToRegistry(readFileSync(registry, 'utf8'), id));
  console.log(`Written and registered:\n${files.map(([path]) => `  lib/sites/${path}`).join('\n')}`);
  console.log('Next: put the markup of a real page into the fixture, fit the adapter to it, then');
  console.log(`  npx vitest run --project unit lib/sites -t ${id}`);
}

function run([command, name, host, ...rest]: string[]): void {
  if (command === 'list' && name === undefined) {
    const sites = [...siteAdapters, ...genericSites].sort((a, b) => a.id.localeCompare(b.id));
    console.log(formatColumns([['id', 'name', 'hosts', 'pages'], ...listSites(sites)]));
  } else if (command === 'new' && name !== undefined && rest.length === 0)
    addSite(name, host ?? `www.${name}.com`);
  else throw new Error(usage);
}

if (process.argv[1]?.endsWith('site.ts')) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
