import { foldTitle } from '../../../films/titles/title-key.ts';
import { compareText } from '../compare-text.ts';
import type { FilmFinder } from '../find-film.ts';
import { palmesDOr } from '../palme-d-or.ts';
import { readCannes } from '../readers/cannes.ts';
import { readOscarNominations } from '../readers/oscars.ts';
import type { FilmFacts, SourceFiles } from '../types.ts';
import { writeTable } from './write-table.ts';

/** One nomination for or win of an award. */
export interface AwardRow {
  film: FilmFacts;
  award: 'Oscar' | 'Cannes';
  /** In the award's own words: "Original Screenplay", "Palme d'Or". */
  category: string;
  /** The year of the festival; of the Oscars the year whose films are honoured. */
  year: number;
  isWon: boolean;
}

function listOscars(files: SourceFiles, finder: FilmFinder): AwardRow[] {
  return readOscarNominations(files).flatMap(({ imdb, category, year, isWon }): AwardRow[] => {
    const film = imdb === null ? null : finder.byImdb(imdb);
    return film ? [{ film, award: 'Oscar', category, year, isWon }] : [];
  });
}

/** A festival shows films of its own year or of the one before; some catalogues have the year of the release. */
const festivalYears = 2;

/** The films that won the Palme d'Or, and those in competition that did not. */
function listCannes(files: SourceFiles, finder: FilmFinder): AwardRow[] {
  const competition = readCannes(files).films;
  const won = palmesDOr.flatMap(({ title, year }): AwardRow[] => {
    const entry = competition.find(
      (film) =>
        film.year === year &&
        [film.english, film.original].some((name) => name !== null && foldTitle(name) === foldTitle(title)),
    );
    const film =
      (entry?.imdb ? finder.byImdb(entry.imdb) : null) ?? finder.byTitle(title, year, festivalYears);
    return film ? [{ film, award: 'Cannes', category: "Palme d'Or", year, isWon: true }] : [];
  });
  const winners = new Set(won.map(({ film }) => film));
  const nominated = competition.flatMap(({ imdb, year }): AwardRow[] => {
    const film = imdb === null ? null : finder.byImdb(imdb);
    if (!film || year === null || winners.has(film)) return [];
    return [{ film, award: 'Cannes', category: "Palme d'Or", year, isWon: false }];
  });
  return [...won, ...nominated];
}

/** Each award of each film once, won if any of its nominations is; sorted. */
function uniteRows(rows: AwardRow[]): AwardRow[] {
  const united = new Map<string, AwardRow>();
  for (const row of rows) {
    const { film, award, category, year } = row;
    const key = [film.title, film.year, film.imdb, award, String(year), category].join('\t');
    if (row.isWon || !united.has(key)) united.set(key, row);
  }
  return [...united].sort(([one], [other]) => compareText(one, other)).map(([, row]) => row);
}

/** All awards of the films of the table. */
export function listAwards(files: SourceFiles, finder: FilmFinder): AwardRow[] {
  return uniteRows([...listOscars(files, finder), ...listCannes(files, finder)]);
}

/** awards.tsv. A film is named by title and year, and by its IMDb id if it is known. */
export function writeAwards(rows: AwardRow[]): string {
  return writeTable(
    ['title', 'year', 'imdb', 'award', 'category', 'awardYear', 'result'],
    rows.map(({ film, award, category, year, isWon }) => [
      film.title,
      film.year,
      film.imdb,
      award,
      category,
      year,
      isWon ? 'won' : 'nominated',
    ]),
  );
}
