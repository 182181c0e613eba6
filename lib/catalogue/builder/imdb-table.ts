import { ImportError } from '../errors.ts';
import type { InputFile } from './input-file.ts';
import { readLines } from './text-lines.ts';

/** IMDb's data sets from which a catalogue is built, each with the columns that identify it and are read. */
const imdbTables = {
  basics: [
    'tconst',
    'titleType',
    'primaryTitle',
    'originalTitle',
    'isAdult',
    'startYear',
    'runtimeMinutes',
    'genres',
  ],
  ratings: ['tconst', 'averageRating', 'numVotes'],
  akas: ['titleId', 'title'],
} as const;
export type ImdbTable = keyof typeof imdbTables;

/** The cells of a row by column, unchanged: these files have no quoting. */
export type ImdbRow<T extends ImdbTable> = Record<(typeof imdbTables)[T][number], string>;

/** A batch of rows; `skipped` is the number of rows with too few or too many cells. */
export interface ImdbBatch<Row> {
  rows: Row[];
  skipped: number;
  /** The number of lines after the header up to the end of this batch. */
  rowsRead: number;
  bytesRead: number;
}

/** The data set of a header; null if no data set fits. */
function findImdbTable(header: string): ImdbTable | null {
  const names = header.split('\t');
  const tables: ImdbTable[] = ['basics', 'ratings', 'akas'];
  return tables.find((table) => imdbTables[table].every((name) => names.includes(name))) ?? null;
}

/** The data set of a file by its first line, whatever its name; null if no data set fits. */
export async function detectImdbTable(file: InputFile): Promise<ImdbTable | null> {
  for await (const { lines } of readLines(file)) {
    const [header] = lines;
    return header === undefined ? null : findImdbTable(header);
  }
  return null;
}

/** Reads a line; null if the number of its cells differs from the header's. */
type ReadLine<Row> = (line: string) => Row | null;

/** Creates a function that reads the cells of a line by column. */
function createRowReader<T extends ImdbTable>(table: T, names: readonly string[]): ReadLine<ImdbRow<T>> {
  const positions = imdbTables[table].map((name) => [name, names.indexOf(name)] as const);
  return (line) => {
    const cells = line.split('\t');
    if (cells.length !== names.length) return null;
    // Not Object.fromEntries: files have millions of rows.
    const row: Partial<Record<string, string>> = {};
    for (const [name, position] of positions) row[name] = cells[position] ?? '';
    return row as ImdbRow<T>;
  };
}

/**
 * Reads the rows of a data set in the order of the file. Rejects with `ImportError` if it is another file, or if it
 * ends in the middle of a row.
 */
export const readImdbRows = <T extends ImdbTable>(
  file: InputFile,
  table: T,
): AsyncGenerator<ImdbBatch<ImdbRow<T>>> =>
  readImdbLines(file, table, (names) => createRowReader(table, names));

/** Reads the lines of a data set by a reader that is made for the names of its columns, else as `readImdbRows` does. */
export async function* readImdbLines<Row>(
  file: InputFile,
  table: ImdbTable,
  createReader: (names: readonly string[]) => ReadLine<Row>,
): AsyncGenerator<ImdbBatch<Row>> {
  let readRow: ReadLine<Row> | null = null;
  let rowsRead = 0;
  for await (const { lines, bytesRead, isLast } of readLines(file)) {
    if (readRow === null) {
      const header = lines.shift() ?? '';
      if (findImdbTable(header) !== table)
        throw new ImportError(
          'not-imdb',
          { file: file.name, row: 0 },
          `${file.name} is not title.${table} of IMDb's`,
        );
      readRow = createReader(header.split('\t'));
    }
    const rows = lines.map(readRow);
    rowsRead += rows.length;
    if (isLast && rows.at(-1) === null)
      throw new ImportError(
        'cut-off',
        { file: file.name, row: rowsRead - 1 },
        `${file.name} is cut off after row ${rowsRead - 1}; download it again`,
      );
    const whole = rows.filter((row) => row !== null);
    yield { rows: whole, skipped: rows.length - whole.length, rowsRead, bytesRead };
  }
}
