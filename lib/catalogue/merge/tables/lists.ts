import { compareText } from '../compare-text.ts';
import type { FilmFinder } from '../find-film.ts';
import { readBallots2022 } from '../readers/sight-and-sound.ts';
import { listTitles } from '../source-film.ts';
import type { FilmFacts, SourceFiles } from '../types.ts';
import type { AwardRow } from './awards.ts';
import { writeTable } from './write-table.ts';

/** A ready-made list of films. */
export interface ReadyList {
  id: string;
  name: string;
  /** Who made the list, and whose table it is taken from. */
  source: string;
  isRanked: boolean;
  films: FilmFacts[];
}

/** The number of films of the Sight and Sound list; more than these have fewer than four ballots. */
const mostBallotFilms = 250;

const oldestFirst = (rows: AwardRow[]): FilmFacts[] =>
  rows
    .toSorted((one, other) => one.year - other.year || compareText(one.film.title, other.film.title))
    .map(({ film }) => film);

/** The films with the most ballots; those with as many as the last one are left out unless all fit. */
function listMostBallots(files: SourceFiles, finder: FilmFinder): FilmFacts[] {
  const ballots = new Map<FilmFacts, number>();
  for (const film of readBallots2022(files).films) {
    const found = film.year === null ? null : finder.byTitle(listTitles(film)[0] ?? '', film.year, 1);
    if (found) ballots.set(found, (ballots.get(found) ?? 0) + (film.fame.ballots ?? 0));
  }
  const ranked = [...ballots].sort(
    ([one, count], [other, otherCount]) => otherCount - count || compareText(one.title, other.title),
  );
  return ranked.slice(0, mostBallotFilms).map(([film]) => film);
}

/** The ready-made lists. Lists of prizes begin with the oldest film, that of the poll with the first place. */
export function listReadyLists(files: SourceFiles, awards: AwardRow[], finder: FilmFinder): ReadyList[] {
  const best = awards.filter(({ award, category }) => award === 'Oscar' && category === 'Best Picture');
  const cannes = awards.filter(({ award, isWon }) => award === 'Cannes' && isWon);
  const academy = 'Academy of Motion Picture Arts and Sciences; table by David V. Lu!!';
  return [
    {
      id: 'cannes-palme-d-or',
      name: "Palme d'Or",
      source: 'Festival de Cannes; written by hand',
      isRanked: false,
      films: oldestFirst(cannes),
    },
    {
      id: 'oscar-best-picture-nominees',
      name: 'Best Picture: nominees',
      source: academy,
      isRanked: false,
      films: oldestFirst(best),
    },
    {
      id: 'oscar-best-picture-winners',
      name: 'Best Picture: winners',
      source: academy,
      isRanked: false,
      films: oldestFirst(best.filter(({ isWon }) => isWon)),
    },
    {
      id: 'sight-and-sound-2022',
      name: 'Sight and Sound 2022',
      source: 'Ballots of critics and directors in the Sight and Sound poll of 2022; table by Kevin Lin',
      isRanked: true,
      films: listMostBallots(files, finder),
    },
  ];
}

/** lists.tsv: one film of a list a line. */
export function writeLists(lists: ReadyList[]): string {
  return writeTable(
    ['list', 'position', 'title', 'year', 'imdb'],
    lists.flatMap(({ id, films }) => films.map((film, at) => [id, at + 1, film.title, film.year, film.imdb])),
  );
}
