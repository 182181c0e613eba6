// Fills the generated sections of README.md; with --check, says whether they are as they would be filled.
// What is measured (accuracy, bench) comes from the last run on this machine and is left as it is where there was none.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { reviewSources } from '../lib/reviews/sources/registry.ts';
import { starterInfo } from '../lib/catalogue/builder/vega.ts';
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

/** The figures of the bench that the README shows, with what they are; the bench prints ten times as many. */
const shownFigures: [name: string, meaning: string][] = [
  ['content-script-gzip/no-adapter', 'what a page loads, gzip'],
  ['content-script-gzip/with-all-that-films-need', 'the same on a page whose text names films'],
  [
    'corpus-detect-to-character-walk/median',
    'reading a page beside a walk that reads every character, median',
  ],
  ['corpus-detect-cold-per-MB', 'the first reading, a megabyte of saved film pages'],
  ['corpus-cold-walk-per-MB', 'such a walk, the first time, a megabyte of the same pages'],
  ['corpus-detect-cold-longest-slice', 'the longest slice of any first reading'],
  ['detect-cold-per-MB/prose-of-5-mb', 'the first reading, a megabyte of prose without films'],
  ['libraries/mark.js-to-detect', 'mark.js with 100 titles beside it'],
  ['libraries/findAndReplaceDOMText-to-detect', 'findAndReplaceDOMText with 100 titles beside it'],
  ['last-badge-after/list-of-250', 'a list of 250: the last badge'],
  ['main-thread/list-of-250', 'a list of 250: on the main thread, reading and drawing'],
  ['longest-task/list-of-250', 'a list of 250: the longest task'],
  ['script-duration/page-without-films', 'a page without films: in script'],
  ['popup-first-paint', 'the popup: first paint'],
  ['catalogue-10000/look-up-250', 'looking 250 ids up in a catalogue of 10,000'],
  ['catalogue-100000/look-up-250', 'looking 250 ids up in a catalogue of 100,000'],
  ['catalogue-1000000/look-up-250', 'looking 250 ids up in a catalogue of 1,000,000'],
  [
    'catalogue-1000000/look-up-250-films',
    'the same of films with their ids, titles and years, as a page names them',
  ],
  ['catalogue-1000000/import-per-100000-rows', 'a catalogue of 1,000,000: import of 100,000 rows'],
  ['catalogue-1000000/import-memory-growth', 'a catalogue of 1,000,000: memory while it is imported'],
  ['log-100000/first-paint', 'a log of 100,000 entries: first paint'],
  ['log-100000/key/blocks/median', 'a log of 100,000 entries: a letter in the search blocks'],
  ['log-100000/key/result/median', 'a log of 100,000 entries: a letter to its result'],
];

function formatBench(): string | null {
  const lines = readMeasured('bench.txt')?.split('\n');
  if (!lines) return null;
  const figures = new Map(
    lines.map((line) => line.trim().split(/\s+/)).map(([name, ...rest]) => [name, rest]),
  );
  const rows = shownFigures.flatMap(([name, meaning]) => {
    const [value, ...unit] = figures.get(name) ?? [];
    return value === undefined ? [] : [[meaning, `${value} ${unit.join(' ')}`.replace(/ ratio$/, ' times')]];
  });
  return formatTable([['figure, in Chromium on two cores', ''], ...rows]);
}

function listSections(): Section[] {
  return [
    { name: 'sources', text: formatSources(), isFixed: true },
    { name: 'sites', text: formatSites(), isFixed: true },
    { name: 'accuracy', text: readMeasured('accuracy.md'), isFixed: false },
    { name: 'bench', text: formatBench(), isFixed: false },
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
