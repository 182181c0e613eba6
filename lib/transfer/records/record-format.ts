import { maxRows } from '../../tables/limits.ts';
import type { TableRow } from '../../tables/table.ts';
import { openServiceTable, type ServiceColumns } from '../tables/service-table.ts';
import type { RatingScale } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import type { ImportFormat } from '../format-names.ts';
import { shorten } from '../../tables/faults.ts';
import { listOf } from '../json.ts';
import type { FileFormat, FormatNotes, Reading, ReadOptions } from '../types.ts';
import { iterateCells, readJsonCells, type Cells, type RawCells, type RecordDayOptions } from './cells.ts';
import { dropRepeatedPlays, markRewatches } from '../rewatches.ts';
import { addRecord, type RecordParts } from './film-record.ts';

/** A list of rows of one kind in a file. */
interface RecordList<Role> {
  role: Role;
  rows: RawCells[];
}

/** A service whose files have one film in each row or item. */
export interface RecordFormat<Role extends string> {
  id: ImportFormat;
  /** What kind of file of this service it is, by its content; null for other files. */
  findRole: (file: SourceFile) => Role | null;
  /** The rows of a file; by default, and where this gives null, those of its table, or the items of its array. */
  listRows?: (file: SourceFile, role: Role) => RecordList<Role>[] | null;
  /** The names of the columns of its tables, by what is read from them. */
  columns?: ServiceColumns;
  /** The scale of its ratings. */
  scale?: RatingScale;
  /** Repairs a file before its rows are listed. */
  prepare?: (file: SourceFile) => SourceFile;
  /** What a row says; null if that is nothing. Throws `RowFault`. */
  read: (cells: Cells, role: Role, builder: ImportBuilder) => RecordParts | null;
  /** Whether films that were seen stay among those to see in the files, so that they are dropped from the watchlist. */
  dropsSeen?: boolean;
  /** Whether a row's number of plays is that of its film, also in the film's other rows. */
  countsFilm?: boolean;
  isByProduct?: (file: SourceFile) => boolean;
  notes: FormatNotes;
}

const locate = ({ name, folder }: SourceFile): string => (folder === '' ? name : `${folder}/${name}`);

/** The items of a list in JSON as rows; of too many one more than is allowed, which is the file's fault when it is read. */
export function listJsonRows(file: SourceFile, items: unknown): RawCells[] {
  const rows = listOf(items).slice(0, maxRows + 1);
  return rows.map((item, at) => readJsonCells(item, { file: locate(file), row: at + 1 }));
}

/** The rows of a table; those with a fault are left out here and told. */
function listTableRows(builder: ImportBuilder, rows: TableRow[]): RawCells[] {
  for (const row of rows) {
    const { fault } = row;
    if (fault)
      builder.attempt(row.from, () => {
        throw fault;
      });
  }
  return rows.filter(({ fault }) => fault === null);
}

/** Adds the rows of a file; those that cannot be read are told. */
export function addRows<Role extends string>(
  builder: ImportBuilder,
  file: SourceFile,
  role: Role,
  { listRows, read, columns, scale }: Pick<RecordFormat<Role>, 'listRows' | 'read' | 'columns' | 'scale'>,
  options: ReadOptions,
): void {
  const all = (): RawCells[] => {
    if (file.json !== undefined) return listJsonRows(file, file.json);
    const table = openServiceTable(
      builder,
      file,
      { columns: columns ?? {}, ...(scale && { scale }) },
      options,
    );
    return listTableRows(builder, table.rows);
  };
  for (const list of listRows?.(file, role) ?? [{ role, rows: all() }]) {
    const { findDay } = builder;
    const onRough: RecordDayOptions['onRough'] = (from, column, text) =>
      builder.notice(from, column, 'rough-day', shorten(text));
    const reading = { findDay, dateOrder: options.dateOrder, onRough, onOpenDay: builder.addDoubt };
    for (const cells of iterateCells(list.rows, reading)) {
      builder.attemptRow(cells, () => {
        const parts = read(cells, list.role, builder);
        if (parts !== null) addRecord(builder, parts, cells.from);
      });
    }
  }
}

/** Makes a format of what is particular to a service. */
export function createRecordFormat<Role extends string>(format: RecordFormat<Role>): FileFormat {
  const { id, findRole, prepare, dropsSeen, countsFilm, isByProduct, notes } = format;
  const readFiles = (files: SourceFile[], options: ReadOptions): Reading => {
    const builder = createImportBuilder(id, options);
    for (const file of files) {
      const role = findRole(file);
      if (role !== null) addRows(builder, prepare?.(file) ?? file, role, format, options);
    }
    const fileNames = files.map(({ name }) => name);
    const reading = builder.finish({ fileNames, countsRewatches: countsFilm !== true });
    if (countsFilm === true) {
      reading.entries = dropRepeatedPlays(reading.entries);
      for (const entries of Map.groupBy(reading.entries, ({ film }) => film).values()) markRewatches(entries);
    }
    if (dropsSeen !== true) return reading;
    const watchlist = reading.watchlist.filter(({ film }) => builder.entriesOf(film).length === 0);
    return { ...reading, watchlist };
  };
  return {
    id,
    recognise: (files) => files.filter((file) => findRole(file) !== null),
    ...(isByProduct && { isByProduct }),
    read: readFiles,
    notes,
  };
}
