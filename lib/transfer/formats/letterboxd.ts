import { RowFault, shorten } from '../../tables/faults.ts';
import { createImportBuilder } from '../import-builder.ts';
import { hasColumns, readTable, type TableRow } from '../../tables/table.ts';
import { listTags } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, ReadEntry, Reading, ReadListItem, ReadOptions } from '../types.ts';
import { openServiceTable, type ServiceForm } from '../tables/service-table.ts';
import { readUpload } from './letterboxd-upload.ts';
import { listFeedItems, type FeedItem } from './letterboxd-feed.ts';
import {
  letterboxdForm,
  listSharedNames,
  nameOf,
  readFilm,
  readLoggedAt,
  readNamedFilm,
  readStars,
  type LetterboxdExport,
  type LetterboxdPart,
} from './letterboxd-export.ts';
import {
  findLetterboxdRole,
  isLetterboxdByProduct,
  isListHeader,
  type LetterboxdRole,
} from './letterboxd-roles.ts';

/** Reads a row of the diary or the reviews. */
function readEntryRow(files: LetterboxdExport, row: TableRow) {
  const address = row.text('Letterboxd URI');
  const film = readFilm(files, row);
  const watchedOn = row.day('Watched Date', files.builder.findDay)?.day ?? null;
  const rewatch = /^(?:yes|true)$/i.test(row.text('Rewatch'));
  return {
    /** The key that joins an entry and its review. */
    key: address === '' ? `${nameOf(film.title, film.year)}\n${watchedOn}` : address,
    parts: {
      film,
      watchedOn,
      loggedAt: readLoggedAt(files, row),
      rating: readStars(row),
      rewatch,
      tags: listTags(row.text('Tags')),
      sourceId: address === '' ? null : `letterboxd:${address}`,
      from: row.from,
    },
  };
}

function indexEntry({ byAddress }: LetterboxdExport, key: string, entry: ReadEntry): void {
  const known = byAddress.get(key);
  if (known) known.push(entry);
  else byAddress.set(key, [entry]);
}

/**
 * An entry has one address. Tables by other programs have the film's address there, so the day and the rewatch mark are
 * part of the key.
 */
function readDiaryRow(files: LetterboxdExport, row: TableRow): void {
  const { builder } = files;
  const { key, parts } = readEntryRow(files, row);
  const { watchedOn, rewatch } = parts;
  builder.rejectDuplicate(`entry ${key} ${watchedOn} ${rewatch}`, null, 'same-entry');
  indexEntry(files, key, builder.addEntry(parts));
}

/**
 * A review belongs to the entry with its address. Without such an entry it becomes an entry, whose day may be unknown.
 */
function readReviewRow(files: LetterboxdExport, row: TableRow): void {
  const { builder, byAddress } = files;
  const { key, parts } = readEntryRow(files, row);
  const { watchedOn, rewatch, tags, rating } = parts;
  builder.rejectDuplicate(`review ${key} ${watchedOn} ${rewatch}`, null, 'same-review');
  const review = row.text('Review');
  const free = (byAddress.get(key) ?? []).filter((entry) => entry.review === '');
  const ofDay = free.filter((entry) => entry.watchedOn === watchedOn);
  const known = ofDay.find((entry) => entry.rewatch === rewatch) ?? ofDay[0] ?? free[0];
  if (known === undefined) {
    indexEntry(files, key, builder.addEntry({ ...parts, review }));
    return;
  }
  known.review = review;
  if (known.tags.length === 0) known.tags = tags;
  known.rating ??= rating;
}

function readRatingRow(files: LetterboxdExport, row: TableRow): void {
  const film = readNamedFilm(files, row);
  const value = readStars(row);
  if (value === null) throw new RowFault('missing-rating', row.column('Rating'), 'missing-rating');
  const isNew = files.builder.addRating({ film, value, ratedAt: readLoggedAt(files, row), from: row.from });
  if (!isNew) throw new RowFault('duplicate', null, 'same-rating');
}

function readWatchedRow(files: LetterboxdExport, row: TableRow): void {
  const film = readNamedFilm(files, row);
  const entries = files.builder.entriesOf(film);
  if (entries.some(({ isSeenMark }) => isSeenMark)) {
    throw new RowFault('duplicate', null, 'same-film');
  }
  if (entries.length > 0) return;
  const loggedAt = readLoggedAt(files, row);
  files.builder.addEntry({ film, watchedOn: null, loggedAt, isSeenMark: true, from: row.from });
}

function readWatchlistRow(files: LetterboxdExport, row: TableRow): void {
  const film = readNamedFilm(files, row);
  if (!files.builder.addToWatchlist({ film, addedAt: readLoggedAt(files, row), from: row.from })) {
    throw new RowFault('duplicate', null, 'same-watchlist-item');
  }
}

function readLikeRow(files: LetterboxdExport, row: TableRow): void {
  if (!files.builder.addLike(readNamedFilm(files, row), row.from)) {
    throw new RowFault('duplicate', null, 'same-like');
  }
}

const listForm: ServiceForm = {
  columns: { title: 'Name', year: 'Year', url: 'URL', note: 'Description' },
  isHeader: isListHeader,
};

function readListFile(files: LetterboxdExport, file: SourceFile, options: ReadOptions): void {
  const { builder } = files;
  const [about] = readTable(file, (cells) => hasColumns(cells, 'Date', 'Name', 'Tags')).rows;
  const name = about?.text('Name') || file.name.replace(/\.csv$/i, '');
  const items: ReadListItem[] = [];
  const table = openServiceTable(builder, file, listForm, options);
  builder.eachRow(table.rows, (row) => {
    const film = readFilm(files, row);
    const note = row.text('Description');
    if (!builder.addListItem(film, { name, note }, row.from))
      throw new RowFault('duplicate', null, 'same-list-item');
    const position = Number(row.text('Position'));
    items.push({ film, position: position > 0 ? position : null, note });
  });
  builder.addList({ name, description: about?.text('Description') ?? '', ranked: false, items });
}

/**
 * The feed has the latest entries. An item confirms an entry of the tables, and adds an id to its film; an item that no
 * table has becomes an entry.
 */
function readFeedItem(files: LetterboxdExport, item: FeedItem): void {
  const { builder } = files;
  if (item.isSeries) throw new RowFault('series', null, 'series', shorten(item.title));
  const { title, year, refs } = item;
  const film = builder.film({ title, year, refs });
  const isSame = ({ watchedOn, sourceId }: ReadEntry): boolean =>
    watchedOn === item.watchedOn && sourceId?.startsWith('letterboxd-feed:') !== true;
  const known = builder.entriesOf(film).find((entry) => isSame(entry) && !files.confirmed.has(entry));
  if (known) files.confirmed.add(known);
  else {
    const { watchedOn, rating, rewatch, review, from } = item;
    builder.rejectDuplicate(`feed ${item.id}`, null, 'same-entry');
    builder.addEntry({
      film,
      watchedOn,
      rating,
      rewatch,
      review,
      from,
      sourceId: `letterboxd-feed:${item.id}`,
    });
  }
  if (item.isLiked) builder.addLike(film, item.from);
}

/** The files that are not read as tables of the export. */
const isReadApart = (role: LetterboxdRole | null): boolean =>
  role === 'feed' || role === 'upload' || role === 'list' || role === null;

const rowReaders: [LetterboxdRole, (files: LetterboxdExport, row: TableRow) => void][] = [
  ['diary', readDiaryRow],
  ['reviews', readReviewRow],
  ['ratings', readRatingRow],
  ['watched', readWatchedRow],
  ['watchlist', readWatchlistRow],
  ['likes', readLikeRow],
];

function readFiles(sources: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('letterboxd', options);
  const parts = sources.map((file): LetterboxdPart => {
    const role = findLetterboxdRole(file);
    return {
      role,
      file,
      table: isReadApart(role) ? null : openServiceTable(builder, file, letterboxdForm, options),
    };
  });
  const ofRole = (role: LetterboxdRole): LetterboxdPart[] => parts.filter((part) => part.role === role);
  const feed = ofRole('feed').flatMap(({ file }) => listFeedItems(file));
  const files: LetterboxdExport = {
    builder,
    byAddress: new Map(),
    series: new Set(feed.filter(({ isSeries }) => isSeries).map(({ title, year }) => nameOf(title, year))),
    sharedNames: listSharedNames(parts),
    firstAddress: new Map(),
    twins: new Map(),
    confirmed: new Set(),
  };
  for (const [role, readRow] of rowReaders) {
    for (const { table } of ofRole(role)) builder.eachRow(table?.rows ?? [], (row) => readRow(files, row));
  }
  for (const { file } of ofRole('upload')) readUpload(builder, file, options);
  for (const { file } of ofRole('list')) readListFile(files, file, options);
  for (const item of feed) builder.attempt(item.from, () => readFeedItem(files, item));
  const marksRewatches = feed.length > 0 || parts.some(({ file }) => hasColumns(file.header, 'Rewatch'));
  return builder.finish({ fileNames: sources.map(({ name }) => name), countsRewatches: !marksRewatches });
}

/**
 * Letterboxd: the tables of its export, together or alone, the table for its own import, and its feed. Diary, reviews,
 * ratings, watched films, watchlist, likes and lists overlap; they become one reading in which nothing counts twice.
 */
export const letterboxd: FileFormat = {
  id: 'letterboxd',
  notes: {
    files: "The export (ZIP or single tables), lists, the feed, and tables for Letterboxd's own import",
    read: 'Diary, reviews, ratings, seen films, watchlist, likes, tags, and lists with their order and notes',
    left: "Deleted films, other people's reviews and lists, comments, the profile",
  },
  recognise: (files) => files.filter((file) => findLetterboxdRole(file) !== null),
  isByProduct: isLetterboxdByProduct,
  read: readFiles,
};
