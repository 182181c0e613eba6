import { judgeCells } from './columns/cell-kinds.ts';
import type { CsvRecord } from './csv.ts';
import { isWrittenDay, readDay, type FindDay, type ReadDay } from './dates.ts';
import { planDays, type ColumnDays } from './day-plan.ts';
import { RowFault } from './faults.ts';
import { readLooseDay } from './loose-dates.ts';
import type { DateOrder } from './types.ts';

/** What the user chose for a table, and who hears of what it leaves open. */
export interface TableUse {
  /** The user's choice of the order of day and month. */
  dateOrder?: DateOrder | undefined;
  /** The column that is read for a name, null for none; asked once for each name. By default the column of that name. */
  resolve?: (name: string) => string | null;
  /** Called for a day that can be read in two ways while no other day of the table tells the order; its row is left out. */
  onOpenDay?: (fault: RowFault) => void;
  /** The end of the scale of ratings that the user chose; null or none without a choice. */
  scaleEnd?: number | null;
}

/**
 * Creates a reader of days. It checks a whole column once, when it meets a cell that is not in the form services write.
 */
export function createDayReader(records: CsvRecord[], { dateOrder, onOpenDay }: TableUse) {
  const plans = new Map<number, ColumnDays | null>();
  const listCells = (at: number): string[] => records.map((record) => record.cells[at]?.trim() ?? '');
  const listOthers = (): string[] =>
    (records[0]?.cells ?? []).flatMap((_, at) => {
      const view = { length: records.length, at: (index: number) => records[index]?.cells[at]?.trim() };
      return judgeCells(view).date >= 0.5 ? listCells(at) : [];
    });
  const findPlan = (at: number, findDay: FindDay): ColumnDays | null => {
    const known = plans.get(at);
    if (known !== undefined) return known;
    const cells = listCells(at);
    const isAsWritten = dateOrder === undefined && cells.some(isWrittenDay);
    const plan = isAsWritten ? null : planDays(cells, { findDay, dateOrder, listOthers });
    plans.set(at, plan);
    return plan;
  };
  return (raw: string, at: number, column: string | null, findDay: FindDay): ReadDay | null => {
    const plan = raw === '' || isWrittenDay(raw) ? null : findPlan(at, findDay);
    if (plan === null) return readDay(raw, column, findDay);
    try {
      return readLooseDay(raw, column, plan);
    } catch (error) {
      const isOpen = error instanceof RowFault && error.kind === 'ambiguous-date';
      // Where the days of a column contradict each other, a choice solves some of them only: it is asked for all the same.
      if (isOpen) onOpenDay?.(error);
      throw error;
    }
  };
}
