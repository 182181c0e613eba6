import type { WorkKind } from '../../films/types.ts';
import {
  findElement,
  isElementLike,
  listElements,
  readAttribute,
  readFollowingBrackets,
  readText,
} from '../page-elements.ts';
import { findKindWord, findYear, parseBrackets, parseTitleParts } from '../title-parts.ts';
import type { AdapterFinding } from '../types.ts';

const filmHeader = /^(?:films?|movies?|film title|filme|filmy?|pel[ií]cula|фильм|映画|电影|電影|영화)$/i;
const titleHeader =
  /^(?:title|name|original title|english title|titel|titre|t[íi]tulo|titolo|tytuł|název|cím|название|タイトル|作品名?|题|片名|제목)/i;
const yearHeader = /^(?:year|jahr|année|año|anno|ano|rok|jaar|år|év|vuosi|yıl|год|рік|年|연도)/i;
const filmSection =
  /films?\b|movies?|filmograph|filmografi|kino|pel[ií]cula|cinéma|cinema|фильм|映画|电影|電影|영화/i;
const otherSection =
  /televis|\btv\b|series\b|theat(?:re|er)|stage|video|games?\b|album|discograph|podcast|radio|audio|book|fernseh|сериал|телевид/i;
const episodic = /^(?:tv|television) (?:mini-?)?series\b|^episodes?:|^\d+ episodes\b/i;
const maxNoteLength = 60;
const plainYear = /^\d{4}(?:\s*\[[^\]]{1,5}\])*$/;

/** The kind of a table's works by its caption and the headings above it; null if they do not state one. */
function findTableKind(table: Element, isFilmList: boolean): WorkKind | null {
  const caption = findElement(table, 'caption');
  const words = [caption ? readText(caption) : '', ...listHeadings(table)];
  for (const text of words) {
    if (otherSection.test(text)) return findKindWord(text) ?? 'other';
    if (filmSection.test(text)) return 'film';
  }
  return isFilmList ? 'film' : null;
}

/** The nearest heading before a table, and the heading of its section. */
function listHeadings(table: Element): string[] {
  const found: string[] = [];
  for (let at = table.previousElementSibling; at && found.length < 2; at = at.previousElementSibling) {
    if (!isElementLike(at, 'h2, h3, h4, .mw-heading')) continue;
    found.push(readText(at));
    if (isElementLike(at, 'h2, .mw-heading2')) break;
  }
  return found;
}

/** The rows of a table as cells by column. A cell that spans rows or columns appears in each of them. */
function* iterateRows(table: Element): Generator<Element[]> {
  let spans: { cell: Element; left: number }[] = [];
  for (const row of listElements(table, 'tr')) {
    const own = Array.from(row.children).filter((cell) => isElementLike(cell, 'th, td'));
    const cells: Element[] = [];
    const next: typeof spans = [];
    while (own.length > 0 || cells.length < spans.length) {
      const span = spans[cells.length];
      const isCarried = span !== undefined && span.left > 0;
      const cell = isCarried ? span.cell : own.shift();
      if (!cell) break;
      const left = isCarried ? span.left : readSpan(cell, 'rowspan', 500);
      for (let width = isCarried ? 1 : readSpan(cell, 'colspan', 30); width > 0; width -= 1) {
        next[cells.length] = { cell, left: left - 1 };
        cells.push(cell);
      }
    }
    spans = next;
    yield cells;
  }
}

function readSpan(cell: Element, name: string, most: number): number {
  return Math.min(Math.max(Number(readAttribute(cell, name)) || 1, 1), most);
}

/** The columns of a table, and the kind and year that its works have in common. */
interface TableShape {
  kind: WorkKind;
  titleColumn: number;
  yearColumn: number;
  pageYear: number | null;
}

function findShape(table: Element, header: Element[], isFilmList: boolean, url: URL): TableShape | null {
  const names = header.map((cell) =>
    isElementLike(cell, 'th')
      ? readText(cell)
          .replace(/\[[^\]]*\]/g, '')
          .trim()
      : '',
  );
  const filmColumn = names.findIndex((name) => filmHeader.test(name));
  const kind = filmColumn >= 0 ? 'film' : findTableKind(table, isFilmList);
  if (!kind) return null;
  return {
    kind,
    titleColumn: filmColumn >= 0 ? filmColumn : names.findIndex((name) => titleHeader.test(name)),
    yearColumn: names.findIndex((name) => yearHeader.test(name)),
    pageYear: findYear(/films_of_\d{4}/.exec(url.pathname)?.[0] ?? ''),
  };
}

function readRow(cells: Element[], shape: TableShape): AdapterFinding | null {
  const cell = cells[shape.titleColumn] ?? cells.find((other) => findElement(other, 'i'));
  if (
    !cell ||
    (isElementLike(cell, 'th') && !isElementLike(cell, '[scope="row"]') && !findElement(cell, 'i'))
  )
    return null;
  const element = findElement(cell, 'i') ?? findElement(cell, 'a') ?? (shape.titleColumn >= 0 ? cell : null);
  const link = findElement(cell, 'a[href]');
  const parts = parseTitleParts(element ? readText(element).replace(/\[[^\]]*\]|[«»《》『』„“”"]/g, '') : '');
  if (!element || !parts.title || parts.title.length > 150) return null;
  const following = parseBrackets(readFollowingBrackets(element));
  const linked = parseTitleParts(link ? readAttribute(link, 'title') : '');
  const yearCell = cells[shape.yearColumn];
  const stated = yearCell && plainYear.exec(readText(yearCell))?.[0];
  const isEpisodic = cells.some(
    (other) => other !== cell && episodic.test(readText(other).slice(0, maxNoteLength)),
  );
  const kind = parts.kind ?? following.kind ?? linked.kind ?? (isEpisodic ? 'series' : shape.kind);
  return {
    hint: {
      title: parts.title,
      year: findYear(stated ?? '') ?? parts.year ?? following.year ?? linked.year ?? shape.pageYear,
      kind,
    },
    links: link ? [readAttribute(link, 'href')] : [],
    element,
  };
}

/**
 * Yields the works in the tables of a list, an award or a filmography. Works of other kinds than film have their
 * `kind`.
 */
export function* listTableRows(
  root: Element,
  url: URL,
  isFilmList: boolean,
): Generator<AdapterFinding | null> {
  for (const table of listElements(root, 'table.wikitable')) {
    let shape: TableShape | null = null;
    for (const cells of iterateRows(table)) {
      if (shape) yield readRow(cells, shape);
      else shape = findShape(table, cells, isFilmList, url);
      if (!shape) break;
    }
  }
}

/** Yields the films of a bulleted list: a name in italics followed by its year in brackets. */
export function* listBullets(root: Element): Generator<AdapterFinding | null> {
  for (const element of listElements(root, 'li > i:first-child')) {
    const { year, kind } = parseBrackets(readFollowingBrackets(element));
    const links = listElements(element, 'a[href]').map((link) => readAttribute(link, 'href'));
    const hint = { title: readText(element), year, ...(kind && { kind }) };
    yield year && links.length < 2 ? { hint, links, element } : null;
  }
}
