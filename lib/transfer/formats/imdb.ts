import { findRefInUrl } from '../../films/refs.ts';
import { isPartialDate } from '../../std/partial-date.ts';
import type { FilmSeed, RatingValue } from '../../watchlog/types.ts';
import { readDay, toNoon } from '../dates.ts';
import { RowFault } from '../faults.ts';
import { createStory, type Story } from '../story.ts';
import { hasColumns, readTable, type TableRow } from '../table.ts';
import { listIdRefs, listTags, pointScale, readRating, readTitle, readYear } from '../values.ts';
import type { FileFormat, Reading, ReadOptions, SourceFile } from '../types.ts';
import { findTitleType } from './imdb-title-types.ts';

const isTitleTable = ({ header }: SourceFile): boolean =>
  hasColumns(header, 'Const') &&
  hasColumns(header, 'Title') &&
  ['Title Type', 'Your Rating', 'You rated', 'Position'].some((name) => hasColumns(header, name));

/** Watchlist and lists are numbered; ratings are not. */
const isList = ({ header }: SourceFile): boolean => hasColumns(header, 'Position');

/** The id decides which film it is, in whatever language the rest is. */
function listRefs(row: TableRow): FilmSeed['refs'] {
  const refs = listIdRefs({ imdb: row.text('Const') });
  if (refs.length > 0) return refs;
  const link = findRefInUrl(row.text('URL'));
  return link === null ? [] : [link];
}

function readFilm(story: Story, row: TableRow): FilmSeed {
  const type = findTitleType(row.text('Title Type'));
  if (type !== 'film') {
    throw new RowFault(
      type,
      row.column('Title Type'),
      `${row.text('Title')} is a “${row.text('Title Type')}”.`,
    );
  }
  const title = readTitle(row.text('Title'), row.column('Title'));
  const original = row.text('Original Title');
  const runtime = Number(row.text('Runtime (mins)'));
  return story.film({
    title,
    year: readYear(row.text('Year'), row.column('Year')),
    refs: listRefs(row),
    originalTitle: original === '' || original === title ? null : original,
    directors: listTags(row.text('Directors')),
    genres: listTags(row.text('Genres')),
    runtimeMinutes: runtime > 0 ? runtime : null,
  });
}

function readPoints(row: TableRow): RatingValue | null {
  const column = row.column('Your Rating') ?? row.column('You rated');
  const raw = column === null ? '' : row.text(column);
  return raw === '' ? null : readRating(raw, column, pointScale).value;
}

/** When it was rated, which is not when it was seen. */
function readRatedAt(story: Story, row: TableRow): number | null {
  return toNoon(readDay(row.text('Date Rated'), row.column('Date Rated'), story.findDay)?.day ?? null);
}

function readRatingRow(story: Story, row: TableRow): void {
  const film = readFilm(story, row);
  const value = readPoints(row);
  if (value === null) {
    throw new RowFault('missing-rating', row.column('Your Rating'), 'the rating is missing.');
  }
  if (!story.addRating({ film, value, ratedAt: readRatedAt(story, row), from: row.from })) {
    throw new RowFault('duplicate', row.column('Const'), 'this film is rated in the files before.');
  }
}

function readListRow(story: Story, row: TableRow): void {
  const film = readFilm(story, row);
  const value = readPoints(row);
  const ratedAt = readRatedAt(story, row);
  // Older files write "Mon Jan 02 00:00:00 2012".
  const created = row.text('Created');
  const addedAt = isPartialDate(created) ? toNoon(created) : null;
  const isNew = story.addToWatchlist({ film, addedAt, reason: row.text('Description'), from: row.from });
  if (value !== null) story.addRating({ film, value, ratedAt, from: row.from });
  if (!isNew) throw new RowFault('duplicate', row.column('Const'), 'this film stands on the list before.');
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const story = createStory('imdb', options);
  // Ratings first: those that a list repeats are then no news.
  for (const file of files.toSorted((a, b) => Number(isList(a)) - Number(isList(b)))) {
    const readRow = isList(file) ? readListRow : readRatingRow;
    story.eachRow(readTable(file).rows, (row) => readRow(story, row));
  }
  return story.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
}

/** IMDb: ratings, and the watchlist or another list, which are put on the watchlist. It keeps no viewings. */
export const imdb: FileFormat = {
  id: 'imdb',
  name: 'IMDb',
  recognise: (files) => files.filter(isTitleTable),
  read: readFiles,
};
