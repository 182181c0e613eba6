import Papa from 'papaparse';

/**
 * The maximum length of a row, in UTF-16 units: after a quote that is never closed, the rest of the file is one row.
 */
const maxRowLength = 1_000_000;

/**
 * Reads a CSV text of any length in pieces; `lib/tables` reads texts of a bounded length as a whole. A damaged row does not
 * affect the others: Papa's reading of it is used, and its list of errors is ignored.
 */
export interface CsvReader {
  /** Returns the rows that end in this piece, without blank ones. Throws `RangeError` if a row does not end. */
  read(text: string): string[][];
  /** Returns the last row, if the text does not end with a line break. */
  end(): string[][];
  /** The rows read so far, with the header and blank rows. */
  countRows(): number;
}

const isFilled = (row: string[]): boolean => row.some((cell) => cell.trim() !== '');

/** Creates a reader. It finds the delimiter and the line breaks in the first piece. */
export function createCsvReader(): CsvReader {
  let rowCount = 0;
  let rest = '';
  let parser: Papa.Parser | null = null;
  const parse = (isLast: boolean): string[][] => {
    if (parser === null) {
      const { delimiter, linebreak } = Papa.parse<string[]>(rest, { preview: 20 }).meta;
      parser = new Papa.Parser({ delimiter, newline: linebreak as '\n' });
    }
    const { data, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    rowCount += data.length;
    return data.filter(isFilled);
  };
  return {
    read(text) {
      rest += text;
      const rows = parse(false);
      if (rest.length > maxRowLength) throw new RangeError('a row does not end');
      return rows;
    },
    end: () => (rest === '' ? [] : parse(true)),
    countRows: () => rowCount,
  };
}
