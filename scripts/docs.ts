// Fills the generated sections of README.md; with --check, says whether they are as they would be filled.
// What is measured (accuracy, bench) comes from the last run on this machine and is left as it is where there was none.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { reviewSources } from '../lib/reviews/sources/registry.ts';
import { starterInfo } from '../lib/shelf/build/vega.ts';
import { genericSites } from '../lib/sites/generic-sites.ts';
import { siteAdapters } from '../lib/sites/registry.ts';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const picture = join(root, '.output', 'screenshots', 'readme.png');

interface Section {
  name: string;
  /** Null: nothing to write; what stands there stays. */
  text: string | null;
  /** Whether the same checkout gives the same text on every machine. */
  isFixed: boolean;
}

/** Puts each text between its marks. Throws where a mark is missing. */
export function fillSections(page: string, sections: Pick<Section, 'name' | 'text'>[]): string {
  return sections.reduce((filled, { name, text }) => {
    const start = `<!-- generated: ${name} -->\n`;
    const from = filled.indexOf(start);
    const to = filled.indexOf('<!-- end -->', from);
    if (from < 0 || to < 0) throw new Error(`README.md has no section "${name}".`);
    return text === null ? filled : `${filled.slice(0, from)}${start}\n${text}\n\n${filled.slice(to)}`;
  }, page);
}

/** A table as Prettier leaves it: cells padded to the width of their column. */
export function formatTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}

function formatSites(): string {
  const rows = [...siteAdapters, ...genericSites].map(({ name, matches, pages }) => {
    const hosts = [
      ...new Set(matches.map((pattern) => pattern.split('/')[2]?.replace(/^\*\./, '') ?? pattern)),
    ];
    const kinds = [...new Set(pages.map(({ kind }) => kind))];
    return [name, hosts.map((host) => `\`${host}\``).join(', '), kinds.join(', ') || 'generic'];
  });
  return formatTable([['site', 'addresses', 'pages'], ...rows]);
}

function formatSources(): string {
  const starter = [starterInfo.name, 'this package', `${starterInfo.asOf} sample`, starterInfo.licence ?? ''];
  const live = reviewSources.map(({ name, origins, needsKey, policy }) => {
    const hosts = [...new Set(origins.map((pattern) => pattern.split('/')[2] ?? pattern))];
    const asks = needsKey ? 'once switched on, with your own key' : 'once switched on';
    return [name, hosts.map((host) => `\`${host}\``).join(', '), asks, policy.licence ?? ''];
  });
  return formatTable([['source', 'read from', 'when', 'licence'], starter, ...live]);
}

/** The page with its sections filled, as Prettier leaves it. */
async function formatReadme(page: string, sections: Pick<Section, 'name' | 'text'>[]): Promise<string> {
  const config = await resolveConfig(readme);
  return format(fillSections(page, sections), { ...config, parser: 'markdown' });
}

function readMeasured(file: string): string | null {
  const path = join(root, '.output', file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

function fence(text: string | null): string | null {
  return text === null ? null : `\`\`\`\n${text}\n\`\`\``;
}

function listSections(): Section[] {
  return [
    { name: 'sources', text: formatSources(), isFixed: true },
    { name: 'sites', text: formatSites(), isFixed: true },
    { name: 'accuracy', text: readMeasured('accuracy.md'), isFixed: false },
    { name: 'bench', text: fence(readMeasured('bench.txt')), isFixed: false },
  ];
}

if (process.argv[1]?.endsWith('docs.ts')) {
  const page = readFileSync(readme, 'utf8');
  if (process.argv.includes('--check')) {
    const fixed = listSections().map(({ name, text, isFixed }) => ({ name, text: isFixed ? text : null }));
    if ((await formatReadme(page, fixed)) !== page) {
      console.error('README.md is not as its sources say: run npm run docs.');
      process.exitCode = 1;
    }
  } else {
    writeFileSync(readme, await formatReadme(page, listSections()));
    if (existsSync(picture)) copyFileSync(picture, join(root, 'tests', 'e2e', 'readme.png'));
  }
}
