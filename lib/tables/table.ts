import type { FindDay, ReadDay } from './dates.ts';
import { isEmptyRecord, parseCsv, type CsvDialect, type CsvRecord } from './csv.ts';
import { RowFault, shorten } from './faults.ts';
import { findHeader } from './find-header.ts';
import type { CellList } from './columns/cell-kinds.ts';
import { createDayReader, type TableUse } from './table-use.ts';
import type { RowLocation, SourceFile } from './types.ts';

/** One row of a table, with its cells by column name. */
export interface TableRow {
  from: RowLocation;
  cells: string[];
  /** The trimmed cell; '' when the table has no such column. Case is ignored. */
  text(column: string): string;
  /** The cell, not trimmed. */
  raw(column: string): string;
  /** The trimmed cell of the column of that very name, whatever the user chose for it. */
  plain(column: string): string;
  /**
   * The day in the cell, as `readDay` reads it; null when it is empty. If no day in the column is in the form services
   * write, because a spreadsheet saved the file, `readLooseDay` reads it. Throws `RowFault` `bad-date`.
   */
  day(column: string, findDay: FindDay): ReadDay | null;
  /** The column's name as in the file; null when there is none. */
  column(name: string): string | null;
  /** Why the row cannot be read; null when it can. */
  fault: RowFault | null;
  /** The end of the scale of its ratings, where the user chose one; else null. */
  scaleEnd: number | null;
}

/** A table with its header. */
export interface Table {
  header: string[];
  rows: TableRow[];
}

/** The trimmed cells of a column of a table, as a view. */
export const viewColumn = (rows: TableRow[], column: number): CellList => ({
  length: rows.length,
  at: (index) => rows[index]?.cells[column]?.trim() ?? '',
});

/** A column name folded for comparison. */
export function foldColumn(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Creates a function that returns the index of a column by name, or -1. Names are folded once, not for each row. */
function indexColumns(header: string[], use: TableUse): (name: string) => number {
  const columns = new Map<string, number>();
  header.forEach((name, at) => {
    // If two columns have the same name, the first counts.
    if (!columns.has(foldColumn(name))) columns.set(foldColumn(name), at);
  });
  const lookedUp = new Map<string, number>();
  return (name) => {
    const known = lookedUp.get(name);
    if (known !== undefined) return known;
    const read = use.resolve === undefined ? name : use.resolve(name);
    const at = (read === null ? null : columns.get(foldColumn(read))) ?? -1;
    lookedUp.set(name, at);
    return at;
  };
}

function findFault({ cells, isOpen }: CsvRecord, header: string[], blanks: number): RowFault | null {
  if (isOpen) {
    const at = Math.max(
      cells.findIndex((cell) => (cell.split('"').length - 1) % 2 === 1),
      0,
    );
    return new RowFault('unclosed-quote', header[at] ?? null, 'unclosed-quote');
  }
  const { length } = header;
  if (cells.length < length) {
    const missing = header[cells.length] ?? null;
    return new RowFault('too-few-columns', missing, 'too-few-columns', cells.length, length);
  }
  const extra = cells.slice(length);
  const isBlank = extra.length <= blanks && extra.every((cell) => cell.trim() === '');
  if (isBlank) return null;
  const first = shorten(extra[0] ?? '');
  return new RowFault('too-many-columns', null, 'too-many-columns', cells.length, length, first);
}

/** How many extra empty cells each row may have: as many as the header has, or one if every row has one. */
function countBlanks(records: CsvRecord[], width: number, headerWidth: number): number {
  const hasOne = ({ cells }: CsvRecord): boolean => cells.length === width + 1 && cells.at(-1)?.trim() === '';
  return Math.max(headerWidth - width, records.length > 0 && records.every(hasOne) ? 1 : 0);
}

/** What all rows of a table share. */
interface TableParts {
  file: string;
  header: string[];
  blanks: number;
  find: (name: string) => number;
  findPlain: (name: string) => number;
  readCellDay: ReturnType<typeof createDayReader>;
  use: TableUse;
}

/** A row that keeps no more than its record: a file can have a hundred thousand. */
class Row implements TableRow {
  readonly #record: CsvRecord;
  readonly #parts: TableParts;
  #from: RowLocation | null = null;

  constructor(record: CsvRecord, parts: TableParts) {
    this.#record = record;
    this.#parts = parts;
  }

  get from(): RowLocation {
    return (this.#from ??= { file: this.#parts.file, row: this.#record.row });
  }

  get cells(): string[] {
    return this.#record.cells;
  }

  get fault(): RowFault | null {
    return findFault(this.#record, this.#parts.header, this.#parts.blanks);
  }

  get scaleEnd(): number | null {
    return this.#parts.use.scaleEnd ?? null;
  }

  text(column: string): string {
    return this.raw(column).trim();
  }

  raw(column: string): string {
    return this.cells[this.#parts.find(column)] ?? '';
  }

  plain(column: string): string {
    return (this.cells[this.#parts.findPlain(column)] ?? '').trim();
  }

  day(column: string, findDay: FindDay): ReadDay | null {
    const { find, header, readCellDay } = this.#parts;
    return readCellDay(this.text(column), find(column), header[find(column)] ?? null, findDay);
  }

  column(name: string): string | null {
    const { find, header } = this.#parts;
    return header[find(name)] ?? null;
  }
}

/**
 * The names of columns, each of them once: of several "Watched" the second is "Watched (2)". Case is ignored; columns without
 * a name have none.
 */
export function nameApart(header: string[]): string[] {
  const used = new Set(header.map(foldColumn));
  const seen = new Set<string>();
  return header.map((name) => {
    const folded = foldColumn(name);
    if (folded === '' || !seen.has(folded)) {
      seen.add(folded);
      return name;
    }
    let number = 2;
    while (used.has(`${folded} (${number})`)) number += 1;
    used.add(`${folded} (${number})`);
    return `${name} (${number})`;
  });
}

/** The table of records below a header, whose line has `headerWidth` cells, empty ones too. */
export function makeTable(
  { name, folder }: Pick<SourceFile, 'name' | 'folder'>,
  names: string[],
  below: CsvRecord[],
  { headerWidth, use = {} }: { headerWidth: number; use?: TableUse },
): Table {
  const header = nameApart(names);
  const parts: TableParts = {
    file: folder === '' ? name : `${folder}/${name}`,
    header,
    blanks: countBlanks(below, header.length, headerWidth),
    find: indexColumns(header, use),
    findPlain: indexColumns(header, {}),
    readCellDay: createDayReader(below, use),
    use,
  };
  return { header, rows: below.map((record) => new Row(record, parts)) };
}

/** A record of a table in Markdown between the header and the rows. */
const isRule = ({ cells }: CsvRecord): boolean =>
  cells.some((cell) => cell.includes('--')) && cells.every((cell) => /^\s*(?::?-+:?)?\s*$/.test(cell));

/** The records of a text without empty ones, in the dialect if it is known. Throws `FileFault` as `parseCsv` does. */
export const listRecords = (text: string, dialect?: CsvDialect): CsvRecord[] =>
  parseCsv(text, dialect).filter(
    (record) => !isEmptyRecord(record) && (dialect !== undefined || !isRule(record)),
  );

/** The table below a header among records. */
export function makeTableBelow(
  file: Pick<SourceFile, 'name' | 'folder'>,
  headerRecord: CsvRecord | undefined,
  below: CsvRecord[],
  use?: TableUse,
): Table {
  const header = (headerRecord?.cells ?? []).map((cell) => cell.trim());
  // An empty last column means an extra delimiter in each line.
  while (header.at(-1) === '') header.pop();
  return makeTable(file, header, below, {
    headerWidth: headerRecord?.cells.length ?? 0,
    ...(use && { use }),
  });
}

/**
 * The rows of a CSV file below its header. The header is the first record that `isHeader` accepts, if it is given.
 * Empty records are left out, but count in row numbers. Rows with a fault have it in `fault`. Throws `FileFault` as
 * `parseCsv` does.
 */
export function readTable(file: SourceFile, isHeader?: (cells: string[]) => boolean, use?: TableUse): Table {
  const records = listRecords(file.text);
  const start = isHeader ? records.findIndex(({ cells }) => isHeader(cells)) : findHeader(records);
  return makeTableBelow(file, records[start], start < 0 ? [] : records.slice(start + 1), use);
}

/** The name of a column of a table without a header: A, B, C, as spreadsheets call them. */
const nameColumn = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `C${at + 1}`);

/** The rows of a CSV file that has no header. Its columns are called A, B, C. Throws `FileFault` as `parseCsv` does. */
export function readHeaderless(file: SourceFile): Table {
  const records = listRecords(file.text);
  const [first] = records;
  const header = (first?.cells ?? []).map((_, at) => nameColumn(at));
  return makeTable(file, header, records, { headerWidth: header.length });
}

/** The header cells of a text, as `readTable` finds them without `isHeader`, and the cells of the rows below it. */
export function sniffTable(text: string, length = 16_384): { header: string[]; rows: string[][] } {
  const records = listRecords(text.slice(0, length));
  const at = findHeader(records);
  const header = records[at]?.cells.map((cell) => cell.trim()) ?? [];
  return { header, rows: at < 0 ? [] : records.slice(at + 1).map(({ cells }) => cells) };
}

/** The header cells of a text, as `sniffTable` finds them. */
export const sniffHeader = (text: string): string[] => sniffTable(text).header;

/** Whether a header has all the columns, in any order and case. */
export function hasColumns(header: string[], ...names: string[]): boolean {
  const known = new Set(header.map(foldColumn));
  return names.every((name) => known.has(foldColumn(name)));
}
