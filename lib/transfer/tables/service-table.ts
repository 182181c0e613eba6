import { columnFields, type ColumnField } from '../../tables/columns/fields.ts';
import { parseRating } from '../../tables/columns/ratings.ts';
import { foldColumn, readTable, type Table, type TableRow } from '../../tables/table.ts';
import type { TableUse } from '../../tables/table-use.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { ImportBuilder } from '../import-builder-types.ts';
import type { Doubt, ReadOptions, ReadTable } from '../types.ts';
import { fineStarScale, type RatingScale } from '../values.ts';
import { addableFields, planAdded } from './added-columns.ts';
import { findScale, scaleTo } from './rating-scale.ts';

/** The names of the columns from which the reader of a service takes each field, the preferred one first. */
export type ServiceColumns = Partial<Record<ColumnField, string | readonly string[]>>;

/** What a service's tables are like. */
export interface ServiceForm {
  columns: ServiceColumns;
  /** The scale of the ratings; none where the service has no ratings. */
  scale?: RatingScale;
  /** Whether a record is the header, where it is not the first one. */
  isHeader?: (cells: string[]) => boolean;
}

/** The scale of the rating of a row: the service's, or the user's choice where its ratings do not fit that. */
export const scaleOf = ({ scaleEnd }: Pick<TableRow, 'scaleEnd'>, own: RatingScale): RatingScale =>
  scaleEnd === null ? own : scaleTo(scaleEnd);

const listNames = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names;

const fieldsOf = (columns: ServiceColumns): [ColumnField, readonly string[]][] =>
  Object.entries(columns).map(([field, names]) => [field as ColumnField, listNames(names)]);

/** The user's choices that are about columns of this table, by field. */
function listChosen(header: string[], { mapping = {} }: ReadOptions): Map<ColumnField, string> {
  const known = new Map(header.map((name) => [foldColumn(name), name]));
  const chosen = new Map<ColumnField, string>();
  for (const field of columnFields) {
    const column = known.get(foldColumn(mapping[field] ?? ''));
    if (mapping[field] !== undefined && column !== undefined) chosen.set(field, column);
  }
  return chosen;
}

/** At least this share of the ratings must fit the service's scale; else they are of another one. */
const minShare = 0.9;

/** The doubt about the scale of the ratings of a column, if they are not on the service's scale; else null. */
function findScaleDoubt(cells: string[], own: RatingScale, column: string): Doubt | null {
  const numbers = cells
    .map(parseRating)
    .filter(({ value, best }) => best === null && /^\d{1,3}(?:[.,]\d+)?$/.test(value))
    .map(({ value }) => Number(value.replace(',', '.')));
  const fitting = numbers.filter((number) => number <= own.best).length;
  const found = findScale('', cells).scale;
  if (fitting >= numbers.length * minShare || found.best <= own.best) return null;
  return { kind: 'scale', column, best: own.best, others: [found.best] };
}

/** Which column of a table has each field: the service's own, or the user's choice. */
interface Lookup {
  /** The column that is read for a name of the service's; null for none. */
  resolve: (name: string) => string | null;
  columnOf: (field: ColumnField, names: readonly string[]) => string | undefined;
  chosen: Map<ColumnField, string>;
  /** The folded names of the columns that were asked for. */
  used: Set<string>;
  isSkipped: (name: string) => boolean;
}

function createLookup(
  header: string[],
  fields: [ColumnField, readonly string[]][],
  options: ReadOptions,
): Lookup {
  const fieldOf = new Map(fields.flatMap(([field, names]) => names.map((name) => [foldColumn(name), field])));
  const chosen = listChosen(header, options);
  const takenFor = new Map([...chosen].map(([field, column]) => [foldColumn(column), field]));
  const skipped = new Set((options.skippedColumns ?? []).map(foldColumn));
  const used = new Set<string>();
  const isSkipped = (name: string): boolean => skipped.has(foldColumn(name));
  const isFree = (name: string, field: ColumnField): boolean =>
    !isSkipped(name) && (takenFor.get(foldColumn(name)) ?? field) === field;
  return {
    chosen,
    used,
    isSkipped,
    resolve: (name) => {
      const field = fieldOf.get(foldColumn(name));
      const column = field === undefined ? undefined : chosen.get(field);
      if (column === undefined && field !== undefined && !isFree(name, field)) return null;
      used.add(foldColumn(column ?? name));
      return column ?? name;
    },
    columnOf: (field, names) =>
      chosen.get(field) ??
      names
        .flatMap((name) => header.find((each) => foldColumn(each) === foldColumn(name)) ?? [])
        .find((name) => isFree(name, field)),
  };
}

/** What is said of a table once its rows were read. */
function describeTable(
  file: SourceFile,
  { header, rows }: Table,
  { columnOf, used, isSkipped }: Lookup,
  fields: [ColumnField, readonly string[]][],
): Omit<ReadTable, 'doubts' | 'fields'> {
  const read = fields.flatMap(([field, names]) => {
    const column = columnOf(field, names);
    return column === undefined ? [] : [{ field, column, certainty: 'sure' as const }];
  });
  const known = new Set([...read.map(({ column }) => foldColumn(column)), ...used]);
  const unread = header.filter((name) => !known.has(foldColumn(name)) || isSkipped(name));
  const sample = rows.slice(0, 3).map(({ cells }) => cells);
  return { file: file.name, header, sample, read, unread };
}

/**
 * Opens a table of a service with the user's choices, and says in the reading what its columns are. A choice is added to
 * what the service's columns are: another column for a field, none, or a field that the service does not have. Throws
 * `FileFault` as `readTable` does.
 */
export function openServiceTable(
  builder: ImportBuilder,
  file: SourceFile,
  { columns, scale = fineStarScale, isHeader }: ServiceForm,
  options: ReadOptions,
): Table {
  const fields = fieldsOf(columns);
  const doubts: Doubt[] = [];
  const use: TableUse = {
    dateOrder: options.dateOrder,
    onOpenDay: ({ column, detail }) => {
      if (detail[0] !== 'ambiguous-date' || doubts.some(({ kind }) => kind === 'date-order')) return;
      const [, text, first, second] = detail;
      doubts.push({ kind: 'date-order', column: column ?? '', text, first, second });
    },
  };
  const table = readTable(file, isHeader, use);
  const { header, rows } = table;
  const lookup = createLookup(header, fields, options);
  use.resolve = lookup.resolve;
  const rating =
    columns.rating === undefined ? undefined : lookup.columnOf('rating', listNames(columns.rating));
  const at = header.indexOf(rating ?? '');
  const cells = rating === undefined ? [] : rows.map((row) => row.cells[at] ?? '');
  const doubt = rating === undefined ? null : findScaleDoubt(cells, scale, rating);
  if (doubt !== null) {
    doubts.push(doubt);
    use.scaleEnd = options.scale ?? null;
  }
  const more = [...lookup.chosen].filter(
    ([field]) => columns[field] === undefined && addableFields.includes(field),
  );
  if (more.length > 0) builder.addColumns(file, planAdded(builder, table, Object.fromEntries(more), options));
  const all = [...fields, ...more.map(([field, name]): (typeof fields)[number] => [field, [name]])];
  const possible = [...new Set([...fields.map(([field]) => field), ...addableFields])];
  builder.addTable(() => ({ ...describeTable(file, table, lookup, all), doubts, fields: possible }));
  return table;
}
