import { assignColumns } from '../../tables/columns/assign-columns.ts';
import { isDateText, judgeCells } from '../../tables/columns/cell-kinds.ts';
import {
  findAnswer,
  findOtherKind as findKindOfCaption,
  type OtherKind,
} from '../../tables/columns/cell-words.ts';
import type { ColumnField } from '../../tables/columns/fields.ts';
import { idSystemsOfColumns } from '../../tables/columns/name-fields.ts';
import { readHeader, type HeaderMeaning } from '../../tables/columns/split-header.ts';
import { readNumericDay, type FindDay } from '../../tables/dates.ts';
import { planDays } from '../../tables/day-plan.ts';
import { FileFault, RowFault } from '../../tables/faults.ts';
import { listDayTexts, type DayPlan } from '../../tables/loose-dates.ts';
import { viewColumn, type Table } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { ColumnMapping, Doubt, ReadOptions, ReadTable } from '../types.ts';
import type { RatingScale } from '../values.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import { tellsFilms } from './find-table.ts';
import { isOwnTable, ownColumns } from './own-table.ts';
import { createPlan, type IdColumn, type TablePlan } from './plan-cells.ts';
import { findScale } from './rating-scale.ts';
import { findRowsWithoutFilm } from './rows-without-film.ts';
import { tellsStatus } from './sections.ts';

/** What the works of a table are whose column of titles is named so. */
const titleKinds: [HeaderMeaning, OtherKind][] = [
  ['show', 'series'],
  ['game', 'game'],
  ['book', 'book'],
  ['album', 'music'],
];

/**
 * The kind of work that the columns, or the name of the file, tell of all rows: books, music, games or series; null for
 * films.
 */
function findOtherKind(file: string, header: string[], title: string | undefined): OtherKind | null {
  const senses = header.map((name) => readHeader(name).meanings);
  const count = (meaning: HeaderMeaning): number => senses.filter((meanings) => meanings.has(meaning)).length;
  if ((['film', 'imdb', 'tmdb', 'director'] as const).some((meaning) => count(meaning) > 0)) return null;
  const isWatched = (['watch', 'plays', 'letterboxd', 'trakt'] as const).some(
    (meaning) => count(meaning) > 0,
  );
  if (count('book') >= 3 || (count('author') > 0 && !isWatched)) return 'book';
  if (count('album') > 0) return 'music';
  const named = title === undefined ? null : readHeader(title).meanings;
  const ofTitle = titleKinds.find(([meaning]) => named?.has(meaning) && !named.has('title'));
  if (ofTitle !== undefined) return ofTitle[1];
  // "games.csv", with titles and states.
  const ofFile = readHeader(file.replace(/\.\w+$/, '')).meanings;
  if (ofFile.has('film') || isWatched) return null;
  return titleKinds.find(([meaning]) => ofFile.has(meaning))?.[1] ?? null;
}

/** The first date in doubt as a file's fault, so that the user can choose. */
function describeOrder(
  file: string,
  column: string,
  cells: string[],
): { fault: FileFault; doubt: Doubt } | null {
  for (const text of listDayTexts(cells)) {
    try {
      readNumericDay(text, column, null);
    } catch (error) {
      if (!(error instanceof RowFault) || error.detail[0] !== 'ambiguous-date') continue;
      const [, raw, first, second] = error.detail;
      return {
        fault: new FileFault('ambiguous-date', file, 'ambiguous-date', raw, first, second),
        doubt: { kind: 'date-order', column, text: raw, first, second },
      };
    }
  }
  return null;
}

/** The cells of all columns of a table that have days. */
const listAllDays = ({ header, rows }: Table): string[] =>
  header.flatMap((name, at) =>
    judgeCells(viewColumn(rows, at)).date >= 0.5 ? rows.map((row) => row.text(name)) : [],
  );

/**
 * How the days of a table are read, as `planDays` says. Throws `FileFault` `ambiguous-date` when none tells.
 */
function planTableDays(
  file: string,
  table: Table,
  column: string | undefined,
  { dateOrder }: ReadOptions,
  findDay: FindDay,
): { days: DayPlan; doubts: Doubt[] } {
  const cells = column === undefined ? [] : table.rows.map((row) => row.text(column));
  const days = planDays(cells, { findDay, dateOrder, listOthers: () => listAllDays(table) });
  const described = days.isOpen && column !== undefined ? describeOrder(file, column, cells) : null;
  if (described === null) return { days, doubts: [] };
  // Dates that contradict each other cannot be asked about: the clear ones are read, the others are left out.
  if (!days.isContradicted) throw described.fault;
  return { days, doubts: [described.doubt] };
}

function listIdColumns(header: string[], taken: Set<string>): IdColumn[] {
  return header.flatMap((column) => {
    const { meanings } = readHeader(column);
    const system = idSystemsOfColumns.find((name) => meanings.has(name));
    const isOther = ['rate', 'rated', 'title', 'date', 'everybody'].some((word) =>
      meanings.has(word as never),
    );
    return system === undefined || isOther || taken.has(column) ? [] : [{ system, column }];
  });
}

function findMapping(
  table: Table,
  { mapping, skippedColumns }: ReadOptions,
): { mapping: ColumnMapping; columns: Pick<ReadTable, 'read' | 'unread'> } {
  const { header, rows } = table;
  if (isOwnTable(header)) {
    const read = Object.entries(ownColumns).filter(([, column]) => header.includes(column));
    const columns = read.map(([field, column]) => ({
      field: field as ColumnField,
      column,
      certainty: 'sure' as const,
    }));
    return { mapping: Object.fromEntries(read), columns: { read: columns, unread: [] } };
  }
  const columns = assignColumns(header, (at) => viewColumn(rows, at), mapping, skippedColumns);
  const found = Object.fromEntries(columns.read.toReversed().map(({ field, column }) => [field, column]));
  return { mapping: found, columns };
}

/** The column of the day on which a viewing was begun, if the column of days has that of its end. */
function findStarted(unread: string[], watchedOn: string | undefined): string | null {
  if (watchedOn === undefined || !readHeader(watchedOn).meanings.has('finish')) return null;
  return unread.find((name) => readHeader(name).meanings.has('start')) ?? null;
}

const listPartColumns = (unread: string[]): TablePlan['partColumns'] =>
  (['episode', 'season'] as const).flatMap((kind) =>
    unread
      .filter((name) => readHeader(name).meanings.has(kind) && !readHeader(name).meanings.has('count'))
      .map((name): TablePlan['partColumns'][number] => [kind, name]),
  );

/** The columns with circles for yes. */
const listCircleColumns = ({ header, rows }: Table): Set<string> =>
  new Set(header.filter((name) => rows.some((row) => /^[oO○◯⭕]$/u.test(row.text(name)))));

/** The columns that are taken for something by little: the title, too, where nothing says that the table is of films. */
function listColumnDoubts(
  file: string,
  header: string[],
  mapping: ColumnMapping,
  read: ReadTable['read'],
): Doubt[] {
  const isDoubtful = !tellsFilms(file, header, mapping);
  return read
    .filter(({ field, certainty }) => certainty === 'unsure' || (isDoubtful && field === 'title'))
    .map(({ field, column }) => ({ kind: 'column', column, field }));
}

const sampleRows = 3;

/** Whether the cells of the column of days are days; a column "Watched" can have answers instead. */
function hasDayCells({ rows }: Table, column: string | undefined): boolean {
  if (column === undefined) return false;
  let isEmpty = true;
  for (const row of rows) {
    const cell = row.text(column);
    if (cell !== '' && (findAnswer(cell) === null || isDateText(cell))) return true;
    isEmpty &&= cell === '';
  }
  return isEmpty;
}

/** Whether a name of a column of days says that they are of viewings. */
function namesViewings(column: string): boolean {
  const { meanings } = readHeader(column);
  const isOther = (['want', 'list', 'add', 'start'] as const).some((meaning) => meanings.has(meaning));
  return !isOther && (meanings.has('watch') || meanings.has('finish'));
}

/**
 * Finds out what a table has. `caption` is the line above it, if it is one of several in its file. Throws `FileFault` when the user has to
 * choose the order of dates.
 */
export function planTable(
  file: SourceFile,
  table: Table,
  options: ReadOptions,
  findDay: FindDay,
  caption = '',
): { plan: TablePlan; report: ReadTable } {
  const { header, rows } = table;
  const { mapping, columns } = findMapping(table, options);
  const isOwn = isOwnTable(header);
  const cells = (field: ColumnField): string[] => {
    const column = mapping[field];
    return column === undefined ? [] : rows.map((row) => row.text(column));
  };
  const { days, doubts } = planTableDays(file.name, table, mapping.watchedOn, options, findDay);
  const scaleOf = (field: 'rating' | 'filmRating'): RatingScale => {
    const column = mapping[field];
    const { scale, others } = findScale(column ?? '', cells(field), options.scale);
    if (!isOwn && others.length > 0 && column !== undefined)
      doubts.push({ kind: 'scale', column, best: scale.best, others });
    return scale;
  };
  const [scale, filmScale] = [scaleOf('rating'), scaleOf('filmRating')];
  if (!isOwn) doubts.push(...listColumnDoubts(file.name, header, mapping, columns.read));
  const told = findKindOfCaption(caption) ?? findOtherKind(file.name, header, mapping.title);
  const otherKind = isOwn ? null : told;
  // Nothing is asked where nothing is read.
  if (otherKind !== null) doubts.length = 0;
  const taken = new Set(columns.read.filter(({ field }) => field !== 'otherId').map(({ column }) => column));
  const idColumns = isOwn ? [] : listIdColumns(header, taken);
  const addressColumns = isOwn
    ? []
    : header.filter((_, at) => judgeCells(viewColumn(rows, at)).address > 0.3);
  const used = new Set([...idColumns.map(({ column }) => column), ...addressColumns]);
  const plan = createPlan({
    mapping,
    scale,
    filmScale,
    days,
    isOwn,
    isWatchlist: !isOwn && isWatchlistName(tellsStatus(caption) ? caption : file.name),
    hasDays: hasDayCells(table, mapping.watchedOn),
    hasViewingDays: namesViewings(mapping.watchedOn ?? ''),
    moreDays: columns.read
      .filter(({ field, column }) => field === 'watchedOn' && column !== mapping.watchedOn)
      .map(({ column }) => column),
    startedColumn: findStarted(columns.unread, mapping.watchedOn),
    partColumns: isOwn ? [] : listPartColumns(columns.unread),
    addressColumns,
    idColumns,
    circleColumns: listCircleColumns(table),
    rowsWithoutFilm: isOwn ? new Set() : findRowsWithoutFilm(table, mapping),
    otherKind,
    doubts,
  });
  const sample = rows.slice(0, sampleRows).map((row) => row.cells);
  const unread = columns.unread.filter((column) => !used.has(column));
  const report = { file: file.name, header, sample, doubts, read: columns.read, unread, fields: null };
  return { plan, report };
}
