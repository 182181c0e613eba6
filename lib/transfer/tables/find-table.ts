import { assignColumns, isNamedHeader } from '../../tables/columns/assign-columns.ts';
import { isValue } from '../../tables/columns/cell-kinds.ts';
import { readHeader, type HeaderMeaning } from '../../tables/columns/split-header.ts';
import { findRefInUrl } from '../../films/refs.ts';
import type { ColumnField, ReadColumn } from '../../tables/columns/fields.ts';
import { readHeaderless, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { ColumnMapping } from '../types.ts';
import { listObjectTables } from './object-table.ts';
import { listSections, type Section } from './sections.ts';

/** The part of a file that tells what its columns are. */
const sniffedLength = 32_768;

/** Whether the first row of a table is one of its rows, not a header. */
function hasNoHeader(header: string[]): boolean {
  if (header.length < 2 || header.every((cell) => cell === '')) return false;
  const values = header.filter((cell) => cell !== '' && isValue(cell));
  const names = header.filter((cell) => !isValue(cell) && readHeader(cell).meanings.size > 0);
  return values.length > 0 && values.length >= names.length;
}

/**
 * The tables of a file, whether they have headers or not, or are JSON; most files have one. Throws `FileFault` as `readTable`
 * does.
 */
export function openTables(file: SourceFile): Section[] {
  const single = (table: Table): Section[] => [{ table, caption: '' }];
  if (file.json !== undefined) {
    const tables = listObjectTables(file);
    const ofFilms = tables.filter(({ table }) => isOfFilms(file, table));
    return ofFilms.length > 0 ? ofFilms : tables.slice(0, 1);
  }
  return hasNoHeader(file.header) ? single(readHeaderless(file)) : listSections(file);
}

/** The first rows of the tables of a file; empty when it cannot be one of films. */
function sniffTables(file: SourceFile): Table[] {
  const { header, json, text } = file;
  if (json !== undefined) return listObjectTables(file, 50).map(({ table }) => table);
  if (header.length === 0 || /^\uFEFF?\s*</.test(text)) return [];
  if (header.length === 1 && !isNamedHeader(header)) return [];
  const { length } = text;
  const cut = length > sniffedLength ? text.lastIndexOf('\n', sniffedLength) + 1 || sniffedLength : length;
  return openTables({ ...file, text: text.slice(0, cut) }).map(({ table }) => table);
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

const cutEnding = (name: string): string => name.replace(/\.\w+$/, '');

/** Meanings of names of columns that only tables of films have. */
const filmMeanings: HeaderMeaning[] = [
  ...(['film', 'title', 'imdb', 'tmdb', 'director', 'watch', 'letterboxd', 'trakt'] as const),
];

/** Whether the names of columns are of matches, payments, tasks and the like, and none is of films. */
function isOfOtherTopic(header: string[]): boolean {
  const meanings = header.flatMap((name) => [...readHeader(name).meanings]);
  const count = meanings.filter((meaning) => meaning === 'otherTopic').length;
  // Recipes and tasks have titles, too.
  const ofFilms = count > 1 ? filmMeanings.filter((meaning) => meaning !== 'title') : filmMeanings;
  return count > 0 && !ofFilms.some((meaning) => meanings.includes(meaning));
}

/** Whether columns have the names that a table without a header gets. */
const isNameless = (header: string[]): boolean => header.every((name) => /^(?:[A-Z]|C\d+)$/.test(name));

/**
 * Whether something says that a table with a column of names is about films: another column, or the name of its file. A
 * year does, for what else people list by names and years?
 */
export function tellsFilms(file: string, header: string[], { title, year }: ColumnMapping): boolean {
  const all = [cutEnding(file), ...header].flatMap((name) => [...readHeader(name).meanings]);
  // "Vintage": a year by its cells alone is one of anything.
  const isYear = year !== undefined && (isNameless(header) || readHeader(year).meanings.size > 0);
  if (title === undefined || namesFilms(title) || isYear) return true;
  return filmMeanings.some((meaning) => all.includes(meaning));
}

/** Whether a table has titles with addresses, none of them of a film, and nothing else that tables of films have. */
function isOfBookmarks(file: SourceFile, { header, rows }: Table, read: ReadColumn[]): boolean {
  const url = read.find(({ field }) => field === 'url')?.column;
  const weak: ColumnField[] = ['url', 'watchedOn', 'status'];
  if (url === undefined || read.some(({ field }) => filmFields.includes(field) && !weak.includes(field)))
    return false;
  const meanings = [cutEnding(file.name), ...header].flatMap((name) => [...readHeader(name).meanings]);
  const isOfFilms = meanings.includes('film') || meanings.includes('watch') || meanings.includes('director');
  return !isOfFilms && !rows.some((row) => findRefInUrl(row.text(url)) !== null);
}

/** Whether a name of a column says that it has titles or films; "Name" does not. */
function namesFilms(column: string): boolean {
  const { meanings } = readHeader(column);
  return meanings.has('title') || meanings.has('film');
}

/**
 * Whether a table is one of films: a column is named as one of titles or ids, or one of texts is next to years, days or
 * ratings.
 */
function isOfFilms(file: SourceFile, table: Table): boolean {
  const { read } = assignColumns(table.header, (at) =>
    table.rows.map(({ cells }) => cells[at]?.trim() ?? ''),
  );
  const fields = new Set(read.map(({ field }) => field));
  const title = read.find(({ field }) => field === 'title' || field === 'originalTitle');
  if (isOfOtherTopic(table.header) || isOfBookmarks(file, table, read)) return false;
  if (title === undefined) return fields.has('imdb') || fields.has('tmdb');
  const isOfPeople = table.header.some((name) => readHeader(name).meanings.has('person'));
  if (isOfPeople && !namesFilms(title.column)) return false;
  const { meanings } = readHeader(title.column);
  const isNamed = file.json === undefined ? meanings.size > 0 : meanings.has('film');
  return isNamed || filmFields.some((field) => fields.has(field));
}

/** Whether a file has a table of films; see `isOfFilms`. */
export const isFilmTable = (file: SourceFile): boolean =>
  sniffTables(file).some((table) => isOfFilms(file, table));
