import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { findStatus, type Status } from '../../tables/columns/cell-words.ts';
import { isClearRating, parseRating } from '../../tables/columns/ratings.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { SourceFile } from '../../tables/types.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { scaleTo } from '../tables/rating-scale.ts';
import { parseTitleText } from '../tables/title-text.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';
import { listIdRefs, readRating, readTitle } from '../values.ts';

/** A line of a list with a film. */
interface ListLine {
  row: number;
  text: string;
  /** What a box before it or the heading above it says of the film; null if they say nothing. */
  status: Status | null;
}

const bullet = /^\s*(?:[-*+•‣▪◦·–—>]|\d{1,4}[.):]|\(\d{1,4}\))\s+/u;
const box = /^\[([ xX✓✔]?)\]\s*|^([☐☑✅✓✔])\s*/u;
const heading = /^#{1,6}\s+(.*)$|^(.{1,40}):$/;

/** No title with its year is longer; longer lines are text. */
const maxLine = 120;

/** The lines of a list: without bullets, numbers, headings and blank lines. */
function listLines({ text }: SourceFile): ListLine[] {
  const lines: ListLine[] = [];
  let section: Status | null = null;
  text.split(/\r\n?|\n/).forEach((line, at) => {
    const trimmed = line.trim();
    const [, marked, named] = heading.exec(trimmed) ?? [];
    const title = marked ?? named;
    if (title !== undefined && !bullet.test(line)) section = findStatus(title);
    else if (trimmed !== '' && !/^[-=_*]{3,}$/.test(trimmed)) {
      const bare = trimmed.replace(bullet, '');
      const mark = box.exec(bare);
      const isChecked = mark === null ? null : /[xX✓✔☑✅]/u.test(mark[0]);
      const status = isChecked === null ? section : isChecked ? 'watched' : 'planned';
      lines.push({ row: at + 1, text: bare.replace(box, ''), status });
    }
  });
  return lines;
}

const idLine = /^tt\d{5,10}$/i;
const addressLine = /^(?:https?:\/\/|www\.)\S+$/i;
const titleAndYear = /[([](?:18[7-9]\d|19\d\d|20\d\d)[)\]]/;

const isId = ({ text }: ListLine): boolean => idLine.test(text) || addressLine.test(text);

/** Whether a line has an id, an address of a film, or a title with its year. */
const isClear = (line: ListLine): boolean =>
  idLine.test(line.text) || findRefInUrl(line.text) !== null || titleAndYear.test(line.text);

/** Whether a text is prose or a table: long lines, sentences, or tabs. */
const isOther = ({ text }: ListLine): boolean =>
  text.length > maxLine || /[.!?]\s+\p{Lu}.*[.!?]$/u.test(text) || text.includes('\t');

const isListName = (name: string): boolean => /\.(?:txt|md|markdown|text|list|lst)$/i.test(name);

function isPlainList(file: SourceFile): boolean {
  const { name, text, json, header } = file;
  if (json !== undefined || /^\uFEFF?\s*</.test(text)) return false;
  const isTable = header.length > 1 && !isListName(name);
  const isNamed = header.length === 1 && readHeader(header[0] ?? '').meanings.size > 0 && !isListName(name);
  if (isTable || isNamed) return false;
  const lines = listLines({ ...file, text: text.slice(0, 20_000) });
  if (lines.length === 0 || lines.some(isOther)) return false;
  if (
    header.length > 1 &&
    lines.filter(({ text: line }) => line.split(/[,;]/).length === header.length).length >
      lines.length * 0.8 &&
    !lines.every(isClear)
  )
    return false;
  const clear = lines.filter(isClear).length;
  // A list of titles alone is known by its name, and by at least one clear line or a mark of a list.
  const isMarked = text.split('\n').filter((line) => bullet.test(line)).length > lines.length / 2;
  return clear >= lines.length / 2 || (isListName(name) && (clear > 0 || isMarked));
}

/** A rating behind a title: "Heat (1995) - 9/10", "Heat (1995) ★★★★". */
function splitRating(text: string): { name: string; rating: string | null } {
  const [, name = text, rating = ''] =
    /^(.*?\S)\s*(?:[-–—:,|]\s*|\s)((?:\d[\d.,]*\s?\/\s?\d+)|(?:[★☆½⭐]\ufe0f?)+|\d+\s?%)$/u.exec(text) ?? [];
  return rating !== '' && isClearRating(rating) ? { name, rating } : { name: text, rating: null };
}

function listRefs(text: string): FilmRef[] {
  const ref = findRefInUrl(text);
  return [...listIdRefs({ imdb: idLine.test(text) ? text : '' }), ...(ref === null ? [] : [ref])];
}

function readLine(builder: ImportBuilder, file: SourceFile, line: ListLine, isWatchlist: boolean): void {
  const from = { file: file.name, row: line.row };
  const { name, rating } = isId(line) ? { name: line.text, rating: null } : splitRating(line.text);
  const refs = listRefs(line.text);
  const kind = isId(line) ? findWorkKindInUrl(line.text) : parseTitleText(name).kind;
  if (
    kind !== null &&
    kind !== 'film' &&
    (kind === 'series' || kind === 'season' || kind === 'episode' || kind === 'game' || kind === 'book')
  )
    throw new RowFault(kind, null, 'not-a-film', shorten(line.text));
  if (isId(line) && refs.length === 0) throw new RowFault('missing-title', null, 'missing-title');
  const { title, year } = isId(line) ? { title: '', year: null } : parseTitleText(name);
  const film = builder.film({ title: refs.length > 0 ? title : readTitle(title, null), year, refs });
  builder.rejectDuplicate(`line ${line.text}`, null, 'same-row');
  if (line.status === 'watching' || line.status === 'paused')
    throw new RowFault('in-progress', null, 'in-progress', shorten(line.text));
  if (rating !== null) {
    const { value, best } = parseRating(rating);
    const stars = readRating(value, null, { ...scaleTo(best ?? 10), worst: 0.1, step: 0.1 });
    builder.addRating({ film, value: stars.value, from });
  }
  if (line.status === 'planned' || (isWatchlist && line.status === null))
    builder.addToWatchlist({ film, from });
  else
    builder.addEntry({
      film,
      watchedOn: null,
      finished: line.status !== 'dropped',
      isSeenMark: line.status !== 'dropped',
      from,
    });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const lists = files.map((file) => ({ file, lines: listLines(file) }));
  const isIds = lists.every(({ lines }) => lines.every(isId));
  const builder = createImportBuilder(isIds ? 'id-list' : 'plain-list', options);
  for (const { file, lines } of lists) {
    const isWatchlist = /watch-?list|wish-?list|to[-_ ]?(?:watch|see)/i.test(file.name);
    for (const line of lines)
      builder.attempt({ file: file.name, row: line.row }, () => readLine(builder, file, line, isWatchlist));
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
}

/**
 * A list with one film a line: titles with or without a year, ids or addresses. Boxes and headings tell what was seen; a
 * list without them is one of films that were seen, unless its name says otherwise.
 */
export const plainList: FileFormat = {
  id: 'plain-list',
  notes: {
    files: 'A text with one film a line: titles, IMDb ids or addresses',
    read: 'Films, ratings behind them; boxes and headings that say what was seen',
    left: 'Text beside the films',
  },
  recognise: (files) => files.filter(isPlainList),
  read: readFiles,
};
