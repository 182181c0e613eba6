import type { OtherKind } from '../../tables/columns/cell-words.ts';
import type { ColumnField } from '../../tables/columns/fields.ts';
import type { idSystemsOfColumns } from '../../tables/columns/name-fields.ts';
import type { DayPlan } from '../../tables/loose-dates.ts';
import type { TableRow } from '../../tables/table.ts';
import { toAsciiDigits } from '../../text/digits.ts';
import type { RowCells } from '../import-builder-types.ts';
import type { ColumnMapping, Doubt } from '../types.ts';
import type { RatingScale } from '../values.ts';
import { unguard } from './own-table.ts';

/** A system of ids that has a column of its own. */
export type IdColumn = { system: (typeof idSystemsOfColumns)[number]; column: string };

/** Facts about a whole table, found before its rows are read. */
export interface TablePlan {
  mapping: ColumnMapping;
  scale: RatingScale;
  filmScale: RatingScale;
  days: DayPlan;
  /** Whether Marquee wrote the table. */
  isOwn: boolean;
  /** The name of the file, or the line above the table, says that it is a watchlist. */
  isWatchlist: boolean;
  /** Whether a film that is rated or named, and no more, was seen. The last of its ratings then is the film's. */
  marksSeen: boolean;
  /** Whether the column of the field has days, rather than answers. */
  hasDays: boolean;
  /** Whether the name of that column says that they are of viewings, not of additions to a list. */
  hasViewingDays: boolean;
  /** Further columns of days of viewings. */
  moreDays: string[];
  /** The column of the day on which a viewing was begun, where another has the day of its end; else null. */
  startedColumn: string | null;
  /** Columns of the number of a season or an episode, which only rows of series have. */
  partColumns: [kind: 'episode' | 'season', column: string][];
  /** Columns in which a circle says yes and a cross no, as in Japan and Korea. */
  circleColumns: Set<string>;
  /** Columns of addresses, which can have ids. */
  addressColumns: string[];
  idColumns: IdColumn[];
  /** The kind of work of all rows, where the columns tell that they are not films. */
  otherKind: OtherKind | null;
  /** The numbers of rows that have no film, such as sums. */
  rowsWithoutFilm: Set<number>;
  doubts: Doubt[];
}

/** A plan of a table of which no more is known than `parts`: its rows are of films, and it says nothing else of them. */
export const createPlan = (
  parts: Pick<TablePlan, 'mapping' | 'scale' | 'days'> & Partial<TablePlan>,
): TablePlan => ({
  filmScale: parts.scale,
  isOwn: false,
  isWatchlist: false,
  marksSeen: false,
  hasDays: false,
  hasViewingDays: false,
  moreDays: [],
  startedColumn: null,
  partColumns: [],
  circleColumns: new Set(),
  addressColumns: [],
  idColumns: [],
  otherKind: null,
  rowsWithoutFilm: new Set(),
  doubts: [],
  ...parts,
});

/** The fields whose cells are words, which stay as they are written. */
const textFields = new Set<ColumnField>([
  ...(['title', 'originalTitle', 'directors', 'tags', 'filmTags'] as const),
  ...(['note', 'review', 'place', 'company'] as const),
]);

/** The trimmed cell of a field; '' when the table has no such column. Numbers are in ASCII digits, whatever their script is. */
export function cellOf(
  { mapping, isOwn, circleColumns }: TablePlan,
  row: RowCells & Partial<Pick<TableRow, 'raw'>>,
  field: ColumnField,
): string {
  const column = mapping[field];
  if (column === undefined) return '';
  if (isOwn) return unguard(row.raw?.(column) ?? '');
  const cell = row.text(column);
  if (circleColumns.has(column) && /^[xX]$/.test(cell)) return 'no';
  return textFields.has(field) ? cell : toAsciiDigits(cell);
}

/** The name of the column of a field; null when there is none. */
export const columnOf = ({ mapping }: TablePlan, field: ColumnField): string | null => mapping[field] ?? null;
