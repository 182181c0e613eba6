import type { CsvDialect, CsvRecord } from '../../../tables/csv.ts';
import { listRecords } from '../../../tables/table.ts';
import { SourceError } from '../source-error.ts';
import type { SourceFiles } from '../types.ts';

/** One row of a table: the text of the named column, trimmed; '' for a missing cell. */
export type Row = (column: string) => string;

/** Comma, double quotes, and a quote inside quotes doubled. */
export const commonDialect: CsvDialect = { delimiter: ',', escapeChar: '"' };

/** A table of a source: its path among the files, and how it is written. */
export interface SourceTable {
  path: string;
  dialect: CsvDialect;
  /** The names of the columns, if the table has no header. */
  header?: string[];
  /** Whether rows leave out empty cells at their end. Otherwise a short row means that the file is cut off. */
  hasShortRows?: boolean;
}

function parseTable(text: string, { path, dialect }: SourceTable): CsvRecord[] {
  try {
    return listRecords(text.replace(/^\uFEFF/, ''), dialect);
  } catch (error) {
    throw new SourceError(path, null, 'not a table', { cause: error });
  }
}

/**
 * The rows of a table below its header; none if there is no such file. Throws `SourceError` for a quote that is never
 * closed or a row that is cut off, and a row throws it for a column that the table does not have.
 */
export function readRows(files: SourceFiles, table: SourceTable): Row[] {
  const { path, hasShortRows = false } = table;
  const records = parseTable(files.get(path) ?? '', table);
  const names = table.header ?? records.shift()?.cells ?? [];
  const positions = new Map(names.map((name, at) => [name.trim(), at]));
  return records.map(({ row, cells, isOpen }): Row => {
    if (isOpen) throw new SourceError(path, row, 'a quote is not closed');
    if (cells.length < names.length && !hasShortRows)
      throw new SourceError(path, row, `${cells.length} cells instead of ${names.length}`);
    return (column) => {
      const at = positions.get(column);
      if (at === undefined) throw new SourceError(path, 1, `no column "${column}"`);
      return cells[at]?.trim() ?? '';
    };
  });
}

/** The values of a cell, which `separator` separates; each once and without empty ones. */
export function readValues(text: string, separator: string): string[] {
  const values = text.split(separator).map((value) => value.trim());
  return [...new Set(values.filter((value) => value !== ''))];
}
