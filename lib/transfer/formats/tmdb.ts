import type { FilmInput } from '../../watchlog/types.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { hasColumns, type TableRow } from '../../tables/table.ts';
import { openServiceTable, scaleOf, type ServiceForm } from '../tables/service-table.ts';
import { listIdRefs, readRating, readTitle, readYear, type RatingScale } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

const isTable = ({ header }: SourceFile): boolean =>
  hasColumns(header, 'TMDb ID', 'Type', 'Name', 'Your Rating');

/** TMDB has half points, from 0.5 to 10. */
const scale: RatingScale = { worst: 0.5, best: 10, step: 0.5 };

/** What the columns of the tables are. */
const form: ServiceForm = {
  columns: {
    title: 'Name',
    releaseDate: 'Release Date',
    imdb: 'IMDb ID',
    tmdb: 'TMDb ID',
    kind: 'Type',
    rating: 'Your Rating',
  },
  scale,
};

function checkType(row: TableRow): void {
  const type = row.text('Type').toLowerCase();
  if (type === 'movie' || type === '') return;
  const part =
    row.text('Episode Number') !== '' ? 'episode' : row.text('Season Number') !== '' ? 'season' : 'series';
  const [name, raw] = [shorten(row.text('Name')), shorten(row.text('Type'))];
  throw new RowFault(part, row.column('Type'), 'other-type', name, raw);
}

function readFilm(builder: ImportBuilder, row: TableRow): FilmInput {
  checkType(row);
  // A release date is a date, although it is written as a moment: the time zone does not change its year.
  const year = readYear(row.text('Release Date').slice(0, 4), row.column('Release Date'));
  return builder.film({
    title: readTitle(row.text('Name'), row.column('Name')),
    year,
    refs: listIdRefs({ tmdb: row.text('TMDb ID'), imdb: row.text('IMDb ID') }),
  });
}

function readRatingRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const column = row.column('Your Rating');
  const raw = row.text('Your Rating');
  if (raw === '') throw new RowFault('missing-rating', column, 'missing-rating');
  const { value, isExact } = readRating(raw, column, scaleOf(row, scale));
  const rated = row.day('Date Rated', builder.findDay);
  if (!builder.addRating({ film, value, ratedAt: rated?.at ?? null, from: row.from })) {
    throw new RowFault('duplicate', row.column('TMDb ID'), 'same-rating');
  }
  if (!isExact) builder.notice(row.from, column, 'rounded-rating', raw, value);
}

function readWatchlistRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const added = row.day('Date Rated', builder.findDay);
  if (!builder.addToWatchlist({ film, addedAt: added?.at ?? null, from: row.from })) {
    throw new RowFault('duplicate', row.column('TMDb ID'), 'same-watchlist-item');
  }
}

function readLikeRow(builder: ImportBuilder, row: TableRow): void {
  if (!builder.addLike(readFilm(builder, row), row.from)) {
    throw new RowFault('duplicate', row.column('TMDb ID'), 'same-like');
  }
}

/** Finds how to read the rows. Ratings and watchlist have the same header, but a watchlist has no ratings. */
function findRowReader(
  { name }: SourceFile,
  rows: TableRow[],
): (builder: ImportBuilder, row: TableRow) => void {
  if (isWatchlistName(name)) return readWatchlistRow;
  if (/favou?rite/i.test(name)) return readLikeRow;
  return rows.some((row) => row.text('Your Rating') !== '') ? readRatingRow : readWatchlistRow;
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('tmdb', options);
  for (const file of files) {
    const { rows } = openServiceTable(builder, file, form, options);
    const readRow = findRowReader(file, rows);
    builder.eachRow(rows, (row) => readRow(builder, row));
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
}

/** The Movie Database: ratings, watchlist and favourites. It records no entries. */
export const tmdb: FileFormat = {
  id: 'tmdb',
  notes: {
    files: 'Ratings and watchlist (CSV)',
    read: 'Ratings and watchlist',
    left: 'Series and episodes',
  },
  recognise: (files) => files.filter(isTable),
  read: readFiles,
};
