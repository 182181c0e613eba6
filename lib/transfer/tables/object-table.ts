import { maxRows } from '../../tables/limits.ts';
import { makeTable, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { listOf, member } from '../json.ts';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The deepest member of an object that becomes a column: "movie.ids.imdb". */
const maxDepth = 3;
/** The most columns; an object with more keys is no row of a table. */
const maxColumns = 200;

/** The value of a member as the cell of a table. */
function formatCell(value: unknown): string {
  if (Array.isArray(value))
    return value.map((part) => formatCell(isObject(part) ? nameOf(part) : part)).join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const nameOf = (value: unknown): unknown => member(value, 'name') ?? member(value, 'title') ?? '';

/** Adds the cells of an object by the paths of its members. */
function addCells(cells: Map<string, string>, value: object, path: string, depth: number): void {
  for (const name of Object.keys(value)) {
    const part = member(value, name);
    const column = path === '' ? name : `${path}.${name}`;
    if (isObject(part) && depth < maxDepth) addCells(cells, part, column, depth + 1);
    else if (!isObject(part)) cells.set(column, formatCell(part));
  }
}

/** The list of objects in a JSON value: itself, or the longest list among its members. */
function findItems(json: unknown): object[] {
  if (Array.isArray(json)) return json.every(isObject) ? json : [];
  if (!isObject(json)) return [];
  const lists = Object.keys(json).map((name) => listOf(member(json, name)));
  const [longest = []] = lists.filter((list) => list.every(isObject)).toSorted((a, b) => b.length - a.length);
  return longest.filter(isObject);
}

/**
 * The objects of a JSON file as rows of a table, with a column for each member. Null when the file has no list of objects.
 * Rows are numbered from 1. `most` is the number of objects that are read, by
 * default one more than is allowed, which is the file's fault when it is read.
 */
export function readObjects(file: SourceFile, most = maxRows + 1): Table | null {
  const items = findItems(file.json).slice(0, most);
  if (items.length === 0) return null;
  const rows = items.map((item) => {
    const cells = new Map<string, string>();
    addCells(cells, item, '', 1);
    return cells;
  });
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (header.length > maxColumns) return null;
  const records = rows.map((row, at) => ({
    row: at + 1,
    cells: header.map((column) => row.get(column) ?? ''),
    isOpen: false,
  }));
  return makeTable(file, header, records, header.length);
}
