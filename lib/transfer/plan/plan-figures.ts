import type { ImportPlan, PlanRow } from './plan-types.ts';

/** How many of something the log has afterwards because the files have it, and how many of them it lacks now. */
export interface Figure {
  count: number;
  added: number;
}

/** What is in the log after an import. */
export interface PlanFigures {
  films: Figure;
  entries: Figure;
  ratings: Figure;
  watchlist: Figure;
}

/** Counts what is in the log after an import, rows of undecided films left out. */
export function countFigures({ films, rows }: ImportPlan): PlanFigures {
  const count = (what: PlanRow['what']): Figure => {
    // A mark that a film was seen becomes no entry of its own beside an entry.
    const all = rows.filter((row) => row.what === what && row.reason !== 'seen-before');
    return { count: all.length, added: all.filter(({ kind }) => kind === 'added').length };
  };
  return { films, entries: count('entry'), ratings: count('rating'), watchlist: count('watchlist') };
}

/** The number of rows left out until the user says whether the day or the month comes first. */
export const countWaitingRows = ({ skipped }: ImportPlan): number =>
  skipped.filter(({ reasonKind }) => reasonKind === 'ambiguous-date').length;

/** The number of films about which an import writes something: in their own rows, or on a list. */
export function countWrittenFilms({ steps, lists }: Pick<ImportPlan, 'steps' | 'lists'>): number {
  const films = [...steps, ...lists.flatMap(({ items }) => items)].map(({ film }) => film);
  return new Set(films).size;
}

/** Whether the log has everything that the files have, so that nothing is to be asked or imported. */
export function isAllThere(plan: ImportPlan): boolean {
  const { rows, undecided, conflicts } = plan;
  return rows.length > 0 && countWrittenFilms(plan) + undecided.length + conflicts === 0;
}
