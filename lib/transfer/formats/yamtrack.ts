import type { FilmRef } from '../../films/types.ts';
import { comparePartialDates } from '../../dates/partial-date.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { hasColumns, type TableRow } from '../../tables/table.ts';
import { openServiceTable, scaleOf, type ServiceForm } from '../tables/service-table.ts';
import { listIdRefs, readRating, readTitle, readYear, type RatingScale, type ReadStars } from '../values.ts';
import type { ReasonKind, SourceFile } from '../../tables/types.ts';
import type { FileFormat, ReadEntry, Reading, ReadOptions } from '../types.ts';

const isTable = ({ header }: SourceFile): boolean =>
  hasColumns(header, 'media_id', 'source', 'media_type', 'status', 'score');

/** From 0 to 10 with one decimal. */
const scale: RatingScale = { worst: 0, best: 10, step: 0.1 };

/** What the columns of the table are. */
const form: ServiceForm = {
  columns: {
    title: 'title',
    year: 'year',
    kind: 'media_type',
    status: 'status',
    watchedOn: ['end_date', 'start_date'],
    rewatches: 'repeats',
    rating: 'score',
    note: 'notes',
  },
  scale,
};

const otherTypes: Record<string, ReasonKind> = {
  tv: 'series',
  season: 'season',
  episode: 'episode',
  anime: 'anime',
  manga: 'manga',
  comic: 'book',
  book: 'book',
  game: 'game',
  boardgame: 'game',
  podcast: 'podcast',
};

function checkType(row: TableRow): void {
  const type = row.text('media_type').toLowerCase();
  if (type === 'movie') return;
  const kind = Object.hasOwn(otherTypes, type) ? otherTypes[type] : 'special';
  throw new RowFault(
    kind ?? 'special',
    row.column('media_type'),
    'other-type',
    shorten(row.text('title')),
    shorten(type),
  );
}

function readFilm(builder: ImportBuilder, row: TableRow): FilmInput {
  checkType(row);
  const [source, id] = [row.text('source').toLowerCase(), row.text('media_id')];
  const refs: FilmRef[] =
    source === 'tmdb' ? listIdRefs({ tmdb: id }) : source === 'imdb' ? listIdRefs({ imdb: id }) : [];
  return builder.film({
    title: readTitle(row.text('title'), row.column('title')),
    year: readYear(row.text('year'), row.column('year')),
    refs,
  });
}

function readScore(row: TableRow): ReadStars | null {
  const raw = row.text('score');
  return raw === '' ? null : readRating(raw, row.column('score'), scaleOf(row, scale));
}

/** When the film was watched: the end date, or else the start date. Throws `RowFault`. */
function readWatched(builder: ImportBuilder, row: TableRow): Pick<ReadEntry, 'watchedOn' | 'watchedAt'> {
  const start = row.day('start_date', builder.findDay);
  const end = row.day('end_date', builder.findDay);
  return { watchedOn: (end ?? start)?.day ?? null, watchedAt: (end ?? start)?.at ?? null };
}

/** The most repeats of one row that are read. */
const maxRepeats = 1000;

function addEntry(builder: ImportBuilder, row: TableRow, film: FilmInput, score: ReadStars | null): void {
  const finished = row.text('status').toLowerCase() !== 'dropped';
  const watched = readWatched(builder, row);
  const rating = score?.value ?? null;
  // The form of 2024 counts in one row how often a film was seen again, and knows the last day.
  const counted = Math.min(Math.max(Number(row.text('repeats')) || 0, 0), maxRepeats);
  const repeats = builder.takePlays(counted, row.from);
  for (let repeat = 0; repeat < repeats; repeat += 1)
    builder.addEntry({ film, watchedOn: null, from: row.from });
  builder.addEntry({ film, ...watched, finished, rating, note: row.text('notes'), from: row.from });
}

function readRow(builder: ImportBuilder, row: TableRow): void {
  const film = readFilm(builder, row);
  const score = readScore(row);
  const status = row.text('status').toLowerCase();
  builder.rejectDuplicate(`row ${row.cells.join('\n')}`, null, 'same-row');
  if (score && !score.isExact) {
    builder.notice(row.from, row.column('score'), 'rounded-rating', row.text('score'), score.value);
  }
  // Floppy, made of Yamtrack, has lists in the same table: they say nothing about when a film was seen.
  if (row.text('row_type').toLowerCase() === 'list_item')
    return builder.addToList(film, row.text('list_name') || 'List', row.from);
  if (status === 'planning') {
    const added = row.day('created_at', builder.findDay);
    const isNew = builder.addToWatchlist({
      film,
      addedAt: added?.at ?? null,
      reason: row.text('notes'),
      from: row.from,
    });
    if (!isNew) throw new RowFault('duplicate', null, 'same-watchlist-item');
    return;
  }
  if (status === 'in progress' || status === 'paused') {
    throw new RowFault('in-progress', row.column('status'), 'in-progress', shorten(film.title));
  }
  addEntry(builder, row, film, score);
}

/** Rates each film as in its last rated entry. If no entry has a date, the first row counts. */
function rateFilms(builder: ImportBuilder, films: Set<FilmInput>): void {
  for (const film of films) {
    const rated = builder.entriesOf(film).filter(({ rating }) => rating !== null);
    const last = rated.toSorted((a, b) => comparePartialDates(b.watchedOn, a.watchedOn))[0];
    if (last?.rating)
      builder.addRating({ film, value: last.rating, ratedAt: last.watchedAt, from: last.from });
  }
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('yamtrack', options);
  for (const file of files) {
    const { rows } = openServiceTable(builder, file, form, options);
    builder.eachRow(rows, (row) => readRow(builder, row));
  }
  const reading = builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
  rateFilms(builder, new Set(reading.entries.map(({ film }) => film)));
  return reading;
}

/** Yamtrack, since 2024: each row of a film is an entry, a plan, or a film that was not finished. */
export const yamtrack: FileFormat = {
  id: 'yamtrack',
  notes: {
    files: 'The export (CSV), since 2024, also that of Floppy',
    read: 'Entries with scores and notes, repeats, plans, lists',
    left: 'Series, games, books and other works; films in progress',
  },
  recognise: (files) => files.filter(isTable),
  read: readFiles,
};
