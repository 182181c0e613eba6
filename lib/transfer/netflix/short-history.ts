import { findDateOrder } from '../../tables/dates.ts';
import { FileFault, RowFault, shorten } from '../../tables/faults.ts';
import { readLooseDay } from '../../tables/loose-dates.ts';
import type { Table } from '../../tables/table.ts';
import type { DateOrder } from '../../tables/types.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { readTitle } from '../values.ts';
import type { ReadOptions } from '../types.ts';
import { findShortHistory } from './history-columns.ts';
import { createTitleFinder, type TitleFinder } from './series-titles.ts';

/** "24. 12. 28." is how Korean writes a day: the year comes first. */
const koreanDay = /^\d{2}\.\s?\d{1,2}\.\s?\d{1,2}\.$/;

/** The order of a whole history, since the account sets it; null if no day tells. */
function findHistoryOrder(days: string[]): DateOrder | null {
  const written = days.filter((day) => day !== '');
  return written.length > 0 && written.every((day) => koreanDay.test(day)) ? 'ymd' : findDateOrder(written);
}

/** Throws `FileFault` `ambiguous-date` if the days of a history can be read in two ways: the user has to say which. */
function refuseAmbiguousDays(days: string[], file: string, builder: ImportBuilder): void {
  for (const day of days) {
    try {
      readLooseDay(day, null, { order: null, findDay: builder.findDay });
    } catch (error) {
      const detail = error instanceof RowFault ? error.detail : [];
      if (detail[0] === 'ambiguous-date') throw new FileFault('ambiguous-date', file, ...detail);
    }
  }
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
  const columns = findShortHistory(header);
  if (columns === null) return;
  const days = rows.map((row) => row.text(columns.date));
  const order = options.dateOrder ?? findHistoryOrder(days);
  if (order === null) refuseAmbiguousDays(days, file, builder);
  const finder = createTitleFinder(rows.map((row) => row.text(columns.title)));
  builder.eachRow(rows, (row) => {
    const raw = row.text(columns.title);
    const name = readTitle(raw, columns.title);
    refuseOtherTitles(finder, raw, columns.title);
    const watched = readLooseDay(row.text(columns.date), columns.date, { order, findDay: builder.findDay });
    builder.rejectDuplicate(`${name}\n${watched?.day}`, null, 'same-day');
    builder.addEntry({
      film: builder.film({ title: name, year: null, refs: [] }),
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      from: row.from,
    });
  });
}
