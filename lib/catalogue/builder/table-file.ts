import { ImportError } from '../errors.ts';
import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { ColumnError, findColumns, type ColumnField } from './columns.ts';
import { createCsvReader } from './csv.ts';
import type { InputFile } from './input-file.ts';
import { createTableReader, findRows, readJsonFilms, type TableReport } from './table.ts';
import { readText } from './text-lines.ts';

/** The maximum size of JSON, which is parsed as a whole and must fit into the browser's memory. */
const maxJsonBytes = 32 * 1024 * 1024;

/** A batch of films of a table, and the progress of reading. */
export interface TableFilms {
  films: CatalogueFilm[];
  rowsRead: number;
  rowsInAll: number;
  skipped: TableReport['skipped'];
}

/** Options of `readTableFile`: the catalogue's description, and the user's mapping of columns (see `matchColumns`). */
export interface TableFileOptions {
  info: CatalogueInfo;
  mapping: Record<string, string>;
  signal?: AbortSignal;
}

/** The preview of a table before it is imported. */
export interface TablePreview {
  format: 'csv' | 'json';
  header: string[];
  /** The presumed field of each column; null if the column is not read. */
  fields: (ColumnField | null)[];
  /** The first rows, as text. */
  rows: string[][];
}

interface CsvBatch {
  rows: string[][];
  bytesRead: number;
}

/** Reads the rows of a CSV file in batches; blank rows are skipped. Rejects with `ImportError`. */
async function* readCsvRows(file: InputFile): AsyncGenerator<CsvBatch> {
  const reader = createCsvReader();
  let size = 0;
  try {
    for await (const { text, bytesRead } of readText(file, () => Math.max(0, reader.countRows() - 1))) {
      size = bytesRead;
      yield { rows: reader.read(text), bytesRead };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const location = { file: file.name, row: reader.countRows() };
    throw new ImportError('unreadable', location, `${file.name}: ${error.message}`, { cause: error });
  }
  yield { rows: reader.end(), bytesRead: size };
}

async function readWholeText(file: InputFile): Promise<string> {
  let whole = '';
  for await (const { text } of readText(file, () => 0)) {
    whole += text;
    if (whole.length > maxJsonBytes)
      throw new ImportError(
        'too-large',
        { file: file.name },
        `${file.name}: JSON of more than 32 MB; convert it to CSV`,
      );
  }
  return whole;
}

/** Converts errors of tables to `ImportError`. */
function toImportError(error: unknown, file: InputFile): unknown {
  const location = { file: file.name };
  if (error instanceof ColumnError)
    return new ImportError('no-title-column', location, error.message, { cause: error });
  if (error instanceof SyntaxError)
    return new ImportError('bad-json', location, error.message, { cause: error });
  return error;
}

async function isJson(file: InputFile): Promise<boolean> {
  for await (const { text } of readText(file, () => 0)) {
    if (text.trim() !== '') return /^[[{]/.test(text.trimStart());
  }
  throw new ImportError('empty', { file: file.name }, `${file.name} is empty`);
}

async function* readCsvFile(file: InputFile, options: TableFileOptions): AsyncGenerator<TableFilms> {
  let films: CatalogueFilm[] = [];
  let table: ReturnType<typeof createTableReader> | null = null;
  for await (const { rows, bytesRead } of readCsvRows(file)) {
    options.signal?.throwIfAborted();
    const header = table === null ? rows.shift() : undefined;
    if (header) table = createTableReader(header, { ...options, onFilm: (film) => void films.push(film) });
    if (table === null) continue;
    for (const row of rows) table.read(row);
    const { rows: rowsRead, skipped } = table.report;
    yield { films, rowsRead, rowsInAll: Math.round((rowsRead * file.size) / bytesRead), skipped };
    films = [];
  }
}

/** Reads the films of a CSV or JSON file, in its order. Rejects with `ImportError`. */
export async function* readTableFile(file: InputFile, options: TableFileOptions): AsyncGenerator<TableFilms> {
  try {
    if (!(await isJson(file))) {
      yield* readCsvFile(file, options);
      return;
    }
    const films: CatalogueFilm[] = [];
    const text = await readWholeText(file);
    const { rows, skipped } = readJsonFilms(text, { ...options, onFilm: (film) => void films.push(film) });
    yield { films, rowsRead: rows, rowsInAll: rows, skipped };
  } catch (error) {
    throw toImportError(error, file);
  }
}

function toText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  return cell === null || cell === undefined ? '' : JSON.stringify(cell);
}

async function readCsvHead(file: InputFile, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readCsvRows(file)) {
    rows.push(...batch.rows);
    if (rows.length > count) break;
  }
  return rows.slice(0, count + 1);
}

async function readJsonHead(file: InputFile, count: number): Promise<string[][]> {
  const rows = findRows(JSON.parse((await readWholeText(file)).replace(/^\uFEFF/, ''))).slice(0, count);
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [
    header,
    ...rows.map((row) => header.map((name) => toText(Object.hasOwn(row, name) ? row[name] : null))),
  ];
}

/**
 * The header of a CSV or JSON file, the presumed fields of its columns, and its first rows. Rejects with
 * `ImportError`.
 */
export async function previewTable(file: InputFile, rowCount = 10): Promise<TablePreview> {
  try {
    const format = (await isJson(file)) ? 'json' : 'csv';
    const [header = [], ...rows] = await (format === 'json' ? readJsonHead : readCsvHead)(file, rowCount);
    const columns = findColumns(header);
    const fields = header.map((_name, at) => columns.find(({ position }) => position === at)?.field ?? null);
    return { format, header, fields, rows };
  } catch (error) {
    throw toImportError(error, file);
  }
}
