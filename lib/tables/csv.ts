import Papa from 'papaparse';
import { FileFault } from './faults.ts';
import { maxRepairedRows, maxRows } from './limits.ts';

/** One record of a table. */
export interface CsvRecord {
  /** The row number as in a spreadsheet: the first is 1, and empty rows count. */
  row: number;
  cells: string[];
  /** A quote in it is never closed; `cells` has the cells of its line. */
  isOpen: boolean;
}

const delimiters = [',', ';', '\t', '|'];

/** Excel's line that names the delimiter. */
const delimiterLine = /^sep=(.)$/;

function normalizeNewlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The delimiter that is most frequent outside quotes in the first lines; a comma when none is found. */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const named = delimiterLine.exec(first)?.[1];
  if (named !== undefined) return named;
  const counts = delimiters.map((delimiter) => {
    // A title line above the table has no delimiter, so later lines are checked too.
    const line = lines.slice(0, 3).find((each) => each.includes(delimiter)) ?? '';
    return line.split(delimiter).length - 1;
  });
  const best = Math.max(...counts);
  return best === 0 ? ',' : (delimiters[counts.indexOf(best)] ?? ',');
}

/** Letterboxd escapes an inner quote as `\"`; other programs double it. */
function guessEscape(text: string): CsvDialect['escapeChar'] {
  return /[^\\]\\"[^,;\t\n]/.test(text) && !/[^,;\t\n\\]""/.test(text) ? '\\' : '"';
}

/** How a table is written, where its format says so. */
export interface CsvDialect {
  delimiter: string;
  /** The character before a quote inside quotes. */
  escapeChar: '"' | '\\';
}

interface Section {
  records: CsvRecord[];
  /** The offset after a line with an open quote, where parsing restarts; null at the end. */
  resumeAt: number | null;
}

function parseSection(text: string, from: { at: number; row: number }, options: CsvDialect): Section {
  const records: CsvRecord[] = [];
  let resumeAt: number | null = null;
  let start = from.at;
  Papa.parse<string[]>(from.at === 0 ? text : text.slice(from.at), {
    delimiter: options.delimiter,
    escapeChar: options.escapeChar,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const end = from.at + meta.cursor;
      const lineEnd = text.indexOf('\n', start);
      const spansLines = lineEnd !== -1 && lineEnd < end - 1;
      const row = from.row + records.length;
      if (row > maxRows) throw new FileFault('too-large', null, 'too-many-rows', maxRows);
      const isOpenAtEnd = errors.some(({ code }) => code === 'MissingQuotes');
      // A valid cell over several lines is followed by a delimiter. A cell that ran into the quotes of the next row is
      // not.
      if (isOpenAtEnd || (spansLines && errors.some(({ type }) => type === 'Quotes'))) {
        const line = text.slice(start, lineEnd === -1 ? undefined : lineEnd);
        records.push({ row, cells: line.split(options.delimiter), isOpen: true });
        resumeAt = lineEnd === -1 ? null : lineEnd + 1;
        parser.abort();
        return;
      }
      records.push({ row, cells: data, isOpen: false });
      start = end;
    },
  });
  return { records, resumeAt };
}

/**
 * The records of a CSV text. Delimiter and quote escaping are detected unless `dialect` states them; line ends always
 * are. A record with a quote that is never closed ends at the end of its line, so that one fault costs one row. Throws
 * `FileFault` when there are too many rows or too many such faults.
 */
export function parseCsv(source: string, dialect?: CsvDialect): CsvRecord[] {
  const text = normalizeNewlines(source);
  const options = dialect ?? { delimiter: guessDelimiter(text), escapeChar: guessEscape(text) };
  const records: CsvRecord[] = [];
  let at: number | null = 0;
  for (let repaired = 0; at !== null && at < text.length; repaired += 1) {
    if (repaired > maxRepairedRows) throw new FileFault('unreadable', null, 'too-many-open-quotes');
    const section: Section = parseSection(text, { at, row: records.length + 1 }, options);
    for (const record of section.records) records.push(record);
    at = section.resumeAt;
  }
  const [first] = records;
  if (first && delimiterLine.test(first.cells.join(options.delimiter)))
    records[0] = { ...first, cells: [''] };
  return records;
}

/** Whether all cells of a record are blank. */
export function isEmptyRecord({ cells }: Pick<CsvRecord, 'cells'>): boolean {
  return cells.every((cell) => cell.trim() === '');
}
