// The table that `npm start` prints: for each page its films, and its badges before and after the click.
import type { Stop } from './sample-stops.ts';

/** The badges of a page, and how many of them show a score. */
export interface Count {
  badges: number;
  scored: number;
}

export interface Visit {
  stop: Stop;
  before: Count;
  after: Count;
}

/** Says what is wrong with a page; null if nothing is. */
export function describeFault({ stop, before, after }: Visit): string | null {
  const most = Math.max(before.badges, after.badges);
  if (most > stop.films) return stop.films === 0 ? 'must have no badge' : 'has more badges than films';
  if (after.badges < stop.badges) return `must have ${stop.badges} badges`;
  if (after.scored < stop.scored) return `must have ${stop.scored} scores`;
  return before.scored > after.scored ? 'lost scores' : null;
}

function formatCells(name: string, cells: (string | number)[], fault: string | null = null): string {
  const columns = cells.map((cell) => String(cell).padStart(9));
  return `${fault === null ? ' ' : '✗'} ${name.padEnd(30)}${columns.join('')}${fault === null ? '' : `  ${fault}`}`;
}

/** The two lines above the rows. */
export const formatHeader = (): string =>
  [
    `${' '.repeat(41)}${'before the click'.padStart(18)}${'after it'.padStart(18)}`,
    formatCells('page', ['films', 'badges', 'scores', 'badges', 'scores']),
  ].join('\n');

/** One page; a page with a fault is marked and says what it is. */
export function formatRow(visit: Visit): string {
  const { stop, before, after } = visit;
  const cells = [stop.films, before.badges, before.scored, after.badges, after.scored];
  return formatCells(new URL(stop.url).pathname, cells, describeFault(visit));
}

/** "14 pages with films, 4 without; 100 of 170 films have a score before the click, 160 after it." */
export function formatTotals(visits: Visit[]): string {
  const withFilms = visits.filter(({ stop }) => stop.films > 0);
  const sum = (count: (visit: Visit) => number) => visits.reduce((total, visit) => total + count(visit), 0);
  const films = sum(({ stop }) => stop.films);
  const [before, after] = [sum((visit) => visit.before.scored), sum((visit) => visit.after.scored)];
  return (
    `${withFilms.length} pages with films, ${visits.length - withFilms.length} without. ` +
    `Of ${films} films, ${before} have a score before the click and ${after} after it.`
  );
}
