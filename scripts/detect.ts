// Prints the films in saved pages: one JSON object per page.
// Usage: npm run --silent detect -- --url URL FILE.html [--identify] [--catalogue DIR …]
//        npm run --silent detect -- --list FILES.tsv [--root DIR] [--identify] [--no-review] [--catalogue DIR …]
// --no-review: without reading the review, which takes seconds on large pages in jsdom.
// --identify: with each film the match, which is what the background would show for it.
// --ratings FILE: with IMDb's scores out of title.ratings.tsv.gz, as after an import of it.
// --catalogue (or --shelf): a further catalogue, as `npm run catalogue -- build` writes it, in addition to the built-in one.
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSavedPage, type PageOutput } from './detect-page.ts';
import { openDirectoryCatalogue } from './catalogue/catalogue-directory.ts';
import { openRatingsFile } from './ratings-file.ts';
import { loadBuiltInCatalogue } from './catalogue/built-in-catalogue.ts';

const usage =
  'Usage: detect --url URL FILE.html [--identify [--ratings FILE]] [--catalogue DIR …]\n       detect --list FILES.tsv [--root DIR] [--identify] [--no-review] [--catalogue DIR …]\n' +
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
      identify: { type: 'boolean', default: false },
      'no-review': { type: 'boolean', default: false },
      catalogue: { type: 'string', multiple: true, default: [] },
      ratings: { type: 'string' },
      // The flag's former name.
      shelf: { type: 'string', multiple: true, default: [] },
    },
  });
  const [file, ...rest] = positionals;
  const isOne = values.url !== undefined && file !== undefined && rest.length === 0;
  if (values.list === undefined ? !isOne : file !== undefined)
    throw new Error(`name one file with --url, or a list with --list.\n${usage}`);
  const lines =
    values.list === undefined
      ? []
      : (await readFile(values.list, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  const catalogues = await Promise.all([
    loadBuiltInCatalogue(),
    ...[...values.catalogue, ...values.shelf].map((directory) => openDirectoryCatalogue(directory)),
  ]);
  const ratings = values.ratings === undefined ? undefined : await openRatingsFile(values.ratings);
  const options = { identifies: values.identify, readsReview: !values['no-review'], ratings };
  if (values.list === undefined) {
    print(await readSavedPage(resolve(file ?? ''), values.url ?? '', catalogues, options));
    return;
  }
  const root = values.root ?? dirname(values.list);
  for (const line of lines) {
    const [path = '', url = ''] = line.replace(/^\ufeff/, '').split('\t');
    print({ path, ...(await readSavedPage(join(root, path), url.trim(), catalogues, options)) });
  }
}

try {
  await detect();
} catch (error) {
  console.error(`detect: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
