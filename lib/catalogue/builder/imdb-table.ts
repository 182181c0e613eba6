import { ImportError } from '../errors.ts';
import type { InputFile } from './input-file.ts';
import { readLines } from './text-lines.ts';

/** The data sets of IMDb's that a catalogue is made of, each with the columns it is known by and read by. */
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

/** The cells of a row by column; text as the file has it, quotes too: these files know no quoting. */
export type ImdbRow<T extends ImdbTable> = Record<(typeof imdbTables)[T][number], string>;

/** Rows read at one go; `skipped` rows had too few or too many cells. */
export interface ImdbBatch<T extends ImdbTable> {
  rows: ImdbRow<T>[];
  skipped: number;
  /** Lines behind the header until the end of this batch. */
  rowsRead: number;
  bytesRead: number;
}

/** Which data set a header is of; null for none. */
function findImdbTable(header: string): ImdbTable | null {
  const names = header.split('\t');
  const tables: ImdbTable[] = ['basics', 'ratings', 'akas'];
  return tables.find((table) => imdbTables[table].every((name) => names.includes(name))) ?? null;
}

/** Which data set a file is, by its first line and whatever it is called; null for none. */
export async function detectImdbTable(file: InputFile): Promise<ImdbTable | null> {
  for await (const { lines } of readLines(file)) {
    const [header] = lines;
    return header === undefined ? null : findImdbTable(header);
  }
  return null;
}

/** Puts the cells of a line under the names of its table; null where the line has not as many as the header. */
function createRowReader<T extends ImdbTable>(table: T, header: string): (line: string) => ImdbRow<T> | null {
  const names = header.split('\t');
  const places = imdbTables[table].map((name) => [name, names.indexOf(name)] as const);
  return (line) => {
    const cells = line.split('\t');
    if (cells.length !== names.length) return null;
    return Object.fromEntries(places.map(([name, place]) => [name, cells[place]])) as ImdbRow<T>;
  };
}

/**
 * The rows of a data set in the order of the file. Rejects with `ImportError` where it is another file, and where it
 * ends in the middle of a row.
 */
export async function* readImdbRows<T extends ImdbTable>(
  file: InputFile,
  table: T,
): AsyncGenerator<ImdbBatch<T>> {
  let readRow: ((line: string) => ImdbRow<T> | null) | null = null;
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
      readRow = createRowReader(table, header);
    }
    const rows = lines.map(readRow);
    rowsRead += rows.length;
    if (isLast && rows.at(-1) === null)
      throw new ImportError(
        'cut-off',
        { file: file.name, row: rowsRead - 1 },
        `${file.name} is cut off behind row ${rowsRead - 1}; fetch it again`,
      );
    const whole = rows.filter((row) => row !== null);
    yield { rows: whole, skipped: rows.length - whole.length, rowsRead, bytesRead };
  }
}
