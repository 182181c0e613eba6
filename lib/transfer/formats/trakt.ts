import type { FilmInput } from '../../watchlog/types.ts';
import { readDay, type ReadDay } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { member, memberAt, textOf } from '../json.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { listIdRefs, pointScale, readRating, readTitle, readYear } from '../values.ts';
import { addRows } from '../records/record-format.ts';
import {
  findTableRole,
  isByProduct,
  isUnknownMoment,
  listParts,
  works,
  type Role,
  type TraktPart,
} from '../trakt/parts.ts';
import { traktTables } from '../trakt/tables.ts';
import type { RowLocation, ReasonKind, SourceFile } from '../../tables/types.ts';
import type { FileFormat, ReadEntry, Reading, ReadListItem, ReadOptions } from '../types.ts';

const has = (item: unknown, name: string): boolean => member(item, name) !== undefined;

const workKinds: Record<string, ReasonKind> = { show: 'series', season: 'season', episode: 'episode' };

function checkType(item: unknown): void {
  const type =
    textOf(member(item, 'type')) ||
    (has(item, 'movie') ? 'movie' : (works.find((work) => has(item, work)) ?? ''));
  if (type === 'movie') return;
  if (type === '') throw new RowFault('missing-title', null, 'no-film');
  const kind = Object.hasOwn(workKinds, type) ? workKinds[type] : undefined;
  const title = textOf(memberAt(item, 'show', 'title')) || textOf(memberAt(item, type, 'title'));
  throw new RowFault(kind ?? 'special', 'type', 'other-type', shorten(title), shorten(type));
}

function readFilm(builder: ImportBuilder, item: unknown): FilmInput {
  checkType(item);
  const movie = member(item, 'movie');
  const id = (name: string): string => textOf(memberAt(movie, 'ids', name));
  return builder.film({
    title: readTitle(textOf(member(movie, 'title')), 'movie.title'),
    year: readYear(textOf(member(movie, 'year')), 'movie.year'),
    refs: listIdRefs({ imdb: id('imdb'), tmdb: id('tmdb'), trakt: id('slug') }),
  });
}

/** Reads a moment; null when it is unknown, which Trakt writes as one of the first hours of 1970. Throws `RowFault`. */
function readMoment(builder: ImportBuilder, item: unknown, name: string): ReadDay | null {
  const moment = readDay(textOf(member(item, name)), name, builder.findDay);
  return isUnknownMoment(moment?.at ?? null) ? null : moment;
}

/** The item's id; '' when it has none, or when the number is too large to be read exactly. */
function readId(item: unknown): string {
  const id = member(item, 'id');
  return typeof id === 'number' && !Number.isSafeInteger(id) ? '' : textOf(id);
}

function readHistoryItem(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  const film = readFilm(builder, item);
  const watched = readMoment(builder, item, 'watched_at');
  const id = readId(item);
  if (id !== '') builder.rejectDuplicate(`history ${id}`, 'id', 'same-entry');
  builder.addEntry({
    film,
    watchedOn: watched?.day ?? null,
    watchedAt: watched?.at ?? null,
    sourceId: id === '' ? null : `trakt:${id}`,
    from,
  });
}

/** An aggregate has a number of plays and the last day. It is used only for films that the history does not have. */
function readWatchedItem(
  builder: ImportBuilder,
  item: unknown,
  from: RowLocation,
  inHistory: Set<FilmInput>,
): void {
  const film = readFilm(builder, item);
  if (inHistory.has(film)) return;
  if (builder.entriesOf(film).length > 0) {
    throw new RowFault('duplicate', null, 'same-film');
  }
  const last = readMoment(builder, item, 'last_watched_at');
  const plays = Number(textOf(member(item, 'plays'))) || 1;
  const more = builder.takePlays(Math.max(plays - 1, 0), from);
  for (let play = 0; play < more; play += 1) builder.addEntry({ film, watchedOn: null, from });
  builder.addEntry({ film, watchedOn: last?.day ?? null, watchedAt: last?.at ?? null, from });
}

function readRatingItem(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  const film = readFilm(builder, item);
  const raw = textOf(member(item, 'rating'));
  if (raw === '') throw new RowFault('missing-rating', 'rating', 'missing-rating');
  const { value } = readRating(raw, 'rating', pointScale);
  const rated = readDay(textOf(member(item, 'rated_at')), 'rated_at', builder.findDay);
  if (!builder.addRating({ film, value, ratedAt: rated?.at ?? null, from })) {
    throw new RowFault('duplicate', null, 'same-rating');
  }
}

function readWatchlistItem(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  const film = readFilm(builder, item);
  const added = readDay(textOf(member(item, 'listed_at')), 'listed_at', builder.findDay);
  const reason = textOf(member(item, 'notes'));
  if (!builder.addToWatchlist({ film, addedAt: added?.at ?? null, reason, from })) {
    throw new RowFault('duplicate', null, 'same-watchlist-item');
  }
}

function readFavorite(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  if (!builder.addLike(readFilm(builder, item), from)) {
    throw new RowFault('duplicate', null, 'same-like');
  }
}

/**
 * A comment belongs to the last entry before it was written, or else to the last entry. Without an entry it makes one
 * with an unknown day.
 */
function readComment(builder: ImportBuilder, item: unknown, from: RowLocation): void {
  const film = readFilm(builder, item);
  const review = textOf(memberAt(item, 'comment', 'comment'));
  const written = readDay(
    textOf(memberAt(item, 'comment', 'created_at')),
    'comment.created_at',
    builder.findDay,
  );
  builder.rejectDuplicate(`comment ${film.title} ${film.year} ${review}`, 'comment', 'same-review');
  const entries = builder.entriesOf(film).filter((entry) => entry.review === '');
  const isBefore = ({ watchedOn }: ReadEntry): boolean => (watchedOn ?? '') <= (written?.day ?? '9999');
  const latest = (candidates: ReadEntry[]): ReadEntry | undefined =>
    candidates.toSorted((a, b) => (a.watchedAt ?? 0) - (b.watchedAt ?? 0)).at(-1);
  const entry =
    latest(entries.filter(isBefore)) ?? latest(entries) ?? builder.addEntry({ film, watchedOn: null, from });
  entry.review = review;
  entry.reviewHasSpoilers = memberAt(item, 'comment', 'spoiler') === true;
}

function readList(builder: ImportBuilder, { file, name, items }: TraktPart): void {
  const films: ReadListItem[] = [];
  items.forEach((item, at) => {
    const from = { file, row: at + 1 };
    builder.attempt(from, () => {
      const film = readFilm(builder, item);
      const note = textOf(member(item, 'notes'));
      if (!builder.addListItem(film, { name, note }, from))
        throw new RowFault('duplicate', null, 'same-list-item');
      films.push({ film, position: null, note });
    });
  });
  builder.addList({ name, description: '', ranked: false, items: films });
}

/** The number in `watched-history-12.json`: file 10 follows file 9. */
const numberOf = ({ file }: TraktPart): number => Number(/(\d+)\D*$/.exec(file)?.[1] ?? 0);

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('trakt', options);
  const parts = files.flatMap(listParts);
  const eachItem = (
    role: Role,
    task: (builder: ImportBuilder, item: unknown, from: RowLocation) => void,
  ): void => {
    const ofRole = parts.filter((part) => part.role === role).toSorted((a, b) => numberOf(a) - numberOf(b));
    for (const { file, items } of ofRole) {
      items.forEach((item, at) => {
        const from = { file, row: at + 1 };
        builder.attempt(from, () => task(builder, item, from));
      });
    }
  };
  eachItem('history', readHistoryItem);
  const inHistory = new Set<FilmInput>();
  eachItem('watched', (_, item) => {
    if (!has(item, 'movie')) return;
    const film = readFilm(builder, item);
    if (builder.entriesOf(film).length > 0) inHistory.add(film);
  });
  eachItem('watched', (_, item, from) => readWatchedItem(builder, item, from, inHistory));
  eachItem('ratings', readRatingItem);
  eachItem('watchlist', readWatchlistItem);
  eachItem('favorites', readFavorite);
  eachItem('comments', readComment);
  for (const part of parts.filter(({ role }) => role === 'list')) readList(builder, part);
  for (const file of files) {
    const role = findTableRole(file);
    if (role !== null) addRows(builder, file, role, traktTables, options);
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/** Trakt: history, ratings, watchlist, favourites, comments and lists of its export, in both layouts. */
export const trakt: FileFormat = {
  id: 'trakt',
  notes: {
    files: "The export (JSON or ZIP), one-file backups, and tables of Trakt's form or of TraktRater",
    read: 'History, ratings, watchlist, favourites, comments, lists',
    left: 'Series, seasons, episodes; collections; aggregates of films that the history has',
  },
  recognise: (files) => files.filter((file) => findTableRole(file) !== null || listParts(file).length > 0),
  isByProduct,
  read: readFiles,
};
