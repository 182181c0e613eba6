import { listOf, member } from '../json.ts';

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of items in a JSON value, and the name of the member that it is in; '' for the value itself. */
export interface ObjectList {
  name: string;
  items: object[];
}

/** The deepest member that is searched for lists. */
const maxDepth = 4;

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';
const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);
const valuesOf = (value: object): unknown[] => Object.keys(value).map((key) => member(value, key));

/** The items of columns, each with a list of values, or with values by number: how tables of programs are saved. */
function readColumns(value: object): object[] | null {
  const names = Object.keys(value);
  const columns = valuesOf(value);
  const [first] = columns;
  const isByList = columns.every((column) => Array.isArray(column) && column.every(isPlain));
  const rows = isByList ? listOf(first).map((_, at) => String(at)) : keysOf(first);
  const isSame = (column: unknown): boolean =>
    isByList
      ? listOf(column).length === rows.length
      : keysOf(column).length === rows.length && rows.every((row) => isPlain(member(column, row)));
  const isTable =
    names.length > 1 && rows.length > 0 && rows.every((row) => /^\d+$/.test(row)) && columns.every(isSame);
  if (!isTable) return null;
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, valueAt(columns[at], row)])));
}

const valueAt = (column: unknown, row: string): unknown =>
  Array.isArray(column) ? (column[Number(row)] as unknown) : member(column, row);

const titleKeys = ['title', 'name', 'film', 'movie'];

/** The items of an object that has one by each title: `{"Heat (1995)": {"rating": 9}}`. */
function readByTitle(value: object): object[] | null {
  const items = valuesOf(value);
  if (items.length < 2 || !items.every(isObject)) return null;
  const hasTitles = items.some((item) => titleKeys.some((key) => member(item, key) !== undefined));
  return Object.keys(value).map((key, at) => ({ ...(hasTitles ? {} : { title: key }), ...items[at] }));
}

/** The items of a list of rows, of which the first has the names of the columns. */
function readRows(rows: unknown[][]): object[] {
  const [header = [], ...below] = rows;
  const isHeader = header.every((name) => typeof name === 'string');
  if (!isHeader) return [];
  return below.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
}

const titleAndYear = /[([](?:18[7-9]\d|19\d\d|20\d\d)[)\]]\s*$/;

function readList(list: unknown[]): object[] {
  if (list.length === 0) return [];
  if (list.every(isObject)) return list;
  if (list.every((row): row is unknown[] => Array.isArray(row))) return readRows(list);
  // Texts alone could be anything; years behind them tell films.
  const isOfTitles =
    list.every((text) => typeof text === 'string') &&
    list.filter((text) => titleAndYear.test(text)).length * 2 >= list.length;
  return isOfTitles ? list.map((film: unknown) => ({ film })) : [];
}

function* findLists(value: unknown, name: string, depth: number): Generator<ObjectList> {
  if (Array.isArray(value)) {
    const items = readList(value);
    if (items.length > 0) yield { name, items };
    return;
  }
  if (!isObject(value) || depth > maxDepth) return;
  const columns = readColumns(value);
  if (columns !== null) {
    yield { name, items: columns };
    return;
  }
  const inside = Object.keys(value).flatMap((key) => [...findLists(member(value, key), key, depth + 1)]);
  yield* inside;
  if (inside.length > 0) return;
  const byTitle = readByTitle(value);
  if (byTitle !== null) yield { name, items: byTitle };
}

/**
 * The lists of items in a JSON value: itself, or lists and tables among its members. Lists inside items are not searched, and
 * texts are items where they have years as films have.
 */
export const listObjectLists = (json: unknown): ObjectList[] => [...findLists(json, '', 1)];
