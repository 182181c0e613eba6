import { findDateOrder, type FindDay, type ReadDay } from '../../tables/dates.ts';
import { FileFault, RowFault } from '../../tables/faults.ts';
import { findLanguageOfDays, listDayTexts, readLooseDay, type DayPlan } from '../../tables/loose-dates.ts';
import type { DateOrder } from '../../tables/types.ts';

/** How the days of a file are read. */
export interface DayOptions {
  findDay: FindDay;
  /** The order that the user chose for dates that leave it open. */
  dateOrder?: DateOrder | undefined;
}

/** How the days of a whole column are read: one order of day and month, and one language. */
export const planDays = (cells: string[], { findDay, dateOrder }: DayOptions): DayPlan => ({
  findDay,
  order: findDateOrder(listDayTexts(cells)) ?? dateOrder ?? null,
  language: findLanguageOfDays(cells),
});

/**
 * Reads a day as `readLooseDay` does. If it can be read in two ways and no other day of its column tells which, throws
 * `FileFault` `ambiguous-date`: the user has to say.
 */
export function readPlannedDay(
  raw: string,
  column: string | null,
  plan: DayPlan,
  file: string,
): ReadDay | null {
  try {
    return readLooseDay(raw, column, plan);
  } catch (error) {
    const detail = error instanceof RowFault ? error.detail : [];
    if (detail[0] === 'ambiguous-date') throw new FileFault('ambiguous-date', file, ...detail);
    throw error;
  }
}
