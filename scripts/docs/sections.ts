import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reviewSources } from '../../lib/reviews/sources/registry.ts';
import { pictureOrigins } from '../../lib/reviews/sources/tmdb-pictures.ts';
import { formatNames } from '../../lib/transfer/format-names.ts';
import { formats } from '../../lib/transfer/formats/registry.ts';
import { genericSites } from '../../lib/sites/generic-sites.ts';
import { siteAdapters } from '../../lib/sites/registry.ts';
import type { MeasuredIdentity } from '../catalogue/measure.ts';
import { shownFigures } from './figures.ts';
import { listIdentityTables } from './identity.ts';
import { listFaultRows } from './reliability.ts';
import { measureScore, mutatedModules, readCounts } from './mutation.ts';

/** A generated part of a document, between two marks. */
export interface Section {
  name: string;
  /** The path of its document, relative to the project. */
  page: string;
  /** Null if there is nothing to write: the document keeps its text. */
  text: string | null;
  /** Whether a checkout gives the same text on every machine. False for measured figures. */
  isFixed: boolean;
}

const root = resolve(import.meta.dirname, '..', '..');

/** Returns a Markdown table as Prettier formats it, with cells padded to the width of their column. */
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

/** Every generated section of the documents, with its text of today. */
export function listSections(): Section[] {
  return [
    { name: 'sources', page: 'README.md', text: formatSources(), isFixed: true },
    { name: 'sites', page: 'docs/sites.md', text: formatSites(), isFixed: true },
    { name: 'import-formats', page: 'docs/import-formats.md', text: formatImportFormats(), isFixed: true },
    {
      name: 'reliability',
      page: 'docs/reliability.md',
      text: formatTable([['fault', 'what happens', 'test'], ...listFaultRows(root)]),
      isFixed: true,
    },
    { name: 'accuracy', page: 'docs/accuracy.md', text: readMeasured('accuracy.md'), isFixed: false },
    {
      name: 'accuracy-fresh',
      page: 'docs/accuracy.md',
      text: readMeasured('accuracy-fresh.md'),
      isFixed: false,
    },
    { name: 'identity', page: 'docs/accuracy.md', text: formatIdentity(), isFixed: false },
    { name: 'bench', page: 'docs/benchmarks.md', text: formatBench(), isFixed: false },
    { name: 'mutation', page: 'docs/benchmarks.md', text: formatMutation(), isFixed: false },
  ];
}

function formatSites(): string {
  const rows = [...siteAdapters, ...genericSites].map(({ name, matches, pages }) => {
    const kinds = [...new Set(pages.map(({ kind }) => kind))];
    return [name, formatHosts(matches), kinds.join(', ') || 'any'];
  });
  return formatTable([['site', 'addresses', 'kinds of page'], ...rows]);
}

function formatImportFormats(): string {
  const rows = formats
    .map(({ id, notes: { files, read, left } }) => [formatNames[id], files, read, left])
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
  return formatTable([['from', 'files', 'what is imported', 'what is left out'], ...rows]);
}

function formatSources(): string {
  const builtIn = ['Built-in film data', 'the package', 'always; scores of Rotten Tomatoes as of 2020'];
  const live = reviewSources.map(({ name, origins, needsKey }) => [
    name,
    formatHosts(origins),
    needsKey ? 'once you switch it on, with your own key' : 'once you switch it on',
  ]);
  const pictures = ['Pictures of TMDB', formatHosts(pictureOrigins), 'once you switch them on'];
  return formatTable([['source', 'read from', 'when'], builtIn, ...live, pictures]);
}

/** Returns the hosts of match patterns without duplicates, each as code. */
function formatHosts(patterns: readonly string[]): string {
  const hosts = patterns.map((pattern) => pattern.split('/')[2]?.replace(/^\*\./, '') ?? pattern);
  return [...new Set(hosts)].map((host) => `\`${host}\``).join(', ');
}

function formatIdentity(): string | null {
  const measured = readMeasured('identity.json');
  if (measured === null) return null;
  const tables = listIdentityTables(JSON.parse(measured) as MeasuredIdentity);
  return tables.map(({ heading, rows }) => `${heading}\n\n${formatTable(rows)}`).join('\n\n');
}

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
  return formatTable([['figure', 'value'], ...rows]);
}

/** Returns a table of the modules measured on this machine; null if there are none. */
function formatMutation(): string | null {
  const rows = Object.entries(mutatedModules).flatMap(([name, { folder }]) => {
    const report = join(root, '.output', 'mutation', `${name}.json`);
    if (!existsSync(report)) return [];
    const counts = readCounts(report);
    const { killed, survived, uncovered, ignored } = counts;
    const day = statSync(report).mtime.toISOString().slice(0, 10);
    return [
      [`\`${folder}\``, `${measureScore(counts).toFixed(1)} %`, killed, survived, uncovered, ignored, day],
    ];
  });
  if (rows.length === 0) return null;
  const head = [
    'module',
    'score',
    'killed',
    'survived',
    'of these, in code no test runs',
    'left out',
    'measured',
  ];
  return formatTable([head, ...rows.map((row) => row.map(String))]);
}

/** Returns the text that a run on this machine wrote into `.output`; null if there was no run. */
function readMeasured(file: string): string | null {
  const path = join(root, '.output', file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
