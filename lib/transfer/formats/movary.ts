import type { FilmInput } from '../../watchlog/types.ts';
import { toNoon } from '../../tables/dates.ts';
import { RowFault } from '../../tables/faults.ts';
import { createStory, type Story } from '../import-builder.ts';
import { hasColumns, readTable, type TableRow } from '../../tables/table.ts';
import { listIdRefs, pointScale, readRating, readTitle, readYear } from '../values.ts';
import type { FileFormat, Reading, ReadOptions, SourceFile } from '../types.ts';

const kinds = ['watchedAt', 'userRating', 'addedAt'] as const;
type Kind = (typeof kinds)[number];

const findKind = ({ header }: SourceFile): Kind | null =>
  hasColumns(header, 'title', 'tmdbId', 'imdbId')
    ? (kinds.find((column) => hasColumns(header, column)) ?? null)
    : null;

function readFilm(story: Story, row: TableRow): FilmInput {
  return story.film({
    title: readTitle(row.text('title'), row.column('title')),
    year: readYear(row.text('year'), row.column('year')),
    refs: listIdRefs({ tmdb: row.text('tmdbId'), imdb: row.text('imdbId') }),
  });
}

/** A row is one play: equal rows of one file are several plays, those of another file are the same ones again. */
function readPlays(story: Story, rows: TableRow[], plays: Map<string, number>): void {
  const inFile = new Map<string, number>();
  story.eachRow(rows, (row) => {
    const film = readFilm(story, row);
    const watched = row.day('watchedAt', story.findDay);
    const [note, place] = [row.text('comment'), row.text('location')];
    const key = [film.title, film.year, ...film.refs, watched?.day, note, place].join('\n');
    const count = (inFile.get(key) ?? 0) + 1;
    inFile.set(key, count);
    if (count <= (plays.get(key) ?? 0)) {
      throw new RowFault('duplicate', null, 'this play stands in another of the files.');
    }
    story.addEntry({ film, watchedOn: watched?.day ?? null, note, place, from: row.from });
  });
  for (const [key, count] of inFile) plays.set(key, Math.max(count, plays.get(key) ?? 0));
}

function readRatingRow(story: Story, row: TableRow): void {
  const film = readFilm(story, row);
  const column = row.column('userRating');
  const raw = row.text('userRating');
  if (raw === '') throw new RowFault('missing-rating', column, 'the rating is missing.');
  const { value } = readRating(raw, column, pointScale);
  if (!story.addRating({ film, value, from: row.from })) {
    throw new RowFault('duplicate', null, 'this film is rated in the files before.');
  }
}

function readWatchlistRow(story: Story, row: TableRow): void {
  const film = readFilm(story, row);
  const added = row.day('addedAt', story.findDay);
  const addedAt = added?.at ?? toNoon(added?.day ?? null);
  if (!story.addToWatchlist({ film, addedAt, from: row.from })) {
    throw new RowFault('duplicate', null, 'this film stands on the watchlist before.');
  }
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const story = createStory('movary', options);
  const plays = new Map<string, number>();
  for (const file of files) {
    const { rows } = readTable(file);
    const kind = findKind(file);
    if (kind === 'watchedAt') readPlays(story, rows, plays);
    else story.eachRow(rows, (row) => (kind === 'addedAt' ? readWatchlistRow : readRatingRow)(story, row));
  }
  return story.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Movary: history, ratings and watchlist. */
export const movary: FileFormat = {
  id: 'movary',
  name: 'Movary',
  recognise: (files) => files.filter((file) => findKind(file) !== null),
  read: readFiles,
};
