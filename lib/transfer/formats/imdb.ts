import { findRefInUrl } from '../../films/refs.ts';
import { isPartialDate } from '../../dates/partial-date.ts';
import type { FilmInput, RatingValue } from '../../watchlog/types.ts';
import { toNoon } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import { hasColumns, type TableRow } from '../../tables/table.ts';
import { openServiceTable, scaleOf, type ServiceForm } from '../tables/service-table.ts';
import { listIdRefs, listTags, pointScale, readRating, readTitle, readYear } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, ListUse, Reading, ReadListItem, ReadOptions } from '../types.ts';
import { findTitleType } from '../tables/title-types.ts';

const isTitleTable = ({ header }: SourceFile): boolean =>
  hasColumns(header, 'Const') &&
  hasColumns(header, 'Title') &&
  ['Title Type', 'Your Rating', 'You rated', 'Position'].some((name) => hasColumns(header, name));

/**
 * Whether a file is the watchlist or another list. Lists have the day each film was added; ratings do not. Two
 * exceptions: in ratings from before 2017 every film is rated, and ratings from 2024 differ from a list only in their
 * file name.
 */
function isList({ header, name }: SourceFile, rows: TableRow[]): boolean {
  if (!['Position', 'Created'].some((column) => hasColumns(header, column))) return false;
  if (isWatchlistName(name)) return true;
  if (/rating/i.test(name)) return false;
  return !(hasColumns(header, 'You rated') && rows.every((row) => row.text('You rated') !== ''));
}

/** The id identifies the film, whatever the language of the other columns. */
function listRefs(row: TableRow): FilmInput['refs'] {
  const refs = listIdRefs({ imdb: row.text('Const') });
  if (refs.length > 0) return refs;
  const link = findRefInUrl(row.text('URL'));
  return link === null ? [] : [link];
}

function readFilm(builder: ImportBuilder, row: TableRow): FilmInput {
  const type = findTitleType(row.text('Title Type'));
  if (type !== 'film') {
    throw new RowFault(
      type,
      row.column('Title Type'),
      'other-type',
      shorten(row.text('Title')),
      shorten(row.text('Title Type')),
    );
  }
  const title = readTitle(row.text('Title'), row.column('Title'));
  const original = row.text('Original Title');
  const runtime = Number(row.text('Runtime (mins)'));
  return builder.film({
    title,
    year: readYear(row.text('Year'), row.column('Year')),
    refs: listRefs(row),
    originalTitle: original === '' || original === title ? null : original,
    directors: listTags(row.text('Directors')),
    genres: listTags(row.text('Genres')),
    runtimeMinutes: runtime > 0 ? runtime : null,
  });
}

/** What the columns of the tables are. */
const form: ServiceForm = {
  columns: {
    title: 'Title',
    originalTitle: 'Original Title',
    year: 'Year',
    imdb: 'Const',
    url: 'URL',
    kind: 'Title Type',
    directors: 'Directors',
    rating: ['Your Rating', 'You rated'],
    note: 'Description',
  },
  scale: pointScale,
};

function readPoints(row: TableRow): RatingValue | null {
  const column = row.column('Your Rating') ?? row.column('You rated');
  const raw = row.text('Your Rating') || row.text('You rated');
  return raw === '' ? null : readRating(raw, column, scaleOf(row, pointScale)).value;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * When a film was added to a list, or rated in files from before 2017 ("Mon Jan  2 00:00:00 2012"), in milliseconds
 * since 1970; null when unknown.
 */
function readCreated(row: TableRow): number | null {
  const created = row.text('Created');
  const old = /^\w{3} (\w{3}) {1,2}(\d{1,2}) \d\d:\d\d:\d\d (\d{4})$/.exec(created);
  if (old === null) return isPartialDate(created) ? toNoon(created) : null;
  const [, month = '', day, year] = old;
  return Date.UTC(Number(year), months.indexOf(month.toLowerCase()), Number(day), 12);
}

/** When the film was rated, in milliseconds since 1970; this is not when it was watched. Null when unknown. */
function readRatedAt(builder: ImportBuilder, row: TableRow): number | null {
  const day = row.day('Date Rated', builder.findDay)?.day ?? null;
  return day === null && row.column('You rated') !== null ? readCreated(row) : toNoon(day);
}

function readRatingRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const value = readPoints(row);
  if (value === null) {
    const column = row.column('Your Rating') ?? row.column('You rated');
    throw new RowFault('missing-rating', column, 'missing-rating');
  }
  if (!builder.addRating({ film, value, ratedAt: readRatedAt(builder, row), from: row.from })) {
    throw new RowFault('duplicate', row.column('Const'), 'same-rating');
  }
}

/** `list`: its name; null for the watchlist. */
function readListRow(builder: ImportBuilder, row: TableRow, list: string | null): ReadListItem {
  const film = readFilm(builder, row);
  const value = readPoints(row);
  const ratedAt = readRatedAt(builder, row);
  const [addedAt, reason] = [readCreated(row), row.text('Description')];
  const isNew =
    list === null
      ? builder.addToWatchlist({ film, addedAt, reason, from: row.from })
      : builder.addListItem(film, { name: list, note: reason }, row.from);
  if (value !== null) builder.addRating({ film, value, ratedAt, from: row.from });
  if (!isNew) throw new RowFault('duplicate', row.column('Const'), 'same-list-item');
  return { film, position: null, note: reason };
}

/** An opened table and how it is used. */
interface Table {
  name: string;
  rows: TableRow[];
  use: 'ratings' | ListUse;
}

function readTableRows(builder: ImportBuilder, { name, rows, use }: Table): void {
  if (use === 'ratings') return builder.eachRow(rows, (row) => readRatingRow(builder, row));
  const list = use === 'list' ? name.replace(/\.csv$/i, '') : null;
  const items: ReadListItem[] = [];
  builder.eachRow(rows, (row) => void items.push(readListRow(builder, row, list)));
  if (list !== null) builder.addList({ name: list, description: '', ranked: false, items });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('imdb', options);
  const { imdbLists = 'watchlist' } = options;
  const tables = files.map((file): Table => {
    const { name } = file;
    const { rows } = openServiceTable(builder, file, form, options);
    return {
      name,
      rows,
      use: !isList(file, rows) ? 'ratings' : isWatchlistName(name) ? 'watchlist' : imdbLists,
    };
  });
  // Ratings come first, so that a rating repeated in a list is not new.
  for (const table of tables.toSorted((a, b) => Number(a.use !== 'ratings') - Number(b.use !== 'ratings')))
    readTableRows(builder, table);
  const isDoubtful = tables.some(({ name, use }) => use !== 'ratings' && !isWatchlistName(name));
  const reading = builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
  return { ...reading, doubtfulLists: isDoubtful ? imdbLists : null };
}

/**
 * IMDb: ratings, the watchlist, and other lists. Only the file name distinguishes a list from the watchlist, so the
 * user chooses what to do with lists. IMDb records no entries.
 */
export const imdb: FileFormat = {
  id: 'imdb',
  notes: {
    files: 'Ratings, the watchlist and lists (CSV, old and new)',
    read: 'Ratings; lists with their notes, as the watchlist or as lists',
    left: 'Series, episodes, games, podcasts',
  },
  recognise: (files) => files.filter(isTitleTable),
  read: readFiles,
};
