import { toAsciiDigits } from '../../text/digits.ts';
import { isNumericDate, isWrittenDay } from '../dates.ts';
import { readDays } from '../loose-dates.ts';
import { findAnswer, findStatus, isWorkKind } from './cell-words.ts';
import { isGenre } from './genre-words.ts';
import { isClearRating, isRatingText, isUnrated } from './ratings.ts';

/** How much of a column has a form: shares, from 0 to 1, of its cells that are not empty. */
export interface CellKinds {
  /** The number of cells that are not empty. */
  filled: number;
  year: number;
  date: number;
  rating: number;
  /** Ratings that name their own scale: stars, "4/5", "70 %", letters. */
  clearRating: number;
  /** Whole numbers from 0. */
  count: number;
  answer: number;
  status: number;
  imdbId: number;
  address: number;
  /** Names of kinds of works: "film", "série", "book". */
  workKind: number;
  /** Cells of names of genres alone. */
  genre: number;
  /** Texts with a year in brackets at the end, as titles have. */
  titleYear: number;
  /** Cells with a digit. */
  numeric: number;
  /** Cells with a letter that are none of the others. */
  text: number;
  /** Different cells. */
  distinct: number;
  /** Whether the cells are 1, 2, 3 and so on. */
  isNumbering: boolean;
  /** The mean length of a cell. */
  length: number;
}

/** The cells that are looked at; a column of more is judged by these, spread over it. */
const maxCells = 300;

const yearPattern = /^\(?(?:18[7-9]\d|19\d\d|20\d\d|2[45]\d\d)(?:\.0)?\)?$/;
const serialPattern = /^[2-5]\d{4}(?:\.\d+)?$/;

/** Whether a cell has the form of one or several days. Bare years and numbers of spreadsheets are not counted. */
export function isDateText(cell: string): boolean {
  if (yearPattern.test(cell) || serialPattern.test(cell) || cell.length > 400) return false;
  if (isWrittenDay(cell) || isNumericDate(cell)) return true;
  if (!/\d/.test(cell)) return false;
  try {
    return readDays(cell, null, { order: 'dmy', findDay: () => '2000-01-01' }).length > 0;
  } catch {
    return false;
  }
}

const isImdbId = (cell: string): boolean => /^tt\d{5,10}$/i.test(cell);
const isAddress = (cell: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(cell);

/** Whether a cell can only be a value, not the name of a column. */
export const isValue = (cell: string): boolean =>
  /^\d{1,13}(?:[.,]\d+)?$|^\(\d{4}\)$/.test(cell) ||
  isImdbId(cell) ||
  isAddress(cell) ||
  isDateText(cell) ||
  isClearRating(cell);

/** The cells of a column: a list, or a view of a table, which needs no memory of its own. */
export interface CellList {
  readonly length: number;
  at: (index: number) => string | undefined;
}

/** The cells that are not empty, trimmed, spread over the column. */
function pickCells(cells: CellList): string[] {
  let filled = 0;
  for (let at = 0; at < cells.length; at += 1) if ((cells.at(at) ?? '').trim() !== '') filled += 1;
  const step = Math.max(filled / maxCells, 1);
  const count = Math.min(filled, maxCells);
  const picked: string[] = [];
  for (let at = 0, nth = 0; picked.length < count; at += 1) {
    const cell = (cells.at(at) ?? '').trim();
    if (cell === '') continue;
    if (nth === Math.floor(picked.length * step)) picked.push(toAsciiDigits(cell));
    nth += 1;
  }
  return picked;
}

/** What the cells of a column are. */
export function judgeCells(cells: CellList): CellKinds {
  const picked = pickCells(cells);
  const share = (fits: (cell: string) => boolean): number =>
    picked.length === 0 ? 0 : picked.filter(fits).length / picked.length;
  const numbers = picked.map(Number);
  return {
    filled: picked.length,
    year: share((cell) => yearPattern.test(cell)),
    date: share(isDateText),
    rating: share((cell) => isRatingText(cell) || isUnrated(cell)),
    clearRating: share(isClearRating),
    count: share((cell) => /^\d{1,4}(?:\.0)?(?:\s?[x×])?$/i.test(cell)),
    answer: share((cell) => findAnswer(cell) !== null),
    status: share((cell) => findStatus(cell) !== null),
    imdbId: share(isImdbId),
    address: share(isAddress),
    titleYear: share((cell) => /^.*\S\s?[([](?:18[7-9]\d|19\d\d|20\d\d)[)\]]$/.test(cell)),
    numeric: share((cell) => /\d/.test(cell)),
    workKind: share(isWorkKind),
    genre: share(isGenre),
    text: share(
      (cell) => /\p{L}/u.test(cell) && !isImdbId(cell) && !isAddress(cell) && findAnswer(cell) === null,
    ),
    distinct: picked.length === 0 ? 0 : new Set(picked).size / picked.length,
    isNumbering: picked.length > 1 && numbers.every((number, at) => number === at + (numbers[0] ?? 0)),
    length: picked.reduce((sum, cell) => sum + cell.length, 0) / Math.max(picked.length, 1),
  };
}

/** Whether the cells can be a spreadsheet's numbers of days. */
export const isSerialColumn = (cells: CellList): boolean => {
  const picked = pickCells(cells);
  return picked.length > 0 && picked.every((cell) => serialPattern.test(cell));
};
