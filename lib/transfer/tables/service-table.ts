import { columnFields, type ColumnField } from '../../tables/columns/fields.ts';
import { parseRating } from '../../tables/columns/ratings.ts';
import { foldColumn, readTable, type Table, type TableRow, type TableUse } from '../../tables/table.ts';
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
  const fieldOf = new Map(fields.flatMap(([field, names]) => names.map((name) => [foldColumn(name), field])));
  const doubts: Doubt[] = [];
  const used = new Set<string>();
  let chosen = new Map<ColumnField, string>();
  const skipped = new Set((options.skippedColumns ?? []).map(foldColumn));
  const isFree = (name: string, field: ColumnField | undefined): boolean =>
    !skipped.has(foldColumn(name)) &&
    ![...chosen].some(([other, column]) => other !== field && foldColumn(column) === foldColumn(name));
  const resolve = (name: string): string | null => {
    const field = fieldOf.get(foldColumn(name));
    const column = field === undefined ? undefined : chosen.get(field);
    if (column === undefined && field !== undefined && !isFree(name, field)) return null;
    used.add(foldColumn(column ?? name));
    return column ?? name;
  };
  const use: TableUse = {
    dateOrder: options.dateOrder,
    resolve,
    onOpenDay: ({ column, detail }) => {
      if (detail[0] !== 'ambiguous-date' || doubts.some(({ kind }) => kind === 'date-order')) return;
      const [, text, first, second] = detail;
      doubts.push({ kind: 'date-order', column: column ?? '', text, first, second });
    },
  };
  const table = readTable(file, isHeader, use);
  const { header, rows } = table;
  chosen = listChosen(header, options);
  const columnOf = (field: ColumnField, names: readonly string[]): string | undefined =>
    chosen.get(field) ??
    names
      .flatMap((name) => header.find((each) => foldColumn(each) === foldColumn(name)) ?? [])
      .find((name) => isFree(name, field));
  const rating = columns.rating === undefined ? undefined : columnOf('rating', listNames(columns.rating));
  const cellsOf = (at: number): string[] => rows.map(({ cells }) => cells[at] ?? '');
  const doubt = rating === undefined ? null : findScaleDoubt(cellsOf(header.indexOf(rating)), scale, rating);
  if (doubt !== null) {
    doubts.push(doubt);
    use.scaleEnd = options.scale ?? null;
  }
  const more = [...chosen].filter(([field]) => columns[field] === undefined && addableFields.includes(field));
  if (more.length > 0) builder.addColumns(file, planAdded(builder, table, Object.fromEntries(more), options));
  builder.addTable((): ReadTable => {
    const read = [...fields, ...more.map(([field, name]) => [field, [name]] as const)].flatMap(
      ([field, names]) => {
        const column = columnOf(field, names);
        return column === undefined ? [] : [{ field, column, certainty: 'sure' as const }];
      },
    );
    const isRead = new Set([...read.map(({ column }) => foldColumn(column)), ...used]);
    return {
      file: file.name,
      header,
      sample: rows.slice(0, 3).map(({ cells }) => cells),
      read,
      unread: header.filter((name) => !isRead.has(foldColumn(name)) || skipped.has(foldColumn(name))),
      doubts,
      fields: [...new Set([...fields.map(([field]) => field), ...addableFields])],
    };
  });
  return table;
}
