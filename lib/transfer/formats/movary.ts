import type { FilmInput } from '../../watchlog/types.ts';
import { toNoon } from '../../tables/dates.ts';
import { RowFault } from '../../tables/faults.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { hasColumns, type TableRow } from '../../tables/table.ts';
import { openServiceTable, scaleOf, type ServiceForm } from '../tables/service-table.ts';
import { listIdRefs, pointScale, readRating, readTitle, readYear } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

const kinds = ['watchedAt', 'userRating', 'addedAt'] as const;
type Kind = (typeof kinds)[number];

/** What the columns of the tables are. */
const form: ServiceForm = {
  columns: {
    title: 'title',
    year: 'year',
    imdb: 'imdbId',
    tmdb: 'tmdbId',
    watchedOn: 'watchedAt',
    rating: 'userRating',
    note: 'comment',
    place: 'location',
  },
  scale: pointScale,
};

const findKind = ({ header }: SourceFile): Kind | null =>
  hasColumns(header, 'title', 'tmdbId', 'imdbId')
    ? (kinds.find((column) => hasColumns(header, column)) ?? null)
    : null;

function readFilm(builder: ImportBuilder, row: TableRow): FilmInput {
  return builder.film({
    title: readTitle(row.text('title'), row.column('title')),
    year: readYear(row.text('year'), row.column('year')),
    refs: listIdRefs({ tmdb: row.text('tmdbId'), imdb: row.text('imdbId') }),
  });
}

/** Each row is one play. Equal rows in one file are several plays; equal rows in two files are the same plays. */
function readPlays(builder: ImportBuilder, rows: TableRow[], plays: Map<string, number>): void {
  const inFile = new Map<string, number>();
  builder.eachRow(rows, (row) => {
    const film = readFilm(builder, row);
    const watched = row.day('watchedAt', builder.findDay);
    const [note, place] = [row.text('comment'), row.text('location')];
    const key = [film.title, film.year, ...film.refs, watched?.day, note, place].join('\n');
    const count = (inFile.get(key) ?? 0) + 1;
    inFile.set(key, count);
    if (count <= (plays.get(key) ?? 0)) {
      throw new RowFault('duplicate', null, 'same-entry');
    }
    builder.addEntry({ film, watchedOn: watched?.day ?? null, note, place, from: row.from });
  });
  for (const [key, count] of inFile) plays.set(key, Math.max(count, plays.get(key) ?? 0));
}

function readRatingRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const column = row.column('userRating');
  const raw = row.text('userRating');
  if (raw === '') throw new RowFault('missing-rating', column, 'missing-rating');
  const { value } = readRating(raw, column, scaleOf(row, pointScale));
  if (!builder.addRating({ film, value, from: row.from })) {
    throw new RowFault('duplicate', null, 'same-rating');
  }
}

function readWatchlistRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const added = row.day('addedAt', builder.findDay);
  const addedAt = added?.at ?? toNoon(added?.day ?? null);
  if (!builder.addToWatchlist({ film, addedAt, from: row.from })) {
    throw new RowFault('duplicate', null, 'same-watchlist-item');
  }
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('movary', options);
  const plays = new Map<string, number>();
  for (const file of files) {
    const { rows } = openServiceTable(builder, file, form, options);
    const kind = findKind(file);
    if (kind === 'watchedAt') readPlays(builder, rows, plays);
    else
      builder.eachRow(rows, (row) => (kind === 'addedAt' ? readWatchlistRow : readRatingRow)(builder, row));
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Movary: history, ratings and watchlist. */
export const movary: FileFormat = {
  id: 'movary',
  notes: {
    files: 'History, ratings and watchlist (CSV)',
    read: 'Every play with its comment and place, ratings, watchlist',
    left: 'Nothing',
  },
  recognise: (files) => files.filter((file) => findKind(file) !== null),
  read: readFiles,
};
