import { blockOf, nameOf, parentOf, rawText } from '../dom.ts';
import type { Page } from '../page.ts';
import type { Sighting } from '../types.ts';
import {
  countFilmData,
  hasFilmData,
  isDate,
  isFilmRow,
  isOnlyData,
  isOtherData,
  measureData,
  time,
} from './row-data.ts';
import { findColumns, listPieces, readRow, years, type Piece, type RowReading } from './row-names.ts';
import { readShape } from './shapes.ts';
import { isAboutFilms, judgeSection } from './sections.ts';
import { makeTrail } from './trail.ts';
import { makeHeadingFound } from '../readers/list-headings.ts';
import { readTitle } from '../readers/title.ts';
import { foldTitle } from '../../films/titles/title-key.ts';

/** Limits: the pieces and characters of a row, the siblings and levels that are looked at, the rows a list is judged by. */
const maxPieces = 16;
const maxRow = 400;
const maxSiblings = 12;
const maxLevels = 4;
const maxSample = 24;

/** A row of a list: an element, or a line between two breaks. */
interface Row {
  element: Element;
  pieces: Piece[];
  isLine?: boolean;
}

/** Rows of one shape below one heading. */
interface Group {
  rows: Row[];
  above: string[];
  /** The years that head the rows, if any do. */
  heads: (number | null)[];
}

/** Whether a text has a name and data. */
const hasBoth = (text: string): boolean => hasFilmData(text) && !isOnlyData(text);

/** Whether texts beside each other are the cells of one row: some is only data, and neither the first nor most have both. */
const areCells = (texts: string[]): boolean =>
  !hasBoth(texts[0] ?? '') &&
  texts.some((text) => isOnlyData(text) || isDate(text)) &&
  2 * texts.filter(hasBoth).length <= texts.length;

/** The first children of an element's parent that have its name. */
function listAlike(element: Element): Element[] {
  const alike: Element[] = [];
  let at = parentOf(element)?.firstElementChild ?? null;
  for (let seen = 0; at && seen < maxSiblings; seen += 1) {
    if (nameOf(at) === nameOf(element)) alike.push(at);
    at = at.nextElementSibling;
  }
  return alike;
}

/** Whether the lines of a block are the cells of one row, as in the blocks beside it. */
function areCellLines(block: Element, lines: string[]): boolean {
  if (hasBoth(lines[0] ?? '')) return false;
  const alike = listAlike(block).filter(
    (other) => other.getElementsByTagName('br').length === lines.length - 1,
  );
  const isNameAndData = lines.length === 2 && hasFilmData(lines[1] ?? '');
  return areCells(lines) || isNameAndData || (lines.length < 5 && alike.length > 1);
}

/** Whether an element is a part of a row, with others of its name beside it. The same for all of them. */
function isOneOfCells(element: Element, alike: Element[]): boolean {
  const name = nameOf(element);
  const texts = alike.map((other) => rawText(other, 200).trim());
  if (areCells(texts)) return true;
  const parent = parentOf(element);
  // No two are built alike, and there is another of what they are in.
  const counts = new Set(alike.map((other) => other.childElementCount));
  return name !== 'li' && parent !== null && counts.size === alike.length && listAlike(parent).length > 1;
}

/** Whether elements with others of their name beside them are parts of a row, by their parents and names. */
type KnownCells = Map<Element | null, Map<string, boolean>>;

/** Whether an element is a part of a row rather than a row. Those of one name beside each other are judged once. */
function isCell(element: Element, known: KnownCells): boolean {
  const name = nameOf(element);
  if (/^(?:t[dh]|h\d|a|span|figcaption|header)$/.test(name)) return true;
  if (name === 'tr') return false;
  const parent = parentOf(element);
  const names = known.get(parent);
  const before = names?.get(name);
  if (before !== undefined) return before;
  const alike = listAlike(element);
  if (alike.length < 2) return true;
  const isPart = isOneOfCells(element, alike);
  known.set(parent, (names ?? new Map<string, boolean>()).set(name, isPart));
  return isPart;
}

/** The element of the row that a block is in; null if there is none. */
function findRowOf(block: Element, known: KnownCells): Element | null {
  let at: Element | null = block;
  for (let level = 0; at && level < maxLevels; level += 1) {
    const name = nameOf(at);
    if (name === 'dt') return at;
    if (name === 'dd' && at.previousElementSibling) return at.previousElementSibling;
    if (!isCell(at, known)) return at;
    at = parentOf(at);
  }
  return null;
}

const blockOfText = (text: Text | undefined): Element | null =>
  text?.parentElement ? blockOf(text.parentElement) : null;

/** The lines of a block between its breaks. */
function listLines(block: Element, pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    let on: Node = piece.node;
    while (on.parentNode && on.parentNode !== block) on = on.parentNode;
    let before = on.previousSibling;
    while (before?.nodeType === 3 && (before.nodeValue ?? '').trim() === '') before = before.previousSibling;
    const isNew = !before || (before.nodeType === 1 && nameOf(before as Element) === 'br');
    if (isNew) lines.push([piece]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

/** The rows that short texts are in, in page order. Pauses often. */
function* listRows(texts: Text[], isAside: (element: Element) => boolean): Generator<null, Row[]> {
  const rows = new Map<Element, Row>();
  const list: Row[] = [];
  const known: KnownCells = new Map();
  let next = blockOfText(texts[0]);
  for (let at = 0; at < texts.length;) {
    const from = at;
    const block = next;
    do {
      at += 1;
      if (at % 20 === 19) yield null;
      next = blockOfText(texts[at]);
    } while (at < texts.length && block && next === block);
    if (!block || isAside(block)) continue;
    const pieces = listPieces(texts, from, at);
    const lines = pieces.length > 1 && block.querySelector('br') ? listLines(block, pieces) : [];
    const said = lines.map((line) => line.map(({ text }) => text).join(' '));
    if (lines.length > 1 && !areCellLines(block, said)) {
      list.push(...lines.map((line) => ({ element: block, pieces: line, isLine: true })));
      continue;
    }
    const of = findRowOf(block, known);
    if (!of || (nameOf(of) === 'tr' && !of.querySelector('td'))) continue;
    const row = rows.get(of) ?? { element: of, pieces: [] };
    if (row.pieces.length === 0) list.push(row);
    rows.set(of, row);
    row.pieces.push(...pieces);
  }
  return list;
}

const names = 'a[href],h1,h2,h3,h4,h5,h6';
const isLinked = (element: Element): boolean => element.closest(names) !== null;

/** Whether a text is the name in a link or heading of the item that it is in, as the letters in place of a poster are. */
function isNamedBeside({ text, element }: Piece): boolean {
  const item = parentOf(element);
  if (!item || item.childElementCount > 6) return false;
  return [...item.querySelectorAll(names)].some((name) => rawText(name, maxRow).includes(text));
}

/** Whether a row's names are links or headings, which `readShapes` judges; in a guide with times each row is judged by itself. */
const isOfLinks = ({ pieces, isLine }: Row): boolean =>
  !isLine &&
  pieces.some(({ element }) => isLinked(element)) &&
  !pieces.some(({ text }) => time.test(text)) &&
  (pieces.some(({ element }) => element.closest('h1,h2,h3,h4,h5,h6')) || !hasBoth(pieces[0]?.text ?? ''));

/** Where a year is the one in which somebody saw or showed the films. */
const diary = /watch|seen|diar|\blog|archiv|tagebuch|geseh|journal|vist[oai]|смотр/i;

/** What a group's headings and rows say: whether they are films, and how much data each has. */
function judgeRows(readings: RowReading[], above: string[], page: Page) {
  const share = (is: (reading: RowReading) => boolean): number =>
    readings.filter(is).length / readings.length;
  const texts = readings.map((reading) => reading.data);
  const others = share((reading) => isOtherData(reading.data));
  const context = others < 0.5 ? judgeSection(above.length > 0 ? above : page.names.slice(0, 1), page) : -1;
  const few = readings.length < 3 && context < 3 ? 1 : 0;
  const data = measureData(texts);
  // Lists of all things have years.
  const own = context > 2 ? data : measureData(texts.map((text) => text.replace(years, '')));
  return {
    isGuide: share((reading) => time.test(reading.data)) >= 0.6,
    points: context < 0 || (data === 0 && context < 3) ? 0 : context + data - few,
    // A row among others of films and of other things needs more.
    least: data > 2 || others > 0 ? 2 : Math.min(data, 1),
    isCertain: context + own - few > 2 && (data > 0 || isAboutFilms(above[0] ?? '')),
  };
}

function* readGroup({ rows, above, heads }: Group, page: Page): Generator<Sighting | null> {
  const columns = findColumns(rows.slice(0, maxSample).map(({ pieces }) => pieces));
  const readings: (RowReading | null)[] = [];
  for (const { pieces } of rows) {
    readings.push(readRow(pieces, columns));
    if (readings.length % 8 === 0) yield null;
  }
  const named = readings.filter((reading) => reading !== null);
  const names = new Set(named.map(({ name }) => foldTitle(name)));
  if (names.size < 2 || 2 * named.length < rows.length) return;
  const { isGuide, points, least, isCertain } = judgeRows(named.slice(0, maxSample), above, page);
  const isDiary =
    diary.test([...page.names, ...above].join(' | ')) ||
    named.some(({ data }) => data.split(/ [|–—-] /).some((part) => part.length > 4 && isDate(part)));
  yield null;
  for (const [at, reading] of readings.entries()) {
    if (at % 8 === 7) yield null;
    if (!reading || isOtherData(reading.data)) continue;
    const row = rows[at];
    const isSaid = isGuide && isFilmRow(reading.data);
    const isFilm =
      isSaid ||
      (points > 2 &&
        countFilmData(reading.data) >= least &&
        (row?.isLine || hasBoth(row?.pieces[0]?.text ?? '') || !isLinked(reading.element)));
    if (!isFilm) continue;
    // Several lines of one block have no element of their own.
    const isOwn = row?.element !== rows[at + 1]?.element && row?.element !== rows[at - 1]?.element;
    const element = isOwn || reading.element !== row?.element ? reading.element : null;
    const parsed = readTitle(reading.name);
    const year = reading.year ?? (isDiary ? null : heads[at]) ?? parsed.year;
    yield makeHeadingFound(element, { ...parsed, year }, isSaid || isCertain);
  }
}

/**
 * The films of lists without headings or links: lines, cells and plain rows whose data or heading speaks of films, and the
 * rows of television guides that say of themselves that they are one. Pauses often.
 */
export function* readRows(
  texts: Text[],
  headings: Element[],
  { page, isAside, tables }: { page: Page; isAside: (element: Element) => boolean; tables: Element[] },
): Generator<Sighting | null> {
  const groups = new Map<string, Group>();
  const findTrail = makeTrail(headings);
  for (const [at, row] of (yield* listRows(texts, isAside)).entries()) {
    if (at % 20 === 19) yield null;
    const { pieces, element, isLine } = row;
    const [first] = pieces;
    if (!first || pieces.length > maxPieces || isOfLinks(row)) continue;
    if (!isLinked(first.element) && isNamedBeside(first)) continue;
    if (!isLine && rawText(element, maxRow).length >= maxRow) continue;
    if (tables.some((table) => table.contains(element))) continue;
    const { above, key, year } = findTrail(element);
    // Lines that have a name and its data are of one list, however they are set.
    const isFull = isLine || hasBoth(first.text);
    const shape = `${isFull ? '' : readShape(element)}${key ?? ''}`;
    const group = groups.get(shape) ?? { rows: [], above, heads: [] };
    group.rows.push(row);
    group.heads.push(year);
    groups.set(shape, group);
  }
  for (const group of groups.values()) {
    if (group.rows.length > 1) yield* readGroup(group, page);
    yield null;
  }
}
