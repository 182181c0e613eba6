import { maxRows } from '../../tables/limits.ts';
import { makeTable, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { member } from '../json.ts';
import { isObject, listObjectLists } from './object-lists.ts';
import type { Section } from './sections.ts';

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
    const inside = containers.test(name) && isObject(part) ? '' : name;
    const column = [path, inside].filter((each) => each !== '').join('.');
    if (isObject(part) && depth < maxDepth) addCells(cells, part, column, depth + 1);
    else if (!isObject(part)) cells.set(cells.has(column) ? `${column}.${name}` : column, formatCell(part));
  }
}

/** Members that only hold others, and say nothing of them. */
const containers =
  /^(?:user_?data|data|attributes|fields|properties|metadata|items?|stats|details|info|node)$/i;

/**
 * The objects of a list as rows of a table, with a column for each member. Null when they have too many members to be one. Rows
 * are numbered from 1. `most` is the number of objects that are read, by default one more than is allowed, which is the file's
 * fault when it is read.
 */
function readObjects(file: SourceFile, items: object[], most: number): Table | null {
  const rows = items.slice(0, most).map((item) => {
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
  return makeTable(file, header, records, { headerWidth: header.length });
}

/** The tables of objects in a JSON file, each with the name of its member as caption; see `readObjects` and `listObjectLists`. */
export const listObjectTables = (file: SourceFile, most = maxRows + 1): Section[] =>
  listObjectLists(file.json).flatMap(({ name, items }) => {
    const table = readObjects(file, items, most);
    return table === null ? [] : [{ table, caption: name }];
  });
