import Papa from 'papaparse';
import { FileFault } from './faults.ts';
import { maxMendedRows, maxRows } from './limits.ts';

/** One record of a table. */
export interface CsvRecord {
  /** As a spreadsheet counts: the first is 1, empty ones count. */
  row: number;
  cells: string[];
  /** A quote was opened in it and never closed; `cells` is what its line holds. */
  isOpen: boolean;
}

const delimiters = [',', ';', '\t', '|'];

/** Excel's line that names the delimiter. */
const delimiterLine = /^sep=(.)$/;

function normalizeNewlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** How often each delimiter stands outside quotes in the first lines; the most frequent one is taken, else the comma. */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const told = delimiterLine.exec(first)?.[1];
  if (told !== undefined) return told;
  const counts = delimiters.map((delimiter) => {
    // A title line above the table has no delimiter; a later line then tells.
    const line = lines.slice(0, 3).find((each) => each.includes(delimiter)) ?? '';
    return line.split(delimiter).length - 1;
  });
  const best = Math.max(...counts);
  return best === 0 ? ',' : (delimiters[counts.indexOf(best)] ?? ',');
}

/** Letterboxd asks for `\"` inside quotes; elsewhere a quote is doubled. */
function guessEscape(text: string): string {
  return /[^\\]\\"[^,;\t\n]/.test(text) && !/[^,;\t\n\\]""/.test(text) ? '\\' : '"';
}

interface Stretch {
  records: CsvRecord[];
  /** Where reading has to begin again, behind a line with an open quote; null at the end. */
  resumeAt: number | null;
}

function parseStretch(
  text: string,
  from: { at: number; row: number },
  options: { delimiter: string; escapeChar: string },
): Stretch {
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
      // A sound cell over several lines closes before a delimiter; one that ran into the next row's quotes does not.
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
 * The records of a CSV text: delimiter, new lines and the sign before an inner quote are found out. A record whose quote
 * never closes ends with its line, and the next begins there, so that one fault costs one row. Throws `FileFault` where
 * it has too many rows or too many such faults.
 */
export function parseCsv(source: string): CsvRecord[] {
  const text = normalizeNewlines(source);
  const options = { delimiter: guessDelimiter(text), escapeChar: guessEscape(text) };
  const records: CsvRecord[] = [];
  let at: number | null = 0;
  for (let mended = 0; at !== null && at < text.length; mended += 1) {
    if (mended > maxMendedRows) throw new FileFault('unreadable', null, 'too-many-open-quotes');
    const stretch: Stretch = parseStretch(text, { at, row: records.length + 1 }, options);
    for (const record of stretch.records) records.push(record);
    at = stretch.resumeAt;
  }
  const [first] = records;
  if (first && delimiterLine.test(first.cells.join(options.delimiter)))
    records[0] = { ...first, cells: [''] };
  return records;
}

/** Whether a record holds nothing. */
export function isEmptyRecord({ cells }: Pick<CsvRecord, 'cells'>): boolean {
  return cells.every((cell) => cell.trim() === '');
}
