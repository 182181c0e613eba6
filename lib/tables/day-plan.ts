import { judgeDateOrder, type FindDay, type ReadDay } from './dates.ts';
import { FileFault, RowFault } from './faults.ts';
import { findLanguageOfDays, listDayTexts, readLooseDay, type DayPlan } from './loose-dates.ts';
import type { DateOrder } from './types.ts';

/** What a column is judged by besides its cells. */
export interface DayOptions {
  findDay: FindDay;
  /** The order that the user chose for dates that leave it open. */
  dateOrder?: DateOrder | undefined;
  /** The cells of the other columns of days, which are asked when the column itself leaves the order open. */
  listOthers?: () => string[];
}

/** How the days of a column are read, and what its dates leave open. */
export interface ColumnDays extends DayPlan {
  /** Whether a date can be two days, and neither the table nor the user tells which. */
  isOpen: boolean;
  /** Whether some dates of the column begin with the day and others with the month. */
  isContradicted: boolean;
}

/**
 * How the days of a whole column are read: one order of day and month, and one language. The column tells the order, else all
 * columns of days do, else the user's choice, which was perhaps asked for another column.
 */
export function planDays(cells: string[], { findDay, dateOrder, listOthers }: DayOptions): ColumnDays {
  const texts = listDayTexts(cells);
  const own = judgeDateOrder(texts);
  const isUntold = own.isOpen && own.order === null && listOthers !== undefined;
  const { order, isOpen } = isUntold ? judgeDateOrder([...texts, ...listDayTexts(listOthers())]) : own;
  return {
    findDay,
    order: order ?? dateOrder ?? null,
    language: findLanguageOfDays(cells),
    isOpen: isOpen && dateOrder === undefined,
    isContradicted: own.isContradicted,
  };
}

/**
 * Reads a day as `readLooseDay` does. If it can be read in two ways and no other day of its column tells which, throws
 * `FileFault` `ambiguous-date`: the user has to say. Where the days of the column contradict each other, which no choice
 * solves, that is the row's fault.
 */
export function readPlannedDay(
  raw: string,
  column: string | null,
  plan: DayPlan & Partial<ColumnDays>,
  file: string,
): ReadDay | null {
  try {
    return readLooseDay(raw, column, plan);
  } catch (error) {
    const detail = error instanceof RowFault ? error.detail : [];
    if (detail[0] === 'ambiguous-date' && plan.isContradicted !== true)
      throw new FileFault('ambiguous-date', file, ...detail);
    throw error;
  }
}
