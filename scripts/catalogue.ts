// Builds a catalogue from files, or looks films up in one. Prints one JSON object.
// Usage:
//   npm run --silent catalogue -- build --from csv|json|imdb FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
//                             [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
//   npm run --silent catalogue -- merge --from DIR --out DIR [--keep DIR] (--list: the sources and their files)
//   npm run --silent catalogue -- search [--catalogue DIR] WORD…
//   npm run --silent catalogue -- get [--catalogue DIR] REF… (without a directory: the built-in catalogue)
//   npm run --silent catalogue -- match [--catalogue DIR] FILE.tsv (a line: title, tab, year, tab, director)
//   npm run --silent catalogue -- measure [--names LIST.tsv] (a line: title, tab, year, tab, IMDb id; see docs/accuracy.md)
//   npm run --silent catalogue -- learn [--from FILMS.tsv] (rewrites the risks of titles; default: data/films.tsv)
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRef } from '../lib/films/parse-ref.ts';
import type { FilmRef } from '../lib/films/types.ts';
import {
  createSpillingBuilder,
  type CatalogueInfo,
  type SpillingBuilder,
} from '../lib/catalogue/builder/build-catalogue.ts';
import {
  describeImdbCatalogue,
  readImdbFilms,
  requireBasics,
  sortImdbFiles,
} from '../lib/catalogue/builder/imdb.ts';
import { dayOf } from '../lib/catalogue/builder/input-file.ts';
import { readCsvFilms, readJsonFilms, type TableReport } from '../lib/catalogue/builder/table.ts';
import { minFilmsPerPublishedShard } from '../lib/catalogue/manifest.ts';
import { catalogueSources } from '../lib/catalogue/merge/sources.ts';
import { openTitleSearch } from '../lib/catalogue/search/title-search.ts';
import type { Catalogue, CatalogueFilm } from '../lib/catalogue/types.ts';
import { builtInTable, readFilmsTable } from './catalogue/read-films-table.ts';
import { learn } from './catalogue/learn.ts';
import { match } from './catalogue/match.ts';
import { measure } from './catalogue/measure.ts';
import { openDirectoryTarget, openDirectoryCatalogue } from './catalogue/catalogue-directory.ts';
import { loadBuiltInCatalogue } from './catalogue/built-in-catalogue.ts';
import { openInput } from './ratings-file.ts';
import { mergeCatalogue } from './catalogue/merge-catalogue.ts';

const usage = `Usage:
  catalogue build --from csv|json|imdb FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
        [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
  catalogue merge --from DIR --out DIR [--keep DIR] | merge --list
  catalogue get [--catalogue DIR] REF…
  catalogue match [--catalogue DIR] FILE.tsv
  catalogue learn [--from FILMS.tsv]
  catalogue measure [--names LIST.tsv]
  catalogue search [--catalogue DIR] WORD…`;

/** Films that `search` prints at most, as many as the popup shows. */
const shownMatches = 8;

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
  keep: { type: 'string' },
  list: { type: 'boolean' },
  names: { type: 'string' },
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

/** Returns the default name and day of a catalogue: the first file's name and modification date. */
async function describeFiles(kind: string, files: string[]): Promise<CatalogueInfo> {
  const inputs = await Promise.all(files.map(openInput));
  if (kind === 'imdb') return describeImdbCatalogue(requireBasics(await sortImdbFiles(inputs)));
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
  const inputs = requireBasics(await sortImdbFiles(await Promise.all(files.map(openInput))));
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
  return formatReport(file, readJsonFilms(await readFile(file, 'utf8'), table));
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

const kinds = ['csv', 'json', 'imdb'];

async function build(values: Values, files: string[]): Promise<object> {
  const { from, out } = values;
  if (from === undefined || !kinds.includes(from))
    throw new UsageError(`--from takes ${kinds.slice(0, -1).join(', ')} or imdb`);
  if (out === undefined) throw new UsageError('--out is missing');
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

/** Prints the films that a search as one types would show, a line each, best first. */
async function search({ shelf, catalogue: directory = shelf }: Values, words: string[]): Promise<void> {
  if (words.length === 0) throw new UsageError('name at least one word of a title');
  const catalogue: Catalogue = await (directory === undefined
    ? loadBuiltInCatalogue()
    : openDirectoryCatalogue(directory));
  const titles = await catalogue.readTitles?.();
  if (!titles) throw new Error('this catalogue has no titles to search; it finds films by whole titles only');
  const titleSearch = await openTitleSearch(titles);
  await titleSearch.prepare(() => Promise.resolve());
  const matches = titleSearch.search(words.join(' '), shownMatches);
  const found = await catalogue.lookUp(matches.map(({ ref }) => ref));
  for (const { title, year, ref, otherTitle } of matches)
    console.log(JSON.stringify({ title, year, refs: found.get(ref)?.[0]?.film.refs ?? [ref], otherTitle }));
}

/** Makes the built-in film data of the sources' files, or lists the sources. */
function merge({ from, out, keep, list }: Values): object {
  if (list) return catalogueSources;
  if (from === undefined || out === undefined) throw new UsageError('merge takes --from DIR and --out DIR');
  return mergeCatalogue({ from, out, keep });
}

async function runMatch({ shelf, catalogue: directory = shelf }: Values, [file]: string[]): Promise<null> {
  if (file === undefined) throw new UsageError('name a file: a line is title, tab, year, tab, director');
  const others = directory === undefined ? [] : [await openDirectoryCatalogue(directory)];
  await match(file, [...others, await loadBuiltInCatalogue()]);
  return null;
}

/** Runs a command. Returns what is printed; null if the command printed it. */
async function run(): Promise<object | null> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (command === 'match') return await runMatch(values, rest);
  if (command === 'build') return await build(values, rest);
  if (command === 'merge') return merge(values);
  if (command === 'get') return await get(values, rest);
  if (command === 'learn') return await learn(values.from ?? builtInTable);
  if (command === 'measure')
    return await measure(await readFilmsTable(builtInTable), values.names, await loadBuiltInCatalogue());
  if (command === 'search') {
    await search(values, rest);
    return null;
  }
  throw new UsageError(usage);
}

try {
  const answer = await run();
  if (answer !== null) console.log(JSON.stringify(answer));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
