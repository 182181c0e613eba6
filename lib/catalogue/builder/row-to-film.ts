import { parseId } from '../../films/film-ids.ts';
import { findRefInUrl } from '../../films/refs.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import type { SourceScore } from '../../films/review-types.ts';
import { cleanText } from '../../text/text.ts';
import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import {
  isIdField,
  isScoreField,
  scoreColumns,
  type Column,
  type ColumnField,
  type CountField,
  type IdField,
  type ScoreColumn,
  type ScoreField,
} from './columns.ts';
import { makeFilm } from '../../films/make-film.ts';

export type RowFault = 'missing-title' | 'not-a-film';

/** The film of a row, or the reason why it has none. */
export type RowReading = { film: CatalogueFilm } | { fault: RowFault };

/** A cell: a text, or any value of a JSON file. */
export type Cell = unknown;

/** Text that some tables add to ids. */
const aroundIds: Partial<Record<ColumnField, RegExp>> = {
  tmdb: /^movie\/|\.0$/g,
  rottentomatoes: /^\/?m\//g,
  metacritic: /^movie\//g,
};
const filmKinds =
  /^(?:|movie|film|feature|feature film|tv ?movie|tv ?special|short|tv ?short|video|documentary)$/i;

function readText(cell: Cell): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
  const text = typeof cell === 'string' ? cleanText(cell) : '';
  return /^(?:\\N|N\/A|null|nan)$/i.test(text) ? '' : text;
}

function readList(cell: Cell, separators: RegExp[]): string[] {
  if (Array.isArray(cell)) return [...new Set(cell.map(readText).filter((text) => text !== ''))];
  const text = readText(cell);
  const separator = separators.find((sign) => sign.test(text));
  const parts = separator === undefined ? [text] : text.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Parses "8.5", "8,5", "85%" and, if `isCount`, "1,234"; null for anything else. */
function parseNumber(text: string, isCount = false): number | null {
  const plain = isCount
    ? text.replace(/[,.\s](?=\d{3}\b)/g, '')
    : text.replace(/\s?%$/, '').replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(plain) ? Number(plain) : null;
}

function readYear(cell: Cell): number | null {
  const year = /(?<!\d)(18[7-9]\d|19\d\d|20\d\d)(?!\d)/.exec(readText(cell))?.[1];
  return year === undefined ? null : Number(year);
}

function readRef(field: IdField, text: string): FilmRef[] {
  const ref = text.startsWith('http')
    ? findRefInUrl(text)
    : parseId(field, text.replace(aroundIds[field] ?? '', ''));
  return ref?.startsWith(`${field}:`) ? [ref] : [];
}

/** Creates a function that converts rows to films by their columns. Their scores get the catalogue's date and terms. */
export function createRowReader(columns: Column[], info: CatalogueInfo): (cells: Cell[]) => RowReading {
  const positions = new Map(columns.map(({ field, position }) => [field, position]));
  const cellOf = (cells: Cell[], field: ColumnField): Cell => {
    const position = positions.get(field);
    return position === undefined ? undefined : cells[position];
  };

  function readScore(cells: Cell[], field: ScoreField): SourceScore[] {
    const { countField, ...kind }: ScoreColumn = scoreColumns[field];
    const best = columns.find((column) => column.field === field)?.best ?? kind.best;
    const value = parseNumber(readText(cellOf(cells, field)));
    if (value === null || value < kind.worst || value > best) return [];
    const { source, sourceName } = kind.source === 'own' ? { source: info.id, sourceName: info.name } : kind;
    const { licence, asOf, note } = info;
    const count = countField === null ? null : readCount(cells, countField);
    return [{ ...kind, source, sourceName, best, value, count, url: null, licence, asOf, note }];
  }

  function readCount(cells: Cell[], field: CountField): number | null {
    const count = parseNumber(readText(cellOf(cells, field)), true);
    return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
  }

  function readFilm(cells: Cell[], title: string): Film {
    const text = (field: ColumnField) => readText(cellOf(cells, field));
    const list = (field: ColumnField) => readList(cellOf(cells, field), [/[;|]/, /,/]);
    const parsed = parseTitle(title);
    const otherTitles = [
      ...parsed.alternativeTitles,
      ...readList(cellOf(cells, 'alternativeTitles'), [/[;|]/]),
    ];
    const runtime = parseNumber(text('runtimeMinutes'));
    return makeFilm({
      title: parsed.title,
      originalTitle: text('originalTitle') || null,
      alternativeTitles: [...new Set(otherTitles)].filter((other) => other !== parsed.title),
      year: readYear(cellOf(cells, 'year')) ?? parsed.year,
      refs: columns.flatMap(({ field }) => (isIdField(field) ? readRef(field, text(field)) : [])),
      directors: list('directors'),
      writers: list('writers'),
      cast: list('cast'),
      runtimeMinutes: runtime !== null && runtime >= 1 && runtime <= 6000 ? runtime : null,
      genres: list('genres'),
      countries: list('countries'),
      languages: list('languages'),
    });
  }

  return (cells) => {
    const title = readText(cellOf(cells, 'title'));
    if (title === '') return { fault: 'missing-title' };
    if (!filmKinds.test(readText(cellOf(cells, 'workKind')))) return { fault: 'not-a-film' };
    const film = readFilm(cells, title);
    const scores = columns.flatMap(({ field }) => (isScoreField(field) ? readScore(cells, field) : []));
    return { film: { film, scores } };
  };
}
