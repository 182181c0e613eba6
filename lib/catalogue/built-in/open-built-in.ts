import { filmDataIdKinds } from '../../films/find-id.ts';
import { isTitleRef, kindOf, titleKey } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import type { ReadSlice } from './slices.ts';
import { CatalogueError } from '../errors.ts';
import { hashKey, shardKeyOf } from '../hash.ts';
import { listFilmTitleKeys } from '../keys.ts';
import type { Catalogue, CatalogueFilm, CatalogueHead } from '../types.ts';
import { decompressText } from './compression.ts';
import { openFilms, type StoredFilms } from './stored-films.ts';
import { parseHead, type BuiltInHead, type SectionName } from './layout.ts';
import { openBuckets, openNames } from './name-index.ts';
import { isPageWhole } from './page-checks.ts';
import { openPartialFile, type PartialFile } from './partial-file.ts';
import { parseReadyLists, type ReadyList } from './ready-lists.ts';
import type { FilmTitles, TitleReading } from '../search/types.ts';
import { readFilmTitles } from './film-titles.ts';

/** The catalogue in the package. */
export interface BuiltInCatalogue extends Catalogue {
  /** The titles to search in. Rejects with `CatalogueError` if they are damaged. */
  readTitles(reading?: TitleReading): Promise<FilmTitles>;
  /** The ready-made lists. Rejects with `CatalogueError` if they are damaged. */
  readLists(): Promise<ReadyList[]>;
  /** The titles of series, sorted. Rejects with `CatalogueError` if they are damaged. */
  readSeries(): Promise<string[]>;
}

/** The first bytes that are read: about the head and all that stands before the titles. */
const firstBytes = 1_310_720;

/** Numbers of films that may have a title key as their main title's, and of those that may have it as another name. */
interface Candidates {
  byTitle: number[];
  byName: number[];
}

/** What a batch of look-ups needs of the file. */
interface OpenFile {
  file: PartialFile;
  films: StoredFilms;
  /** The films that may have a key; each is still to be compared. */
  findCandidates(key: FilmRef): Candidates;
}

const describe = ({ films, coversUntil }: BuiltInHead): CatalogueHead => ({
  format: 'marquee-shelf',
  version: 1,
  id: 'built-in',
  name: 'Built-in film data',
  asOf: coversUntil,
  coversUntil,
  licence: null,
  attribution: null,
  note: null,
  films,
  prefixLength: 0,
  idKinds: [...filmDataIdKinds],
});

function openIndex(file: PartialFile, head: BuiltInHead): OpenFile {
  const section = (name: SectionName): Uint8Array => file.bytes.subarray(...head.sections[name]);
  const findHomes = openBuckets(section('homeCounts'), head.films);
  const findNames = openNames(section('nameCounts'), section('nameEntries'), head.films);
  if (findHomes === null || findNames === null)
    throw new CatalogueError('bad-manifest', 'built-in catalogue: damaged index');
  return {
    file,
    films: openFilms(section, head),
    findCandidates(key) {
      const isTitle = isTitleRef(key);
      if (!isTitle && !(filmDataIdKinds as readonly string[]).includes(kindOf(key)))
        return { byTitle: [], byName: [] };
      const hash = hashKey(key);
      const [from, to] = isTitle ? findHomes(hash) : [0, 0];
      return { byTitle: Array.from({ length: to - from }, (_, at) => from + at), byName: findNames(hash) };
    },
  };
}

async function openFile(readSlice: ReadSlice): Promise<{ head: BuiltInHead; open: OpenFile }> {
  const first = await readSlice(0, firstBytes);
  const head = parseHead(first);
  const file = openPartialFile(readSlice, head.length, first, (bytes, page) =>
    isPageWhole(bytes, page, head.sections.checks[0]),
  );
  await file.load([[0, head.sections.titles[0]]]);
  return { head, open: openIndex(file, head) };
}

/** Whether a film has a key as another name than its main title. */
function isNamed({ film }: CatalogueFilm, key: FilmRef): boolean {
  return isTitleRef(key) ? listFilmTitleKeys(film).includes(key) : film.refs.includes(key);
}

/** Finds the films with a key, the best known first. Reads each film once. */
function createFinder({ films }: OpenFile): (key: FilmRef, candidates: Candidates) => CatalogueFilm[] {
  const known = new Map<number, CatalogueFilm | null>();
  const read = (number: number): CatalogueFilm[] => {
    const film = known.get(number) ?? films.read(number);
    known.set(number, film);
    return film === null ? [] : [film];
  };
  return (key, { byTitle, byName }) => {
    const titled = byTitle.filter((number) => titleKey(films.readMainTitle(number)) === key).flatMap(read);
    const named = byName.flatMap(read).filter((film) => isNamed(film, key));
    return [...titled, ...named].sort((one, other) => (other.known ?? 0) - (one.known ?? 0));
  };
}

async function lookUpKeys(open: OpenFile, keys: FilmRef[]): Promise<Map<FilmRef, CatalogueFilm[]>> {
  const candidates = keys.map((key) => [key, open.findCandidates(key)] as const);
  const numbers = candidates.flatMap(([, { byTitle, byName }]) => [...byTitle, ...byName]);
  await open.file.load(open.films.listRanges(numbers));
  const find = createFinder(open);
  return new Map(candidates.map(([key, which]) => [key, find(key, which)]));
}

/**
 * Opens the built-in catalogue with a reader of its file. Rejects with `CatalogueError` if it is damaged or cut off, and
 * so does a look-up that meets damage.
 */
export async function openBuiltIn(readSlice: ReadSlice): Promise<BuiltInCatalogue> {
  const { head, open } = await openFile(readSlice);
  const readText = async (name: SectionName): Promise<string> => {
    await open.file.load([head.sections[name]]);
    return await decompressText(open.file.bytes.slice(...head.sections[name]));
  };
  return {
    manifest: describe(head),
    revision: head.contentHash.toString(36),
    async lookUp(refs) {
      const found = await lookUpKeys(open, [...new Set(refs.map(shardKeyOf))]);
      return new Map(refs.map((ref) => [ref, found.get(shardKeyOf(ref)) ?? []]));
    },
    async readTitles(reading) {
      await open.file.load([head.sections.titles, head.sections.facts]);
      return await readFilmTitles(open.films, reading);
    },
    readLists: async () => parseReadyLists(await readText('lists')),
    async readSeries() {
      const text = await readText('series');
      return text === '' ? [] : text.split('\n');
    },
  };
}
