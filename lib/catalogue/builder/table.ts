import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { ColumnError, matchColumns, type Column } from './columns.ts';
import { readCsv, type CsvInput } from './csv.ts';
import { createRowReader, type RowFault } from './row-to-film.ts';

/** How a table is read: what the catalogue is, what its columns mean (see `matchColumns`), and where its films go. */
export interface TableOptions {
  info: CatalogueInfo;
  mapping?: Record<string, string>;
  onFilm: (film: CatalogueFilm) => void;
}

/** What was read: the columns that were understood, rows, and rows left out by reason. */
export interface TableReport {
  columns: Record<string, string>;
  rows: number;
  leftOut: Partial<Record<RowFault, number>>;
}

/** Reads a table row by row, its films to `onFilm`. */
export interface TableReader {
  report: TableReport;
  read(cells: unknown[]): void;
}

/** Begins a table with its header. Throws `ColumnError` where no column is a title. */
export function createTableReader(header: string[], { info, mapping, onFilm }: TableOptions): TableReader {
  const columns = matchColumns(header, mapping);
  const readRow = createRowReader(columns, info);
  const names = columns.map(({ place, field }: Column) => [header[place] ?? '', field] as const);
  const report: TableReport = { columns: Object.fromEntries(names), rows: 0, leftOut: {} };
  return {
    report,
    read(cells) {
      report.rows += 1;
      const reading = readRow(cells);
      if ('film' in reading) onFilm(reading.film);
      else report.leftOut[reading.fault] = (report.leftOut[reading.fault] ?? 0) + 1;
    },
  };
}

/** Reads a CSV file with a header row into films. Rejects with `ColumnError` where no column is a title. */
export async function readCsvFilms(input: CsvInput, options: TableOptions): Promise<TableReport> {
  let table: TableReader | null = null;
  await readCsv(input, (cells) => {
    if (table) table.read(cells);
    else
      table = createTableReader(
        cells.map((cell) => cell.replace(/^\uFEFF/, '')),
        options,
      );
  });
  return reportOf(table);
}

function reportOf(table: TableReader | null): TableReport {
  if (!table) throw new ColumnError('the file is empty');
  return table.report;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list of objects in a JSON file: the whole of it, or the first list that a member of it is. */
export function findRows(value: unknown): Record<string, unknown>[] {
  const lists = isRecord(value) ? Object.values(value) : [value];
  const list: unknown = lists.find((member) => Array.isArray(member));
  if (!Array.isArray(list)) throw new ColumnError('the file holds no list of films');
  return list.filter(isRecord);
}

/** Reads a JSON file (a list of objects, or an object with one) into films; the names of members are the columns. Throws as `readCsvFilms`, and `SyntaxError`. */
export function readJsonFilms(text: string, options: TableOptions): TableReport {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const rows = findRows(value);
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = createTableReader(header, options);
  for (const row of rows)
    table.read(header.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)));
  return table.report;
}
