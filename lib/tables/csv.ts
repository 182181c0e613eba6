import Papa from 'papaparse';
import { FileFault } from './faults.ts';
import { splitFixedWidth } from './fixed-width.ts';
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

/** Signs that some programs write as HTML does, with a semicolon, in tables that it separates. */
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', apos: "'", '#39': "'", nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|apos|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Whether quotes stand after a delimiter and blanks (`80, 5, "Volver"`), never directly after one. */
function hasBlanksBeforeQuotes(text: string, delimiter: string): boolean {
  const sample = text.slice(0, 16_384);
  return sample.includes(`${delimiter} "`) && !sample.includes(`${delimiter}"`);
}

/** The text without blanks between a delimiter and a quote that opens a cell. */
function cutBlanksBeforeQuotes(text: string, delimiter: string): string {
  let cut = '';
  let from = 0;
  let isQuoted = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    let start = at;
    while (!isQuoted && text[start - 1] === ' ') start -= 1;
    const opens: boolean =
      !isQuoted && (start === 0 || text[start - 1] === delimiter || text[start - 1] === '\n');
    if (opens && start < at) {
      cut += text.slice(from, start);
      from = at;
    }
    // A doubled quote inside quotes is a quote.
    if (isQuoted && text[at + 1] === '"') at += 1;
    else isQuoted = !isQuoted && opens;
  }
  return cut + text.slice(from);
}

/** The text with what Papa Parse cannot read written in its way. */
function normalize(source: string, dialect: CsvDialect | undefined): { text: string; options: CsvDialect } {
  const written = normalizeNewlines(source);
  if (dialect) return { text: written, options: dialect };
  const plain = splitFixedWidth(written) ?? written;
  const delimiter = guessDelimiter(plain);
  const decoded = delimiter === ';' ? decodeEntities(plain) : plain;
  const text = hasBlanksBeforeQuotes(decoded, delimiter)
    ? cutBlanksBeforeQuotes(decoded, delimiter)
    : decoded;
  return { text, options: { delimiter, escapeChar: guessEscape(text) } };
}

/** The lines that are looked at to find the delimiter. */
const maxSniffedLines = 30;

/** How often most lines have a delimiter, and how many lines have it as often. */
function countDelimiter(lines: string[], delimiter: string): { times: number; lines: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const times = line.split(delimiter).length - 1;
    if (times > 0) counts.set(times, (counts.get(times) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([a, many], [b, more]) => more - many || b - a);
  return { times: usual?.[0] ?? 0, lines: usual?.[1] ?? 0 };
}

/**
 * The delimiter that most of the first lines have equally often outside quotes; of several, the most frequent one. A comma
 * when none is found.
 */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, 8192).replace(/"[^"]*"/g, '""');
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const named = delimiterLine.exec(lines[0] ?? '')?.[1];
  if (named !== undefined) return named;
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    ...countDelimiter(lines.slice(0, maxSniffedLines), delimiter),
  }));
  // A comma in many titles is no delimiter where each line has a tab.
  const most = Math.max(...counts.map((each) => each.lines));
  const usual = counts.filter((each) => each.times > 0 && each.lines >= most * 0.9);
  return usual.toSorted((a, b) => b.times - a.times)[0]?.delimiter ?? ',';
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
  const { text, options } = normalize(source, dialect);
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
