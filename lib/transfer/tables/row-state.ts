import { findAnswer, findStatus, type Status } from '../../tables/columns/cell-words.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { maxPlaysOfRow } from '../../tables/limits.ts';
import { readDays } from '../../tables/loose-dates.ts';
import type { ReadDay } from '../../tables/dates.ts';
import { readRoughYear } from '../../tables/rough-dates.ts';
import type { TableRow } from '../../tables/table.ts';
import { cellOf, columnOf, type TablePlan } from './plan-cells.ts';

/** What a row says about seeing its film. */
export interface RowState {
  /** Null when the row does not say. */
  status: Status | 'not-watched' | null;
  /** The column that says it. */
  column: string | null;
  days: ReadDay[];
  /** How often the film was seen, if the row says so; at least as many as the days. */
  plays: number | null;
  /** The text of which only the year is certain; null for a date. */
  rough: string | null;
}

const readCount = (cell: string): number | null => {
  const count = /^(\d{1,4})(?:\.0+)?\s?(?:x|×|times?|mal|fois|veces|volte|vezes|回|次|번)?$/i.exec(cell)?.[1];
  return count === undefined || Number(count) > maxPlaysOfRow ? null : Number(count);
};

/** The days and the plain answer in a cell of days: services write "no" or "yes" there, too. */
function readDayCell(
  plan: TablePlan,
  row: TableRow,
): Pick<RowState, 'days' | 'rough'> & { answer: boolean | null } {
  const cell = cellOf(plan, row, 'watchedOn');
  const nothing = { days: [], answer: null, rough: null };
  if (cell === '' || /^unknown$/i.test(cell)) return nothing;
  const answer = plan.isOwn ? null : findAnswer(cell);
  if (answer !== null) return { ...nothing, answer };
  try {
    return { ...nothing, days: readDays(cell, columnOf(plan, 'watchedOn'), plan.days) };
  } catch (error) {
    const isBad = error instanceof RowFault && error.kind === 'bad-date' && !plan.isOwn;
    const day = isBad ? readRoughYear(cell) : null;
    if (day === null) throw error;
    return { ...nothing, days: [{ day, at: null }], rough: cell };
  }
}

/** The days in further columns that are not among the known ones. */
function readMoreDays(plan: TablePlan, row: TableRow, known: ReadDay[]): ReadDay[] {
  const days = plan.moreDays.flatMap((column) => readDays(row.text(column), column, plan.days));
  const seen = new Set(known.map(({ day }) => day));
  return days.filter(({ day }) => !seen.has(day) && Boolean(seen.add(day)));
}

/** What the status of a row and its answers say together: the status first, then "watched", then "watchlist". */
function findRowStatus(
  plan: TablePlan,
  row: TableRow,
  answer: boolean | null,
): Pick<RowState, 'status' | 'column'> {
  const cell = (field: 'status' | 'watched'): string => cellOf(plan, row, field);
  const status = findStatus(cell('status')) ?? (findAnswer(cell('status')) === true ? 'watched' : null);
  if (status !== null) return { status, column: columnOf(plan, 'status') };
  if (plan.mapping.watched !== undefined) {
    const column = plan.mapping.watched;
    const told = findAnswer(cell('watched')) ?? findStatus(cell('watched'));
    if (typeof told === 'string') return { status: told, column };
    return { status: told === true ? 'watched' : told === false ? 'planned' : 'not-watched', column };
  }
  if (answer !== null)
    return { status: answer ? 'watched' : 'not-watched', column: columnOf(plan, 'watchedOn') };
  return { status: null, column: null };
}

/** The number of times that a row states: plays, or rewatches and the first time. */
function findPlays(plan: TablePlan, row: TableRow): number | null {
  const plays = readCount(cellOf(plan, row, 'plays'));
  if (plays !== null) return plays;
  const rewatches = readCount(cellOf(plan, row, 'rewatches'));
  return rewatches === null || rewatches === 0 ? null : rewatches + 1;
}

/** Reads whether and when a film was seen. Throws `RowFault` for a film that is being watched, and for bad dates. */
export function readRowState(plan: TablePlan, row: TableRow, title: string): RowState {
  const { days: first, answer, rough } = readDayCell(plan, row);
  const days = [...first, ...readMoreDays(plan, row, first)];
  const plays = findPlays(plan, row);
  const { status, column } = findRowStatus(plan, row, answer);
  if (status === 'watching' || status === 'paused')
    throw new RowFault('in-progress', column, 'in-progress', shorten(title));
  const { startedColumn } = plan;
  const isStarted = startedColumn !== null && row.text(startedColumn) !== '';
  if (isStarted && days.length === 0 && status === null)
    throw new RowFault('in-progress', startedColumn, 'in-progress', shorten(title));
  const isSeen = days.length > 0 || (plays ?? 0) > 0;
  // A day or a count says more than an answer, which can be one to another question ("Seen before?").
  const isAnswer = column !== columnOf(plan, 'status');
  if (isSeen && (status === 'not-watched' || (status === 'planned' && isAnswer)))
    return { status: null, column, days, plays, rough };
  if (plays === 0 && days.length === 0 && status === null)
    return { status: 'not-watched', column: columnOf(plan, 'plays'), days, plays: null, rough };
  return { status, column, days, plays: plays === 0 ? null : plays, rough };
}
