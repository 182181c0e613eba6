import Papa from 'papaparse';
import { ImportError } from '../errors.ts';
import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { ColumnError, findColumns, type ColumnField } from './columns.ts';
import type { InputFile } from './input-file.ts';
import { createTableReader, findRows, readJsonFilms, type TableReport } from './table.ts';
import { readText } from './text-lines.ts';

/** JSON is read whole: a larger file would not fit beside a browser. */
const maxJsonBytes = 32 * 1024 * 1024;
/** No row of a CSV file is longer, in UTF-16 units; behind a quote that is never closed the whole file is one row. */
const maxRowLength = 1_000_000;

/** Films of a table read at one go, and how far it is read. */
export interface TableFilms {
  films: CatalogueFilm[];
  rowsRead: number;
  rowsInAll: number;
  leftOut: TableReport['leftOut'];
}

/** How the columns of a file are read: the catalogue it makes, and what the user said of columns (see `matchColumns`). */
export interface TableFileOptions {
  info: CatalogueInfo;
  mapping: Record<string, string>;
  signal?: AbortSignal;
}

/** What the user sees of a table before it is read. */
export interface TablePreview {
  format: 'csv' | 'json';
  header: string[];
  /** What each column seems to mean; null for one that is not read. */
  fields: (ColumnField | null)[];
  /** The first rows, as text. */
  rows: string[][];
}

interface CsvBatch {
  rows: string[][];
  bytesRead: number;
}

const isBlank = (row: string[]): boolean => row.every((cell) => cell.trim() === '');

/** The rows of a CSV file, a stretch of text at a time; blank ones are skipped. Rejects with `ImportError`. */
async function* readCsvRows(file: InputFile): AsyncGenerator<CsvBatch> {
  let rowCount = 0;
  let rest = '';
  let size = 0;
  let parser: Papa.Parser | null = null;
  const parse = (text: string, isWhole: boolean): Papa.ParseResult<string[]> => {
    if (parser === null) {
      const { delimiter, linebreak } = Papa.parse<string[]>(text, { preview: 20 }).meta;
      parser = new Papa.Parser({ delimiter, newline: linebreak as '\n' });
    }
    return parser.parse(text, 0, !isWhole) as Papa.ParseResult<string[]>;
  };
  for await (const { text, bytesRead } of readText(file, () => Math.max(0, rowCount - 1))) {
    rest += text;
    size = bytesRead;
    const { data, meta } = parse(rest, false);
    rest = rest.slice(meta.cursor);
    if (rest.length > maxRowLength)
      throw new ImportError(
        'unreadable',
        { file: file.name, row: rowCount },
        `${file.name}: a row without an end`,
      );
    rowCount += data.length;
    yield { rows: data.filter((row) => !isBlank(row)), bytesRead };
  }
  if (rest !== '') yield { rows: parse(rest, true).data.filter((row) => !isBlank(row)), bytesRead: size };
}

async function readWholeText(file: InputFile): Promise<string> {
  let whole = '';
  for await (const { text } of readText(file, () => 0)) {
    whole += text;
    if (whole.length > maxJsonBytes)
      throw new ImportError(
        'too-large',
        { file: file.name },
        `${file.name}: JSON of more than 32 MB; make it a CSV file`,
      );
  }
  return whole;
}

/** Puts the faults of tables into words of an import. */
function toImportError(error: unknown, file: InputFile): unknown {
  const place = { file: file.name };
  if (error instanceof ColumnError)
    return new ImportError('no-title-column', place, error.message, { cause: error });
  if (error instanceof SyntaxError)
    return new ImportError('bad-json', place, error.message, { cause: error });
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
    const { rows: rowsRead, leftOut } = table.report;
    yield { films, rowsRead, rowsInAll: Math.round((rowsRead * file.size) / bytesRead), leftOut };
    films = [];
  }
}

/** The films of a CSV or JSON file, whichever it is, in its order. Rejects with `ImportError`. */
export async function* readTableFile(file: InputFile, options: TableFileOptions): AsyncGenerator<TableFilms> {
  try {
    if (!(await isJson(file))) {
      yield* readCsvFile(file, options);
      return;
    }
    const films: CatalogueFilm[] = [];
    const text = await readWholeText(file);
    const { rows, leftOut } = readJsonFilms(text, { ...options, onFilm: (film) => void films.push(film) });
    yield { films, rowsRead: rows, rowsInAll: rows, leftOut };
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

/** The header of a CSV or JSON file, what its columns seem to mean, and its first rows. Rejects with `ImportError`. */
export async function previewTable(file: InputFile, rowCount = 10): Promise<TablePreview> {
  try {
    const format = (await isJson(file)) ? 'json' : 'csv';
    const [header = [], ...rows] = await (format === 'json' ? readJsonHead : readCsvHead)(file, rowCount);
    const columns = findColumns(header);
    const fields = header.map((_name, at) => columns.find(({ place }) => place === at)?.field ?? null);
    return { format, header, fields, rows };
  } catch (error) {
    throw toImportError(error, file);
  }
}
