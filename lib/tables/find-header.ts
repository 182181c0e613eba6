import { isValue } from './columns/cell-kinds.ts';
import { readHeader } from './columns/split-header.ts';
import type { CsvRecord } from './csv.ts';

/** The most lines of text above a header. */
const maxLinesAbove = 5;

export const countFilled = ({ cells }: CsvRecord): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** How many cells of a record name something that columns have; 0 for a record with values. */
function countNames({ cells }: CsvRecord): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.some((cell) => isValue(cell))) return 0;
  return filled.filter((cell) => {
    const { meanings, unknown } = readHeader(cell);
    return meanings.size > 0 && unknown.length <= 1;
  }).length;
}

/** Whether a record reads as a header: it has several cells, of which nearly all are names of columns. */
export const isHeaderRecord = (record: CsvRecord): boolean =>
  countFilled(record) > 1 && countNames(record) >= countFilled(record) * 0.75;

/**
 * The index of the header: the first record with several cells that are not empty, after at most five lines of text. Where
 * that has groups of columns, some without a name, and the record below it has their names, it is that one.
 */
export function findHeader(records: CsvRecord[]): number {
  const first = records.slice(0, maxLinesAbove + 1).findIndex((record) => countFilled(record) > 1);
  const [header, next] = [records[first], records[first + 1]];
  if (header === undefined || next === undefined) return Math.max(first, 0);
  const isOfGroups = countFilled(header) < countFilled(next) && countNames(header) < countNames(next);
  return isOfGroups && isHeaderRecord(next) ? first + 1 : first;
}
