import type { FindDay } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { planDays, readPlannedDay, type ColumnDays } from '../../tables/day-plan.ts';
import type { Table, TableRow } from '../../tables/table.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { readTitle } from '../values.ts';
import type { ReadOptions } from '../types.ts';
import { findShortHistory } from './history-columns.ts';
import { createTitleFinder, type TitleFinder } from './series-titles.ts';

/** "24. 12. 28." is how Korean writes a day: the year comes first. */
const koreanDay = /^\d{2}\.\s?\d{1,2}\.\s?\d{1,2}\.$/;

/** How the days of a history are read. The account sets their form, so it is one for all. */
function planHistory(days: string[], { dateOrder }: ReadOptions, findDay: FindDay): ColumnDays {
  const written = days.filter((day) => day !== '');
  const isKorean = written.length > 0 && written.every((day) => koreanDay.test(day));
  const plan = planDays(written, { findDay, dateOrder });
  return isKorean ? { ...plan, order: 'ymd' } : plan;
}

/** Throws `RowFault` for a title that is not a film's. */
export function refuseOtherTitles(finder: TitleFinder, title: string, column: string | null): void {
  const kind = finder.findKind(title);
  if (kind === 'trailer') throw new RowFault('trailer', column, 'trailer', shorten(title));
  if (kind !== null) throw new RowFault(kind, column, 'not-a-film', shorten(title));
}

/** Reads a viewing history as anybody can download it: titles and days. Throws `FileFault` `ambiguous-date`. */
export function readShortHistory(
  builder: ImportBuilder,
  file: string,
  { header, rows }: Table,
  options: ReadOptions,
): void {
  const columns = findShortHistory(header, file);
  if (columns === null) return;
  const dayOf = (row: TableRow): string => row.text(columns.date);
  const plan = planHistory(rows.map(dayOf), options, builder.findDay);
  const finder = createTitleFinder(rows.map((row) => row.text(columns.title)));
  builder.eachRow(rows, (row) => {
    const raw = row.text(columns.title);
    const name = readTitle(raw, columns.title);
    refuseOtherTitles(finder, raw, columns.title);
    const watched = readPlannedDay(dayOf(row), columns.date, plan, file);
    builder.rejectDuplicate(`${name}\n${watched?.day}`, null, 'same-day');
    builder.addEntry({
      film: builder.film({ title: name, year: null, refs: [] }),
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      from: row.from,
    });
  });
}
