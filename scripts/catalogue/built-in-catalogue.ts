// The built-in catalogue: one file made of the tables in data/, for the package and for scripts.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import * as v from 'valibot';
import type { BuiltInFilm } from '../../lib/catalogue/built-in/built-in-film.ts';
import { parseTable, readFilmTables } from '../../lib/catalogue/built-in/film-table.ts';
import { openBuiltIn, type BuiltInCatalogue } from '../../lib/catalogue/built-in/open-built-in.ts';
import { builtInCataloguePath } from '../../lib/catalogue/built-in/path.ts';
import { formatReadyLists } from '../../lib/catalogue/built-in/ready-lists.ts';
import { formatBuiltIn } from '../../lib/catalogue/built-in/write-built-in.ts';
import { sliceOf } from '../../lib/catalogue/built-in/slices.ts';

const root = join(import.meta.dirname, '../..');
/** The folder of the tables. */
export const dataFolder = join(root, 'data');
/** A made file is kept here, because making it takes seconds. */
const cacheFolder = join(root, '.cache');
/** The code that decides on the bytes of the file: another version of it makes another file. */
const codeFolders = ['lib/catalogue/built-in', 'lib/films/titles', 'lib/text'];
const codeFiles = ['lib/catalogue/hash.ts', 'lib/catalogue/keys.ts', 'lib/catalogue/format.ts'];

const aboutSchema = v.object({
  coversUntil: v.string(),
  lists: v.array(v.object({ id: v.string(), name: v.string(), source: v.string(), isRanked: v.boolean() })),
});

const readData = (name: string): Promise<string> => readFile(join(dataFolder, name), 'utf8');

/** Returns the films of the tables in data/. */
export async function readBuiltInFilms(): Promise<BuiltInFilm[]> {
  return readFilmTables({ films: await readData('films.tsv'), awards: await readData('awards.tsv') });
}

async function makeFile(): Promise<Uint8Array<ArrayBuffer>> {
  const { coversUntil, lists } = v.parse(aboutSchema, JSON.parse(await readData('about.json')));
  return await formatBuiltIn({
    films: await readBuiltInFilms(),
    coversUntil,
    lists: formatReadyLists(lists, await readData('lists.tsv')),
    series: parseTable(await readData('series.tsv')).map(({ title = '' }) => title),
  });
}

async function listInputs(): Promise<string[]> {
  const code = await Promise.all(
    codeFolders.map(async (folder) => (await readdir(join(root, folder))).map((name) => join(folder, name))),
  );
  const tables = ['films.tsv', 'awards.tsv', 'lists.tsv', 'series.tsv', 'about.json'];
  return [...tables.map((name) => join('data', name)), ...codeFiles, ...code.flat()].filter(
    (path) => !/\.(test|fixture)\.ts$/.test(path),
  );
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await listInputs()).sort())
    hash.update(`${path}\n`).update(await readFile(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Returns the path of the built-in catalogue's file. Makes it if the tables or the code have changed. */
export async function findBuiltInFile(): Promise<string> {
  const path = join(cacheFolder, `built-in-${await hashInputs()}.bin`);
  if (existsSync(path)) return path;
  await mkdir(cacheFolder, { recursive: true });
  const former = (await readdir(cacheFolder)).filter((name) => /^built-in-[0-9a-f]{16}\.bin$/.test(name));
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, await makeFile());
  await rename(unfinished, path);
  for (const name of former) await rm(join(cacheFolder, name), { force: true });
  return path;
}

/** Opens the built-in catalogue. */
export async function loadBuiltInCatalogue(): Promise<BuiltInCatalogue> {
  return await openBuiltIn(sliceOf(new Uint8Array(await readFile(await findBuiltInFile()))));
}

/** WXT hook (`build:publicAssets`): adds the built-in catalogue to the extension's files. */
export async function addBuiltInCatalogue(wxt: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  const absoluteSrc = join(wxt.config.wxtDir, builtInCataloguePath);
  await mkdir(dirname(absoluteSrc), { recursive: true });
  await copyFile(await findBuiltInFile(), absoluteSrc);
  files.push({ absoluteSrc, relativeDest: builtInCataloguePath });
}
