import { findRefInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { toNoon, type ReadDay } from '../../tables/dates.ts';
import { FileFault, RowFault } from '../../tables/faults.ts';
import { planDays, readPlannedDay, type DayOptions } from '../../tables/day-plan.ts';
import type { DayPlan } from '../../tables/loose-dates.ts';
import { readRoughYear } from '../../tables/rough-dates.ts';
import type { RowLocation } from '../../tables/types.ts';
import { listOf, memberAt, textOf } from '../json.ts';
import { scaleOf } from '../tables/service-table.ts';
import type { Doubt } from '../types.ts';
import { listIdRefs, readRating, type RatingScale, type ReadStars } from '../values.ts';

/** A rating, with the cell that it is in. */
export interface CellStars extends ReadStars {
  text: string;
  column: string | null;
}

/** One row or item of a file, with its values by name. Of several names the first that has a value counts. */
export interface Cells {
  from: RowLocation;
  /** The cell of the column of that very name, whatever the user chose for it; '' outside of tables. */
  plain: (name: string) => string;
  /** The trimmed text; '' when there is none. */
  text: (...names: string[]) => string;
  /** The name of the column or member that `text` reads; null when there is none. */
  column: (...names: string[]) => string | null;
  /**
   * The day in any form; the order of day and month is that of the whole column. Null when it is empty or "unknown". Throws `RowFault`
   * `bad-date`, and `FileFault` `ambiguous-date` if no day of the column tells the order.
   */
  day: (...names: string[]) => ReadDay | null;
  /** Reads a text as a day of a column, as `day` does. */
  readDay: (raw: string, name: string | null) => ReadDay | null;
  /** The moment of a day, at noon where no time is known, in milliseconds since 1970; null when it is empty, no date or not clear. */
  moment: (...names: string[]) => number | null;
  /** The rating; null when it is empty or zero, as services write a missing one. Throws `RowFault` `bad-rating`. */
  rating: (scale: RatingScale, ...names: string[]) => CellStars | null;
  /** Whether it says yes. */
  isYes: (...names: string[]) => boolean;
  /** The whole number; 0 when there is none. */
  count: (...names: string[]) => number;
  /** The items of a list inside an item of JSON, each with its own values; empty for tables. */
  items: (name: string) => Cells[];
  /** The year at the start of a text: "2010-07-16", "2010"; null when there is none. */
  year: (...names: string[]) => number | null;
}

/** A row before its values are read. */
export interface RawCells {
  from: RowLocation;
  text: (name: string) => string;
  /** The item itself, in JSON. */
  item?: unknown;
  /** The end of the scale of ratings that the user chose, in tables. */
  scaleEnd?: number | null;
  /** The cell of the column of that very name, in tables. */
  plain?: (name: string) => string;
}

/** An item of JSON as a row; the name of a value is its path, such as `movie.ids.imdb`. */
export function readJsonCells(item: unknown, from: RowLocation): RawCells {
  return {
    from,
    item,
    text: (name) => {
      const value = memberAt(item, ...name.split('.'));
      return typeof value === 'boolean' ? String(value) : textOf(value);
    },
  };
}

/** Reads a text as a day of a column. */
type DayReader = (raw: string, name: string, from: RowLocation) => ReadDay | null;

/** How the days of rows are read. */
export interface RecordDayOptions extends DayOptions {
  /** Called for a text that is no full date, of which the year is kept. */
  onRough?: (from: RowLocation, column: string, text: string) => void;
  /** Called for a day that can be read in two ways and is not worth its row, so that the row is read without it. */
  onOpenDay?: (doubt: Doubt) => void;
}

/** Creates a reader of the days of one file, which judges each column once. */
function createDays(rows: RawCells[], options: DayOptions): DayReader {
  const plans = new Map<string, DayPlan>();
  const planOf = (name: string): DayPlan => {
    const plan =
      plans.get(name) ??
      planDays(
        rows.map((row) => row.text(name)),
        options,
      );
    plans.set(name, plan);
    return plan;
  };
  return (raw, name, { file }) => readPlannedDay(raw, name, planOf(name), file);
}

/** Texts that say that a day is not known, or is taken from the film. */
const unknown = /^(?:unknown|released?|n\/?a|null|none|-+)$/i;
const yes = /^(?:yes|y|true|1|x|✓)$/i;

/** The rows of one file with readers for their values, one at a time: a file can have a hundred thousand. */
export function* iterateCells(rows: RawCells[], options: RecordDayOptions): Generator<Cells> {
  const readDay = createDays(rows, options);
  for (const row of rows) yield createCells(row, readDay, options);
}

/** The day of a text; of one that is no full date, the year that is certain, if `onRough` can say so. */
function readDayOrYear(
  text: string,
  name: string,
  from: RowLocation,
  { readDay, onRough }: { readDay: DayReader; onRough: RecordDayOptions['onRough'] },
): ReadDay | null {
  try {
    return readDay(text, name, from);
  } catch (error) {
    const isNoDate = error instanceof RowFault && error.kind === 'bad-date' && onRough !== undefined;
    const day = isNoDate ? readRoughYear(text) : null;
    if (day === null) throw error;
    onRough?.(from, name, text);
    return { day, at: null };
  }
}

/** Says that a day can be read in two ways, if that is the fault of a file. */
function tellOpenDay({ detail }: FileFault, column: string | null, { onOpenDay }: RecordDayOptions): void {
  if (detail[0] !== 'ambiguous-date') return;
  const [, text, first, second] = detail;
  onOpenDay?.({ kind: 'date-order', column: column ?? '', text, first, second });
}

function createCells(row: RawCells, readDay: DayReader, options: RecordDayOptions): Cells {
  const column: Cells['column'] = (...names) => names.find((name) => row.text(name) !== '') ?? null;
  const text: Cells['text'] = (...names) => {
    const name = column(...names);
    return name === null ? '' : row.text(name);
  };
  const day: Cells['day'] = (...names) => {
    const name = column(...names);
    if (name === null || unknown.test(row.text(name))) return null;
    return readDayOrYear(row.text(name), name, row.from, { readDay, onRough: options.onRough });
  };
  return {
    from: row.from,
    plain: (name) => row.plain?.(name) ?? '',
    text,
    column,
    day,
    readDay: (raw, name) => readDay(raw, name ?? '', row.from),
    moment: (...names) => {
      try {
        const read = day(...names);
        return read?.at ?? toNoon(read?.day ?? null);
      } catch (error) {
        // When something was marked is worth less than the row.
        if (error instanceof FileFault) tellOpenDay(error, column(...names), options);
        if (error instanceof RowFault || error instanceof FileFault) return null;
        throw error;
      }
    },
    rating: (scale, ...names) => {
      const raw = text(...names);
      const isNone = /^(?:0+(?:[.,]0+)?|n\/?a|none|null|-)?$/i.test(raw);
      return isNone
        ? null
        : {
            ...readRating(raw, column(...names), scaleOf({ scaleEnd: row.scaleEnd ?? null }, scale)),
            text: raw,
            column: column(...names),
          };
    },
    items: (name) => {
      const items = listOf(memberAt(row.item, ...name.split('.')));
      const cells = items.map((item) => readJsonCells(item, row.from));
      // JSON has days in the forms that services write, so there is no column to judge.
      const plan = { findDay: options.findDay, order: options.dateOrder ?? null };
      const read: DayReader = (raw, name, { file }) => readPlannedDay(raw, name, plan, file);
      return cells.map((each) => createCells(each, read, options));
    },
    isYes: (...names) => yes.test(text(...names)),
    count: (...names) => Math.trunc(Number(text(...names))) || 0,
    year: (...names) => {
      const year = Number(/^(\d{4})(?:\D|$)/.exec(text(...names))?.[1] ?? 0);
      return year >= 1870 && year <= 2100 ? year : null;
    },
  };
}

/** The refs in ids and an address, each once; what is no id of its system is left out. */
export function listRefs({
  imdb = '',
  tmdb = '',
  url = '',
}: {
  imdb?: string;
  tmdb?: string;
  url?: string;
}): FilmRef[] {
  const linked = [imdb, tmdb, url].flatMap((each) => findRefInUrl(each) ?? []);
  return [...new Set([...listIdRefs({ imdb, tmdb }), ...linked])];
}
