import { assignColumns, isNamedHeader } from '../../tables/columns/assign-columns.ts';
import { isDateText } from '../../tables/columns/cell-kinds.ts';
import { isClearRating } from '../../tables/columns/ratings.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import type { ColumnField } from '../../tables/columns/fields.ts';
import { readHeaderless, readTable, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { readObjects } from './object-table.ts';

/** The part of a file that tells what its columns are. */
const sniffedLength = 32_768;

/** Whether a cell can only be a value, not the name of a column. */
const isValue = (cell: string): boolean =>
  /^\d{1,13}(?:[.,]\d+)?$|^tt\d{5,10}$|^https?:\/\/|^\(\d{4}\)$/i.test(cell) ||
  isDateText(cell) ||
  isClearRating(cell);

/** Whether the first row of a table is one of its rows, not a header. */
function hasNoHeader(header: string[]): boolean {
  if (header.length < 2 || header.every((cell) => cell === '')) return false;
  const values = header.filter((cell) => cell !== '' && isValue(cell));
  const names = header.filter((cell) => !isValue(cell) && readHeader(cell).meanings.size > 0);
  return values.length > 0 && values.length >= names.length;
}

/** The table of a file, whether it has a header or not, or is JSON. Throws `FileFault` as `readTable` does. */
export function openTable(file: SourceFile): Table {
  if (file.json !== undefined) return readObjects(file) ?? { header: [], rows: [] };
  return hasNoHeader(file.header) ? readHeaderless(file) : readTable(file);
}

/** The first rows of a table; null when the file cannot be one of films. */
function sniffTable(file: SourceFile): Table | null {
  const { header, json, text } = file;
  if (json !== undefined) return readObjects(file, 50);
  if (header.length === 0 || /^\uFEFF?\s*</.test(text)) return null;
  if (header.length === 1 && !isNamedHeader(header)) return null;
  const { length } = text;
  const cut = length > sniffedLength ? text.lastIndexOf('\n', sniffedLength) + 1 || sniffedLength : length;
  return openTable({ ...file, text: text.slice(0, cut) });
}

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

/** Whether a name of a column says that it has titles or films; "Name" does not. */
function namesFilms(column: string): boolean {
  const { meanings } = readHeader(column);
  return meanings.has('title') || meanings.has('film');
}

/**
 * Whether a file is a table of films: a column is named as one of titles or ids, or one of texts stands beside years, days
 * or ratings.
 */
export function isFilmTable(file: SourceFile): boolean {
  const table = sniffTable(file);
  if (table === null) return false;
  const { read } = assignColumns(table.header, (at) =>
    table.rows.map(({ cells }) => cells[at]?.trim() ?? ''),
  );
  const fields = new Set(read.map(({ field }) => field));
  const title = read.find(({ field }) => field === 'title' || field === 'originalTitle');
  if (title === undefined) return fields.has('imdb') || fields.has('tmdb');
  const isOfPeople = table.header.some((name) => readHeader(name).meanings.has('person'));
  if (isOfPeople && !namesFilms(title.column)) return false;
  const isNamed = file.json === undefined && readHeader(title.column).meanings.size > 0;
  return isNamed || filmFields.some((field) => fields.has(field));
}
