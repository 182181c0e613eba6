import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { ColumnError, matchColumns, type Column } from './columns.ts';
import { createCsvReader } from './csv.ts';
import { createRowReader, type RowFault } from './row-to-film.ts';

/**
 * Options of a table: the catalogue's description, the mapping of its columns (see `matchColumns`), and the receiver
 * of its films.
 */
export interface TableOptions {
  info: CatalogueInfo;
  mapping?: Record<string, string>;
  onFilm: (film: CatalogueFilm) => void;
}

/** The result of reading: the recognised columns, the number of rows, and the skipped rows by reason. */
export interface TableReport {
  columns: Record<string, string>;
  rows: number;
  skipped: Partial<Record<RowFault, number>>;
}

/** Reads a table row by row, and passes its films to `onFilm`. */
export interface TableReader {
  report: TableReport;
  read(cells: unknown[]): void;
}

/** Creates the reader of a table with a header. Throws `ColumnError` if there is no title column. */
export function createTableReader(header: string[], { info, mapping, onFilm }: TableOptions): TableReader {
  const columns = matchColumns(header, mapping);
  const readRow = createRowReader(columns, info);
  const names = columns.map(({ position, field }: Column) => [header[position] ?? '', field] as const);
  const report: TableReport = { columns: Object.fromEntries(names), rows: 0, skipped: {} };
  return {
    report,
    read(cells) {
      report.rows += 1;
      const reading = readRow(cells);
      if ('film' in reading) onFilm(reading.film);
      else report.skipped[reading.fault] = (report.skipped[reading.fault] ?? 0) + 1;
    },
  };
}

/**
 * Reads the films of a CSV file with a header row, which comes in pieces. Rejects with `ColumnError` if there is no title
 * column, and with `RangeError` if a row does not end.
 */
export async function readCsvFilms(
  pieces: Iterable<string> | AsyncIterable<string>,
  options: TableOptions,
): Promise<TableReport> {
  const reader = createCsvReader();
  let table: TableReader | null = null;
  const take = (rows: string[][]): void => {
    for (const cells of rows) {
      if (table) table.read(cells);
      else
        table = createTableReader(
          cells.map((cell) => cell.replace(/^\uFEFF/, '')),
          options,
        );
    }
  };
  for await (const piece of pieces) take(reader.read(piece));
  take(reader.end());
  return reportOf(table);
}

function reportOf(table: TableReader | null): TableReport {
  if (!table) throw new ColumnError('the file is empty');
  return table.report;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The list of objects in a JSON file: the whole value, or the first member that is a list. Throws `ColumnError` if
 * there is none.
 */
export function findRows(value: unknown): Record<string, unknown>[] {
  const lists = isRecord(value) ? Object.values(value) : [value];
  const list: unknown = lists.find((member) => Array.isArray(member));
  if (!Array.isArray(list)) throw new ColumnError('the file has no list of films');
  return list.filter(isRecord);
}

/**
 * Reads the films of a JSON file: a list of objects, or an object with one. The names of members are the columns.
 * Throws `ColumnError` like `readCsvFilms`, and `SyntaxError`.
 */
export function readJsonFilms(text: string, options: TableOptions): TableReport {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const rows = findRows(value);
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = createTableReader(header, options);
  for (const row of rows)
    table.read(header.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)));
  return table.report;
}
