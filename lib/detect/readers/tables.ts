import { readTitle } from './title.ts';
import type { WorkKind } from '../../films/types.ts';
import { attribute, listElements, nameOf } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import { findOtherKind, hasFilmWords } from '../words.ts';

const titleHeader =
  /^(?:(?:film|movie|original|english|international)?\s*(?:titles?|titel|titre|título|titolo|název|tytuł|название|titolo originale)|films?|movies?|filme|película|фильм)(?:\s*[[(].*)?$/i;
const filmHeader = /^(?:films?|movies?|film title|movie title|filme|película|фильм)/i;
const yearHeader =
  /^(?:\p{L}+ ?[/,] ?)?(?:years?|released?|release (?:date|year)|jahr|année|año|anno|rok|год|date|premiere)(?:\s*[[(].*)?$/iu;
const directorHeader =
  /^(?:directors?|directed by|director\(s\)|regie|réalisat(?:eur|ion)|dirección|regia|režie|reżyseria|режисс[её]р)(?:\s*[[(].*)?$/i;
const takingsHeader =
  /^(?:(?:total|weekend|domestic|worldwide|opening)? ?gross|box office|theaters)(?:\s*[[(].*)?$/i;
/** Headers of columns that only lists of other works have. */
const otherHeader =
  /^(?:episodes?|network|platforms?|publisher|author|artist|album|label|channel|venue|theatre)$/i;

const maxRows = 3000;
const maxColumns = 30;

/**
 * The columns of a table that lists works, and whether its headers say that they are films. An index is -1 if
 * there is no such column.
 */
interface Columns {
  title: number;
  year: number;
  director: number;
  saysFilm: boolean;
}

function findColumns(cells: Element[]): Columns | null {
  // A single heading is the name of a table of facts, one beside plain cells that of a row.
  const heads = cells.filter((cell) => nameOf(cell) === 'th').length;
  if (cells.length < 2 || (heads > 0 && heads < cells.length)) return null;
  const names = cells.slice(0, maxColumns).map(readLine);
  // Box office charts call their films releases.
  const isChart = names.some((name) => takingsHeader.test(name));
  const title = names.findIndex((name) => titleHeader.test(name) || (isChart && /^releases?$/i.test(name)));
  if (title < 0 || names.some((name) => otherHeader.test(name))) return null;
  return {
    title,
    year: names.findIndex((name) => yearHeader.test(name)),
    director: names.findIndex((name) => directorHeader.test(name)),
    saysFilm: isChart || names.some((name) => filmHeader.test(name)),
  };
}

function listCells(row: Element): Element[] {
  return Array.from(row.children)
    .filter((cell) => /^t[dh]$/.test(nameOf(cell)))
    .slice(0, maxColumns);
}

/**
 * The cells of a row by column; a cell that spans columns or rows is in each of them. `open` carries spanning
 * cells to the next rows.
 */
function spread(
  cells: Element[],
  open: Map<number, { cell: Element; rows: number }>,
): (Element | undefined)[] {
  const byColumn: (Element | undefined)[] = [];
  const queue = [...cells];
  for (let column = 0; column < maxColumns && (queue.length > 0 || open.has(column)); column += 1) {
    const spanning = open.get(column);
    if (spanning) {
      byColumn[column] = spanning.cell;
      spanning.rows -= 1;
      if (spanning.rows < 1) open.delete(column);
      continue;
    }
    const cell = queue.shift();
    if (!cell) break;
    const rows = Math.min(Number(attribute(cell, 'rowspan')) || 1, maxRows);
    const columns = Math.min(Number(attribute(cell, 'colspan')) || 1, maxColumns - column);
    for (let at = column; at < column + columns; at += 1) {
      byColumn[at] = cell;
      if (rows > 1) open.set(at, { cell, rows: rows - 1 });
    }
    column += columns - 1;
  }
  return byColumn;
}

/** What precedes a table: its heading, and whether the page is about films. */
export interface TableContext {
  heading: string;
  isFilmPage: boolean;
}

function readRow(cells: (Element | undefined)[], columns: Columns, isFilm: boolean): Sighting | null {
  const cell = cells[columns.title];
  if (!cell) return null;
  const element = cell.querySelector('i, cite, em') ?? cell.querySelector('a[href]') ?? cell;
  const parsed = readTitle(readLine(element).replace(/[†‡*]+$|\s*\[[^\]]{1,4}\]/g, ''));
  if (parsed.title === '' || parsed.title.split(/\s+/).length > 14) return null;
  const yearCell = cells[columns.year];
  // Without a column of years, another cell that is only a year.
  const said = yearCell
    ? readLine(yearCell)
    : cells
        .map((one) => (one && one !== cell ? readLine(one) : ''))
        .find((text) => /^(?:18|19|20)\d\d$/.test(text));
  const year = /(?:18|19|20)\d\d/.exec(said ?? '')?.[0];
  const directorCell = cells[columns.director];
  const others = cells
    .filter((other) => other !== undefined && other !== cell)
    .map((other) => (other ? readLine(other) : ''))
    .filter((text) => text.length < 60);
  const other: WorkKind | null =
    parsed.kind ??
    others.map(findOtherKind).find((kind) => kind === 'series' || kind === 'episode' || kind === 'game') ??
    null;
  return makeSighting({
    title: parsed.title,
    alternativeTitles: parsed.alternativeTitles,
    year: parsed.year ?? (year === undefined ? null : Number(year)),
    directors: directorCell ? [readLine(directorCell)].filter((name) => name !== '' && name.length < 60) : [],
    kind: other ?? (isFilm ? 'film' : null),
    element,
    evidence: 'text',
    certainty: isFilm ? 'stated' : 'possible',
    context: { setApart: true, filmWordsNear: true },
  });
}

/** Whether a row is headed "Films" and has one cell: a part of a table of works by kind. */
function isRowOfFilms([head, cell, ...more]: Element[]): boolean {
  return (
    head !== undefined &&
    cell !== undefined &&
    more.length === 0 &&
    nameOf(head) === 'th' &&
    nameOf(cell) === 'td' &&
    /^(?:feature )?(?:films?|movies|filme|filmy|películas|фильмы)$/i.test(readLine(head))
  );
}

/** The titles in italics in such a row, each with its link. */
function* readListedLinks(row: Element): Generator<Sighting | null> {
  for (const element of listElements(row, 'i a[href]', maxRows))
    yield makeSighting({
      ...readTitle(readLine(element)),
      kind: 'film',
      element,
      evidence: 'text',
      context: { setApart: true, filmWordsNear: true },
    });
}

/**
 * The works of any kind that a table lists; nothing for a table without a column of titles. Pauses between
 * rows.
 */
export function* readTable(
  table: Element,
  { heading, isFilmPage }: TableContext,
): Generator<Sighting | null> {
  const rows = listElements(table, 'tr', maxRows);
  const caption = table.querySelector('caption');
  const above = `${heading} | ${caption ? readLine(caption) : ''}`;
  const open = new Map<number, { cell: Element; rows: number }>();
  let columns: Columns | null = null;
  const isFilmTable = hasFilmWords(above);
  let isFilm = isFilmTable;
  for (const [at, row] of rows.entries()) {
    const cells = listCells(row);
    if (isRowOfFilms(cells)) yield* readListedLinks(row);
    if (!columns) {
      columns = findColumns(cells);
      if (!columns && at > 2) return;
      const isOther = columns !== null && !columns.saysFilm && findOtherKind(above) !== null;
      if (columns && (isOther || !(columns.saysFilm || isFilmPage || isFilmTable))) return;
      // On a page about films, what has a director is one.
      isFilm ||= columns !== null && (columns.saysFilm || columns.director >= 0);
      continue;
    }
    yield readRow(spread(cells, open), columns, isFilm);
  }
}
