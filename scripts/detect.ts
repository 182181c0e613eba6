// Says which films a saved page is about and mentions, as one JSON object a page on standard output.
// Usage: npm run --silent detect -- --url URL FILE.html [--shelf DIR …]
//        npm run --silent detect -- --list FILES.tsv [--root DIR] [--shelf DIR …]
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSavedPage, type PageOutput } from './detect-page.ts';
import { openDirectoryShelf } from './shelf-directory.ts';
import { loadStarterShelf } from './starter-shelf.ts';

const usage =
  'Usage: detect --url URL FILE.html [--shelf DIR …]\n       detect --list FILES.tsv [--root DIR] [--shelf DIR …]\n' +
  'A line of FILES.tsv: path, tab, address.';

function print(output: PageOutput): void {
  if (output.error !== undefined) console.error(`detect: ${output.path ?? output.url}: ${output.error}`);
  process.stdout.write(`${JSON.stringify(output)}\n`);
}

async function detect(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      list: { type: 'string' },
      root: { type: 'string' },
      shelf: { type: 'string', multiple: true, default: [] },
    },
  });
  const [file, ...rest] = positionals;
  const isOne = values.url !== undefined && file !== undefined && rest.length === 0;
  if (values.list === undefined ? !isOne : file !== undefined) throw new Error(`what to read?\n${usage}`);
  const lines =
    values.list === undefined
      ? []
      : (await readFile(values.list, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  const shelves = await Promise.all([
    loadStarterShelf(),
    ...values.shelf.map((directory) => openDirectoryShelf(directory)),
  ]);
  if (values.list === undefined) {
    print(await readSavedPage(resolve(file ?? ''), values.url ?? '', shelves));
    return;
  }
  const root = values.root ?? dirname(values.list);
  for (const line of lines) {
    const [path = '', url = ''] = line.replace(/^\ufeff/, '').split('\t');
    print({ path, ...(await readSavedPage(join(root, path), url.trim(), shelves)) });
  }
}

try {
  await detect();
} catch (error) {
  console.error(`detect: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
