// Fills the generated sections of README.md and docs/. Measured figures (accuracy, benchmarks, mutation) are from the
// last run on this machine; a section without such a run is not changed.
// Usage: npm run docs [-- --check]; --check only says whether the documents are up to date.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { listSections, type Section } from './docs/sections.ts';

const root = resolve(import.meta.dirname, '..');
const picture = join(root, '.output', 'screenshots', 'readme.png');

/** Puts each text between its marks. Throws if a mark is missing. */
export function fillSections(page: string, sections: Pick<Section, 'name' | 'text'>[]): string {
  return sections.reduce((filled, { name, text }) => {
    const start = `<!-- generated: ${name} -->\n`;
    const from = filled.indexOf(start);
    const to = filled.indexOf('<!-- end -->', from);
    if (from < 0 || to < 0) throw new Error(`The document has no section "${name}".`);
    return text === null ? filled : `${filled.slice(0, from)}${start}\n${text}\n\n${filled.slice(to)}`;
  }, page);
}

/** Returns a document with its sections filled, formatted by Prettier. */
async function fillPage(path: string, text: string, sections: Section[]): Promise<string> {
  const config = await resolveConfig(path);
  return format(fillSections(text, sections), { ...config, parser: 'markdown' });
}

async function run(isCheck: boolean): Promise<void> {
  const sections = listSections().map((section) =>
    isCheck && !section.isFixed ? { ...section, text: null } : section,
  );
  for (const [page, ofPage = []] of Object.entries(Object.groupBy(sections, (section) => section.page))) {
    const path = join(root, page);
    const text = readFileSync(path, 'utf8');
    const filled = await fillPage(path, text, ofPage);
    if (!isCheck) writeFileSync(path, filled);
    else if (filled !== text) {
      console.error(`${page} is out of date: run npm run docs.`);
      process.exitCode = 1;
    }
  }
  if (!isCheck && existsSync(picture)) copyFileSync(picture, join(root, 'tests', 'e2e', 'readme.png'));
}

if (process.argv[1]?.endsWith('docs.ts')) await run(process.argv.includes('--check'));
