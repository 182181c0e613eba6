// Builds a shelf out of files, or looks films up in one.
//   npm run --silent shelf -- build --from vega|csv|json FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
//                             [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
//   npm run --silent shelf -- get --shelf DIR REF…
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRef } from '../lib/films/title-key.ts';
import type { FilmRef } from '../lib/films/types.ts';
import { createShelfBuilder, type ShelfBuilder, type ShelfInfo } from '../lib/shelf/build/build-shelf.ts';
import { readCsvFilms, readJsonFilms, type TableReport } from '../lib/shelf/build/table.ts';
import { parseVegaMovies, starterInfo } from '../lib/shelf/build/vega.ts';
import { minFilmsPerPublishedShard } from '../lib/shelf/manifest.ts';
import type { ShelfFilm } from '../lib/shelf/types.ts';
import { openDirectoryShelf, writeShelfDirectory } from './shelf-directory.ts';
import { findVegaMovies } from './starter-shelf.ts';

const usage = `Usage:
  shelf build --from vega|csv|json FILE… --out DIR [--id ID] [--name NAME] [--as-of DAY]
        [--licence TERMS] [--attribution WHOM] [--map COLUMN=FIELD]…
  shelf get --shelf DIR REF…`;

/** What the command line asks for cannot be done; the message is for people. */
class UsageError extends Error {}

const options = {
  from: { type: 'string' },
  out: { type: 'string' },
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
      .slice(0, 60) || 'shelf'
  );
}

/** What is told of the shelf, and, where nothing is, what the first file tells: its name, and the day it was last changed. */
async function describeShelf(values: Values, files: string[]): Promise<ShelfInfo> {
  if (values.from === 'vega' && values.id === undefined) return starterInfo;
  const [first = ''] = files;
  const name = values.name ?? basename(first, extname(first));
  const asOf = values['as-of'] ?? (await stat(first)).mtime.toISOString().slice(0, 10);
  if (!/^\d{4}(-\d\d-\d\d)?$/.test(asOf))
    throw new UsageError(`--as-of takes YYYY-MM-DD or YYYY, not "${asOf}"`);
  const { licence = null, attribution = null } = values;
  return { id: toId(values.id ?? name), name, asOf, licence, attribution, note: null };
}

async function readFilms(
  kind: string,
  file: string,
  builder: ShelfBuilder,
  info: ShelfInfo,
  values: Values,
): Promise<object> {
  const table = {
    info,
    mapping: parseMapping(values.map ?? []),
    onFilm: (film: ShelfFilm) => void builder.add(film),
  };
  if (kind === 'csv')
    return { file, ...(await readCsvFilms(createReadStream(file, 'utf8'), table)) } satisfies TableReport & {
      file: string;
    };
  const text = await readFile(file, 'utf8');
  if (kind === 'json') return { file, ...readJsonFilms(text, table) };
  const { films, dropped } = parseVegaMovies(JSON.parse(text));
  for (const film of films) builder.add(film);
  return { file, rows: films.length, dropped };
}

async function build(values: Values, given: string[]): Promise<object> {
  const { from, out } = values;
  if (from === undefined || !['vega', 'csv', 'json'].includes(from))
    throw new UsageError('--from takes vega, csv or json');
  if (out === undefined) throw new UsageError('--out is missing');
  const files = given.length === 0 && from === 'vega' ? [findVegaMovies()] : given;
  if (files.length === 0) throw new UsageError('no file is given');
  const info = await describeShelf(values, files);
  const builder = createShelfBuilder();
  const reports: object[] = [];
  for (const file of files) reports.push(await readFilms(from, file, builder, info, values));
  const shelf = await builder.finish(info, { minFilmsPerShard: minFilmsPerPublishedShard });
  await writeShelfDirectory(out, shelf);
  const { shards, ...manifest } = shelf.manifest;
  const bytes = [...shelf.shards.values()].reduce((total, shard) => total + shard.byteLength, 0);
  return { out, ...manifest, shards: Object.keys(shards).length, bytes, files: reports };
}

/** The ref as a shelf knows it: a title folded. */
function toRef(text: string): FilmRef {
  const ref = parseRef(text);
  if (!ref)
    throw new UsageError(
      `"${text}" is no ref: imdb:tt1798709, wikidata:Q788822, title:her:2013, title:her …`,
    );
  return ref.year === null ? `${ref.kind}:${ref.value}` : `${ref.kind}:${ref.value}:${ref.year}`;
}

async function get({ shelf: directory }: Values, texts: string[]): Promise<object> {
  if (directory === undefined) throw new UsageError('--shelf is missing');
  if (texts.length === 0) throw new UsageError('no ref is given');
  const refs = texts.map(toRef);
  const shelf = await openDirectoryShelf(directory);
  const found = await shelf.lookUp(refs);
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
