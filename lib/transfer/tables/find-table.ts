import { assignColumns, isNamedHeader } from '../../tables/columns/assign-columns.ts';
import { isDateText } from '../../tables/columns/cell-kinds.ts';
import { isClearRating } from '../../tables/columns/ratings.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import type { ColumnField } from '../../tables/columns/fields.ts';
import { readHeaderless, readTable, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';

/** The part of a file that tells what its columns are. */
const sniffedLength = 32_768;

/** Whether a cell can only be a value, not the name of a column. */
const isValue = (cell: string): boolean =>
  /^\d{1,13}(?:[.,]\d+)?$|^tt\d{5,10}$|^https?:\/\/|^\(\d{4}\)$/i.test(cell) ||
  isDateText(cell) ||
  isClearRating(cell);

/** Whether the first row of a table is one of its rows, not a header. */
export function hasNoHeader(header: string[]): boolean {
  if (header.length < 2 || header.every((cell) => cell === '')) return false;
  const values = header.filter((cell) => cell !== '' && isValue(cell));
  const names = header.filter((cell) => !isValue(cell) && readHeader(cell).meanings.size > 0);
  return values.length > 0 && values.length >= names.length;
}

/** The table of a file, whether it has a header or not. Throws `FileFault` as `readTable` does. */
export const openTable = (file: SourceFile): Table =>
  hasNoHeader(file.header) ? readHeaderless(file) : readTable(file);

/** Fields that say, beside a title, that a table is about films. */
const filmFields: ColumnField[] = [
  'year',
  'watchedOn',
  'rating',
  'imdb',
  'tmdb',
  'url',
  'status',
  'watched',
  'releaseDate',
];

/**
 * Whether a file is a table of films: a column is named as one of titles or ids, or one of texts stands beside years, days
 * or ratings.
 */
export function isFilmTable(file: SourceFile): boolean {
  const { header, json, text } = file;
  if (json !== undefined || header.length === 0 || /^\uFEFF?\s*</.test(text)) return false;
  if (header.length === 1 && !isNamedHeader(header)) return false;
  const { length } = text;
  const cut = length > sniffedLength ? text.lastIndexOf('\n', sniffedLength) + 1 || sniffedLength : length;
  const table = openTable({ ...file, text: text.slice(0, cut) });
  const { read } = assignColumns(table.header, (at) =>
    table.rows.map(({ cells }) => cells[at]?.trim() ?? ''),
  );
  const fields = new Set(read.map(({ field }) => field));
  const title = read.find(({ field }) => field === 'title' || field === 'originalTitle');
  if (title === undefined) return fields.has('imdb') || fields.has('tmdb');
  const isNamed = readHeader(title.column).meanings.size > 0;
  return isNamed || filmFields.some((field) => fields.has(field));
}
