// Measures which film Marquee takes a title for, with each film in the built-in catalogue and with it left out.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { foldTitle } from '../../lib/films/titles/title-key.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { candidateKeys, matchFilm } from '../../lib/films/matching.ts';
import { findLastYear } from '../../lib/catalogue/manifest.ts';
import type { Catalogue } from '../../lib/catalogue/types.ts';
import type { Film, Match, SightedHint } from '../../lib/films/types.ts';
import type { TableFilm } from './read-films-table.ts';
import { isOneFilm } from './leave-one-out.ts';

/** Where the result is kept for `npm run docs`. */
const measuredIdentity = resolve(import.meta.dirname, '../../.output/identity.json');

/** A film, and a name and year under which a page may name it. */
export interface NamedFilm {
  film: Film;
  title: string;
  year: number;
  /** Whether the catalogue has the film. */
  isKnown: boolean;
}

/** What became of the hints of one row, in numbers of hints. */
export interface IdentityRow {
  page: string;
  isPresent: boolean;
  all: number;
  sureRight: number;
  sureWrong: number;
  unsureRight: number;
  unsureWrong: number;
  asked: number;
  none: number;
  /** Of the wrong ones those that rest on a year one off. */
  nearWrong: number;
}

/** A kind of page: what it gives of a film, and whether the catalogue has the film. */
interface PageKind {
  page: string;
  isPresent: boolean;
  /** The year that the page gives. `at` is the film's place in the sample, so that every other one is a year early. */
  yearOf: (year: number, at: number) => number | null;
}

const same = (year: number): number => year;
const none = (): null => null;
const oneOff = (year: number, at: number): number => year + (at % 2 === 0 ? 1 : -1);

const pageKinds: PageKind[] = [
  { page: 'title and year', isPresent: true, yearOf: same },
  { page: 'title and a year one off', isPresent: true, yearOf: oneOff },
  { page: 'title alone', isPresent: true, yearOf: none },
  { page: 'title and year', isPresent: false, yearOf: same },
  { page: 'title and a year one off', isPresent: false, yearOf: oneOff },
  { page: 'title alone', isPresent: false, yearOf: none },
];

const namesAtOnce = 500;

const makeRow = ({ page, isPresent }: PageKind): IdentityRow => ({
  page,
  isPresent,
  all: 0,
  sureRight: 0,
  sureWrong: 0,
  unsureRight: 0,
  unsureWrong: 0,
  asked: 0,
  none: 0,
  nearWrong: 0,
});

/** Adds a match to a row. A match with another film than the named one is wrong. */
function countMatch(row: IdentityRow, film: Film, match: Match): void {
  row.all += 1;
  if (match.kind === 'ambiguous') row.asked += 1;
  if (match.kind === 'unknown') row.none += 1;
  if (match.kind !== 'film') return;
  const isRight = row.isPresent && isOneFilm(film, match.film);
  row[`${match.certainty}${isRight ? 'Right' : 'Wrong'}`] += 1;
  if (!isRight && match.reason === 'title-and-near-year') row.nearWrong += 1;
}

/** Returns which film each hint means where the catalogue lacks the film at the same place of `leftOut`. */
async function matchWithout(
  leftOut: (Film | null)[],
  hints: SightedHint[],
  catalogue: Catalogue,
): Promise<Match[]> {
  const keys = hints.map(({ hint }) => candidateKeys(hint));
  const found = await catalogue.lookUp([...new Set(keys.flat())]);
  const around = { coversUntil: findLastYear([catalogue]), pageYears: [] };
  return hints.map((sighted, at) => {
    const without = leftOut[at] ?? null;
    const films = (keys[at] ?? []).flatMap((key) => found.get(key) ?? []).map(({ film }) => film);
    const candidates = without === null ? films : films.filter((film) => !isOneFilm(without, film));
    return matchFilm(sighted, [...new Set(candidates)], around);
  });
}

async function measurePart(
  names: NamedFilm[],
  kind: PageKind,
  row: IdentityRow,
  catalogue: Catalogue,
): Promise<void> {
  const hints = names.map(({ title, year }, at) => formatTypedHint(title, kind.yearOf(year, at)));
  const leftOut = names.map(({ film }) => (kind.isPresent ? null : film));
  const matches = await matchWithout(leftOut, hints, catalogue);
  for (const [at, match] of matches.entries()) {
    const film = names[at]?.film;
    if (film) countMatch(row, film, match);
  }
}

/** Returns a row for each kind of page. Of names of films that the catalogue lacks only the rows without the film count. */
export async function measureNames(names: NamedFilm[], catalogue: Catalogue): Promise<IdentityRow[]> {
  const rows: IdentityRow[] = [];
  for (const kind of pageKinds) {
    const row = makeRow(kind);
    const named = kind.isPresent ? names.filter(({ isKnown }) => isKnown) : names;
    for (let start = 0; start < named.length; start += namesAtOnce)
      await measurePart(named.slice(start, start + namesAtOnce), kind, row, catalogue);
    rows.push(row);
  }
  return rows;
}

/** Every fourth film is enough for shares of a tenth of a per cent. */
const everyFilm = 4;

/** The sample of the table by title, and by another title. Shorts are left out: pages seldom name them. */
export function listTableNames(table: TableFilm[]): { own: NamedFilm[]; other: NamedFilm[] } {
  const own: NamedFilm[] = [];
  const other: NamedFilm[] = [];
  const films = table.filter(({ film, form }) => film.year !== null && form !== 'short');
  for (const [at, { film }] of films.entries()) {
    if (at % everyFilm !== 0) continue;
    const named = { film, year: film.year ?? 0, isKnown: true };
    own.push({ ...named, title: film.title });
    const others = [film.originalTitle ?? '', ...film.alternativeTitles].filter(
      (title) => foldTitle(title) !== '' && foldTitle(title) !== foldTitle(film.title),
    );
    const title = others[(at / everyFilm) % Math.max(1, others.length)];
    if (title !== undefined) other.push({ ...named, title });
  }
  return { own, other };
}

/** Reads a list of other origin: a line is title, tab, year, tab, IMDb id. Lines without all three are left out. */
export function readNames(text: string, table: TableFilm[]): NamedFilm[] {
  const byId = new Map(table.flatMap(({ film }) => film.refs.map((ref) => [ref, film] as const)));
  return text.split(/\r?\n/).flatMap((line) => {
    const [title = '', year = '', id = ''] = line.split('\t').map((cell) => cell.trim());
    if (title === '' || !/^\d{4}$/.test(year) || !/^tt\d+$/.test(id)) return [];
    const known = byId.get(`imdb:${id}`);
    const film = known ?? makeFilm({ title, year: Number(year), refs: [`imdb:${id}`] });
    return [{ film, title, year: Number(year), isKnown: known !== undefined }];
  });
}

/** What `measure` stores: the rows of each set of names. */
export type MeasuredIdentity = { names: string; rows: IdentityRow[] }[];

/** Measures the names of the table and of a list, and stores the result for the documents. */
export async function measure(
  table: TableFilm[],
  list: string | undefined,
  catalogue: Catalogue,
): Promise<MeasuredIdentity> {
  const { own, other } = listTableNames(table);
  const measured: MeasuredIdentity = [
    { names: 'the title of the film data', rows: await measureNames(own, catalogue) },
    { names: 'another title of the film data', rows: await measureNames(other, catalogue) },
  ];
  if (list !== undefined) {
    const names = readNames(await readFile(list, 'utf8'), table);
    measured.push({
      names: 'the title and year of another list',
      rows: await measureNames(names, catalogue),
    });
  }
  await mkdir(dirname(measuredIdentity), { recursive: true });
  await writeFile(measuredIdentity, `${JSON.stringify(measured, null, 2)}\n`);
  return measured;
}
