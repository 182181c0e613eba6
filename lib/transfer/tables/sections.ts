import { findStatus } from '../../tables/columns/cell-words.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import type { CsvRecord } from '../../tables/csv.ts';
import { countFilled, findHeader, isHeaderRecord } from '../../tables/find-header.ts';
import { listRecords, makeTableBelow, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isWatchlistName } from '../watchlist-name.ts';

/** A part of a file with a header of its own, as sheets that were put together have. */
export interface Section {
  table: Table;
  /** The line above the header: "Films to watch"; '' if there is none. */
  caption: string;
}

const foldCell = (cell: string): string => cell.trim().toLowerCase();

/** Whether two records have the same cells. */
const hasSameCells = (record: CsvRecord, other: CsvRecord): boolean =>
  record.cells.length === other.cells.length &&
  record.cells.every((cell, at) => foldCell(cell) === foldCell(other.cells[at] ?? ''));

/** Whether a caption says other than its neighbour's what was done with the films. */
export const tellsStatus = (caption: string): boolean =>
  isWatchlistName(caption) || findStatus(caption) !== null;

/** Whether a record is a header again: the same as the first one, or names of columns below an empty line or a caption. */
function isNextHeader(records: CsvRecord[], at: number, first: CsvRecord): boolean {
  const record = records[at];
  const before = records[at - 1];
  if (record === undefined || before === undefined || countFilled(record) < 2) return false;
  if (hasSameCells(record, first)) return true;
  const isApart = record.row > before.row + 1 || countFilled(before) === 1;
  if (!isApart) return false;
  const hasTitle = record.cells.some((cell) => {
    const { meanings } = readHeader(cell);
    return meanings.has('title') || meanings.has('film') || meanings.has('name');
  });
  return hasTitle && isHeaderRecord(record);
}

/** How many columns a table has that stands several times side by side in a sheet; null for one that stands once. */
function findBlockWidth({ cells }: CsvRecord): number | null {
  const names = cells.map(foldCell);
  // The last block has no empty column behind it.
  for (let width = 2; width * 2 - 1 <= names.length; width += 1) {
    const isRepeated = names.every((name, at) => at < width || name === '' || name === names[at - width]);
    const isWhole = names.slice(0, width).filter((name) => name !== '').length > 1 && names[width] !== '';
    if (isRepeated && isWhole) return width;
  }
  return null;
}

/** The records of a table with those that stand beside it in the same columns again below it. */
function stackBlocks(header: CsvRecord, rows: CsvRecord[]): { header: CsvRecord; rows: CsvRecord[] } {
  const width = findBlockWidth(header);
  if (width === null) return { header, rows };
  const cut = (record: CsvRecord, from: number): CsvRecord => ({
    ...record,
    cells: record.cells.slice(from, from + width),
  });
  const starts = Array.from({ length: Math.ceil(header.cells.length / width) }, (_, at) => at * width);
  const stacked = starts.flatMap((from) => rows.map((row) => cut(row, from)));
  return { header: cut(header, 0), rows: stacked.filter((row) => countFilled(row) > 0) };
}

/**
 * The tables of a file that has several below each other. Those with one header are joined, unless their captions say
 * whether their films were seen. Throws `FileFault` as `parseCsv` does.
 */
export function listSections(file: SourceFile): Section[] {
  const records = listRecords(file.text);
  const start = findHeader(records);
  const first = records[start];
  if (first === undefined) return [{ table: makeTableBelow(file, undefined, []), caption: '' }];
  const sections: { header: CsvRecord; rows: CsvRecord[]; caption: string }[] = [];
  const captionBefore = (at: number): string => {
    const before = records[at - 1];
    return before !== undefined && countFilled(before) === 1 ? before.cells.join('').trim() : '';
  };
  for (let at = start; at < records.length; at += 1) {
    const record = records[at];
    const open = sections.at(-1);
    if (record === undefined) continue;
    if (open === undefined) sections.push({ header: record, rows: [], caption: captionBefore(at) });
    else if (isNextHeader(records, at, first)) {
      const caption = captionBefore(at);
      if (caption !== '') open.rows.pop();
      const isSame = hasSameCells(record, open.header);
      if (!isSame || tellsStatus(caption) || tellsStatus(open.caption))
        sections.push({ header: record, rows: [], caption });
    } else open.rows.push(record);
  }
  return sections.map(({ caption, ...section }) => {
    const { header, rows } = stackBlocks(section.header, section.rows);
    return { table: makeTableBelow(file, header, rows), caption };
  });
}
