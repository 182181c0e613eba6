// Builds a catalogue from files, or looks films up in one. Prints one JSON object.
// Usage:
//   npm run --silent catalogue -- build --from vega|csv|json|imdb FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
//                             [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
//   npm run --silent catalogue -- get [--catalogue DIR] REF… (without a directory: the built-in catalogue)
import { createReadStream, openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRef } from '../lib/films/parse-ref.ts';
import type { FilmRef } from '../lib/films/types.ts';
import {
  createSpillingBuilder,
  type CatalogueInfo,
  type SpillingBuilder,
} from '../lib/catalogue/builder/build-catalogue.ts';
import { describeImdbCatalogue, readImdbFilms, sortImdbFiles } from '../lib/catalogue/builder/imdb.ts';
import { dayOf, type InputFile } from '../lib/catalogue/builder/input-file.ts';
import { readCsvFilms, readJsonFilms, type TableReport } from '../lib/catalogue/builder/table.ts';
import { parseVegaMovies, starterInfo } from '../lib/catalogue/builder/vega.ts';
import { minFilmsPerPublishedShard } from '../lib/catalogue/manifest.ts';
import type { CatalogueFilm } from '../lib/catalogue/types.ts';
import { openDirectoryTarget, openDirectoryCatalogue } from './catalogue-directory.ts';
import { findVegaMovies, loadBuiltInCatalogue } from './built-in-catalogue.ts';

const usage = `Usage:
  catalogue build --from vega|csv|json|imdb FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
        [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
  catalogue get [--catalogue DIR] REF…`;

/** An error in the command line, with a message for the user. */
class UsageError extends Error {}

const options = {
  from: { type: 'string' },
  out: { type: 'string' },
  catalogue: { type: 'string' },
  // The former name of --catalogue.
  shelf: { type: 'string' },
  id: { type: 'string' },
  name: { type: 'string' },
  'as-of': { type: 'string' },
  licence: { type: 'string' },
  attribution: { type: 'string' },
  map: { type: 'string', multiple: true },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function parseMapping(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.lastIndexOf('=');
      if (equals < 1) throw new UsageError(`--map takes COLUMN=FIELD, not "${pair}"`);
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}

function toId(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'catalogue'
  );
}

async function openInput(path: string): Promise<InputFile> {
  const [blob, { mtimeMs }] = await Promise.all([openAsBlob(path), stat(path)]);
  return { name: basename(path), size: blob.size, lastModified: mtimeMs, stream: () => blob.stream() };
}

/** Returns the default name and day of a catalogue: the first file's name and modification date. */
async function describeFiles(kind: string, files: string[]): Promise<CatalogueInfo> {
  if (kind === 'vega') return starterInfo;
  const inputs = await Promise.all(files.map(openInput));
  if (kind === 'imdb') return describeImdbCatalogue(await sortImdbFiles(inputs));
  const [first = ''] = files;
  const name = basename(first, extname(first));
  const asOf = inputs[0] ? dayOf(inputs[0]) : '';
  return { id: toId(name), name, asOf, licence: null, attribution: null, note: null };
}

async function describeCatalogue(values: Values, kind: string, files: string[]): Promise<CatalogueInfo> {
  const known = await describeFiles(kind, files);
  const asOf = values['as-of'] ?? known.asOf;
  if (!/^\d{4}(-\d\d-\d\d)?$/.test(asOf))
    throw new UsageError(`--as-of takes YYYY-MM-DD or YYYY, not "${asOf}"`);
  const name = values.name ?? known.name;
  const id = values.id ?? (values.name === undefined ? known.id : name);
  const { licence = known.licence, attribution = known.attribution } = values;
  return { ...known, id: toId(id), name, asOf, licence, attribution };
}

/** Reads IMDb's files together. Files of other kinds are read one by one. */
async function readImdb(files: string[], builder: SpillingBuilder, info: CatalogueInfo): Promise<object> {
  const inputs = await sortImdbFiles(await Promise.all(files.map(openInput)));
  let report = {};
  for await (const { films, rowsRead, skipped } of readImdbFilms(inputs, { info })) {
    for (const film of films) builder.add(film);
    if (builder.isFull()) await builder.flush();
    report = { rows: rowsRead, leftOut: skipped };
  }
  return { file: inputs.basics.name, ...report };
}

/** What is printed about a table: skipped rows are printed as `leftOut`, the name that earlier versions print. */
const formatReport = (file: string, { skipped, ...report }: TableReport): object => ({
  file,
  ...report,
  leftOut: skipped,
});

async function readFilms(
  kind: string,
  file: string,
  builder: SpillingBuilder,
  info: CatalogueInfo,
  values: Values,
): Promise<object> {
  const table = {
    info,
    mapping: parseMapping(values.map ?? []),
    onFilm: (film: CatalogueFilm) => void builder.add(film),
  };
  if (kind === 'csv') return formatReport(file, await readCsvFilms(createReadStream(file, 'utf8'), table));
  const text = await readFile(file, 'utf8');
  if (kind === 'json') return formatReport(file, readJsonFilms(text, table));
  const { films, dropped } = parseVegaMovies(JSON.parse(text));
  for (const film of films) builder.add(film);
  return { file, rows: films.length, dropped };
}

/** Like `readFilms`, but errors name the file. */
async function readNamed(...[kind, file, ...rest]: Parameters<typeof readFilms>): Promise<object> {
  try {
    return await readFilms(kind, file, ...rest);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}: ${error instanceof SyntaxError ? `not JSON: ${what}` : what}`, {
      cause: error,
    });
  }
}

const kinds = ['vega', 'csv', 'json', 'imdb'];

async function build(values: Values, given: string[]): Promise<object> {
  const { from, out } = values;
  if (from === undefined || !kinds.includes(from))
    throw new UsageError(`--from takes ${kinds.slice(0, -1).join(', ')} or imdb`);
  if (out === undefined) throw new UsageError('--out is missing');
  const files = given.length === 0 && from === 'vega' ? [findVegaMovies()] : given;
  if (files.length === 0) throw new UsageError('name at least one file');
  const info = await describeCatalogue(values, from, files);
  const place = await openDirectoryTarget(out);
  try {
    const builder = createSpillingBuilder(place);
    const reports: object[] = [];
    if (from === 'imdb') reports.push(await readImdb(files, builder, info));
    else for (const file of files) reports.push(await readNamed(from, file, builder, info, values));
    const head = await builder.finish(info, { minFilmsPerShard: minFilmsPerPublishedShard });
    const { manifest, bytes } = await place.publish(head);
    return { out, ...manifest, shards: Object.keys(manifest.shards).length, bytes, files: reports };
  } finally {
    await place.close();
  }
}

/** Returns the ref in the form of catalogues, with a folded title. Throws `UsageError` if the text is not a ref. */
function toRef(text: string): FilmRef {
  const ref = parseRef(text);
  if (!ref)
    throw new UsageError(
      `"${text}" is not a ref: imdb:tt1798709, wikidata:Q788822, title:her:2013, title:her …`,
    );
  return ref.year === null ? `${ref.kind}:${ref.value}` : `${ref.kind}:${ref.value}:${ref.year}`;
}

/** Looks films up in the catalogue of a directory, or in the built-in one. */
async function get({ shelf, catalogue: directory = shelf }: Values, texts: string[]): Promise<object> {
  if (texts.length === 0) throw new UsageError('name at least one film, such as imdb:tt1798709');
  const refs = texts.map(toRef);
  const catalogue = await (directory === undefined
    ? loadBuiltInCatalogue()
    : openDirectoryCatalogue(directory));
  const found = await catalogue.lookUp(refs);
  return Object.fromEntries(texts.map((text, index) => [text, found.get(refs[index] ?? 'title:') ?? []]));
}

async function run(): Promise<object> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (command === 'build') return await build(values, rest);
  if (command === 'get') return await get(values, rest);
  throw new UsageError(usage);
}

try {
  console.log(JSON.stringify(await run()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
