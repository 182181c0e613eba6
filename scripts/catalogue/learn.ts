// Learns the risk of titles by leaving each film of the built-in catalogue out in turn, and writes it as code.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { foldTitle, foldWholeTitle } from '../../lib/films/titles/title-key.ts';
import { isWidelyKnown, readTraits, type TitleTraits } from '../../lib/films/titles/title-risk.ts';
import type { Film } from '../../lib/films/types.ts';
import { indexTitles, isOneFilm } from './leave-one-out.ts';
import { readFilmsTable, type TableFilm } from './read-films-table.ts';

const dataFile = resolve(import.meta.dirname, '../../lib/films/titles/title-risk-data.ts');

/** A word is more usual from so many titles on. */
const usualFrom = [10, 20, 60];

/** The words of titles by how usual they are; those in fewer than ten titles are left out. */
function listUsualWords(films: Film[]): string[][] {
  const titles = new Map<string, number>();
  for (const fold of new Set(films.map(({ title }) => foldTitle(title))))
    for (const word of new Set(fold.split('-'))) titles.set(word, (titles.get(word) ?? 0) + 1);
  const sorted = [...titles].sort(([one], [other]) => (one < other ? -1 : 1));
  return usualFrom.map((from, at) =>
    sorted
      .filter(([, count]) => count >= from && count < (usualFrom[at + 1] ?? Infinity))
      .map(([word]) => word),
  );
}

/** Counts by the traits of titles: [words][usualness]. */
type Counts = number[][];
const makeCounts = (): Counts => Array.from({ length: 5 }, () => [0, 0, 0, 0]);
function count(counts: Counts, { words, usualness }: TitleTraits): void {
  const row = counts[words];
  if (row) row[usualness] = (row[usualness] ?? 0) + 1;
}

/** The share of those that went wrong, with half a case added so that a small cell is never free of risk. */
const divide = (wrong: Counts, all: Counts): number[][] =>
  wrong.map((row, words) =>
    row.map((bad, usualness) => Number(((bad + 0.5) / ((all[words]?.[usualness] ?? 0) + 1)).toFixed(4))),
  );

/** A table of risks for little known and for widely known namesakes. */
type Risks = number[][][];

/**
 * The share of films that are taken for a namesake when they are left out of the table, by the traits of their titles,
 * for little and for widely known namesakes. `alone`: of the films whose title at most one other has, since several are
 * never chosen from. `near`: where the namesake is of the year before or after. Shorts are not left out, since pages
 * seldom name them, but they are namesakes.
 */
function learnTitleRisks(
  table: TableFilm[],
  usualness: (word: string) => number,
): { alone: Risks; near: Risks } {
  const index = indexTitles(table.map(({ film }) => film).filter(({ year }) => year !== null));
  const [all, open] = [makeCounts(), makeCounts()];
  const [alone, near] = [[makeCounts(), makeCounts()] as const, [makeCounts(), makeCounts()] as const];
  for (const { film, form } of table) {
    if (film.year === null || form === 'short') continue;
    const traits = readTraits(film.title, usualness);
    const namesakes = (index.get(foldTitle(film.title)) ?? []).filter((other) => !isOneFilm(film, other));
    const [only, ...more] = namesakes;
    count(all, traits);
    if (more.length === 0) count(open, traits);
    if (only !== undefined && more.length === 0) count(alone[isWidelyKnown(only.refs) ? 1 : 0], traits);
    const nearest = namesakes.find((other) => isNearNamesake(film, other));
    if (nearest) count(near[isWidelyKnown(nearest.refs) ? 1 : 0], traits);
  }
  return {
    alone: alone.map((counts) => divide(counts, open)),
    near: near.map((counts) => divide(counts, all)),
  };
}

const isNearNamesake = (film: Film, other: Film): boolean =>
  Math.abs((film.year ?? 0) - (other.year ?? 0)) === 1 &&
  foldWholeTitle(film.title) === foldWholeTitle(other.title);

const formatWords = (words: string[]): string => {
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 100) lines.push(`${word} `);
    else lines[lines.length - 1] = `${line}${word} `;
  }
  return lines.map((line, at) => `'${at === lines.length - 1 ? line.trimEnd() : line}'`).join(' +\n');
};

/** Learns from the table in `films` and rewrites lib/films/titles/title-risk-data.ts. */
export async function learn(films: string): Promise<object> {
  const table = await readFilmsTable(films);
  const usualWords = listUsualWords(table.map(({ film }) => film));
  const usualness = new Map(usualWords.flatMap((words, at) => words.map((word) => [word, at + 1] as const)));
  const { alone, near } = learnTitleRisks(table, (word) => usualness.get(word) ?? 0);
  const code = `// Generated from data/films.tsv by \`npm run catalogue -- learn\`: do not edit.

/** Words in the titles of films: in 10 to 19 titles, in 20 to 59, in 60 or more. */
export const usualWords: readonly string[] = [${usualWords.map(formatWords).join(', ')}];

/**
 * The share of left-out films that are taken for their one namesake: [0 a little known, 1 a widely known namesake]
 * [significant words - 1][how usual the rarest word is].
 */
export const titleRisks: readonly (readonly (readonly number[])[])[] = ${JSON.stringify(alone)};

/** The share of left-out films with a namesake of the year before or after, in the same order. */
export const nearYearRisks: readonly (readonly (readonly number[])[])[] = ${JSON.stringify(near)};
`;
  const config = await resolveConfig(dataFile);
  await writeFile(dataFile, await format(code, { ...config, parser: 'typescript' }));
  return { written: join('lib', 'films', 'titles', 'title-risk-data.ts'), films: table.length, alone, near };
}
