import { isTitleRef } from '../../films/titles/title-key.ts';
import type { WatchEntry, FilmRow, FilmInput, LogStore } from '../../watchlog/types.ts';
import { FileFault, RowFault, toSkippedRow } from '../../tables/faults.ts';
import { listOf, member, memberAt } from '../json.ts';
import { createRowLists, logStores, parseLogRow, rowSchema } from '../log-rows.ts';
import { createFailure, createImportBuilder, createReading } from '../import-builder.ts';
import { isListFile, readListFile } from '../list-file.ts';
import type { SkippedRow, ReasonKind, SourceFile } from '../../tables/types.ts';
import type { FileFormat, LogRowLists, ReadEntry, Reading, ReadOptions } from '../types.ts';

/** The value of `format` in our own files. */
export const marqueeFormat = 'marquee-log';

/**
 * The version of the shape of the file; rows have a version of their own. Version 1: `log` has a list of rows for each
 * store.
 */
export const marqueeVersion = 1;

/** Whether a file has a whole log. */
export const isLogFile = ({ json }: SourceFile): boolean => member(json, 'format') === marqueeFormat;

function checkVersion(json: unknown): number {
  const [version, schema] = [member(json, 'version'), member(json, 'schema')];
  if (typeof version !== 'number' || typeof schema !== 'number') {
    throw new FileFault('unreadable', null, 'no-version');
  }
  if (version > marqueeVersion || schema > rowSchema) {
    throw new FileFault('unreadable', null, 'newer-version');
  }
  return schema;
}

/** The most likely reason why a row of a store cannot be read. */
const faultKinds: Record<LogStore, ReasonKind> = {
  films: 'missing-title',
  ratings: 'bad-rating',
  entries: 'bad-date',
  watchlist: 'missing-title',
  corrections: 'missing-title',
  keptReviews: 'missing-title',
  imports: 'missing-title',
  followedSites: 'missing-title',
  lists: 'missing-title',
  listItems: 'missing-title',
};

function putRows<S extends LogStore>(
  lists: Pick<LogRowLists, S>,
  store: S,
  { name, json }: SourceFile,
  schema: number,
): SkippedRow[] {
  return listOf(memberAt(json, 'log', store)).flatMap((value, at) => {
    const row = parseLogRow(store, value, schema);
    if (row !== null) {
      lists[store].push(row);
      return [];
    }
    const place = { file: name, row: at + 1 };
    return [toSkippedRow(place, new RowFault(faultKinds[store], store, 'damaged-row'))];
  });
}

const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;

/** A film of the log as input for an import: its ids, without the refs made from its title. */
function toFilmInput({ refs, title, year, directors, originalTitle }: FilmRow): FilmInput {
  return { refs: refs.filter((ref) => !isTitleRef(ref)), title, year, directors, originalTitle };
}

function toEntry(film: FilmInput, row: WatchEntry, from: ReadEntry['from']): ReadEntry {
  const {
    watchedOn,
    loggedAt,
    rating,
    rewatch,
    finished,
    tags,
    note,
    review,
    reviewHasSpoilers,
    place,
    company,
  } = row;
  const fields = {
    watchedOn,
    loggedAt,
    rating,
    rewatch,
    finished,
    tags,
    note,
    review,
    reviewHasSpoilers,
    place,
    company,
  };
  return { film, ...fields, watchedAt: null, sourceId: `marquee:${row.id}`, isSeenMark: false, from };
}

/** The contents of a log, in the shape that the files of other services are read into; deleted rows are left out. */
function describeLog(
  log: LogRowLists,
  file: string,
): Pick<Reading, 'entries' | 'ratings' | 'watchlist' | 'liked' | 'tags'> {
  const films = new Map(log.films.filter(isLive).map((row) => [row.id, toFilmInput(row)]));
  const withFilm = <Row extends { filmId: string; deleted: string | null }, T>(
    rows: Row[],
    toItems: (film: FilmInput, row: Row, from: ReadEntry['from']) => T[],
  ): T[] =>
    rows.flatMap((row, at) => {
      const film = films.get(row.filmId);
      return film === undefined || !isLive(row) ? [] : toItems(film, row, { file, row: at + 1 });
    });
  return {
    entries: withFilm(log.entries, (film, row, from) => [toEntry(film, row, from)]),
    ratings: withFilm(log.ratings, (film, { value, criteria, ratedAt }, from) =>
      value === null ? [] : [{ film, value, criteria, ratedAt, from }],
    ),
    watchlist: withFilm(log.watchlist, (film, { addedAt, priority, reason }, from) => [
      { film, addedAt, priority, reason, from },
    ]),
    liked: log.films.flatMap((row, at) => {
      const film = films.get(row.id);
      return film !== undefined && row.liked ? [{ film, from: { file, row: at + 1 } }] : [];
    }),
    tags: log.films.flatMap((row, at) => {
      const film = films.get(row.id);
      return film === undefined ? [] : row.tags.map((tag) => ({ film, tag, from: { file, row: at + 1 } }));
    }),
  };
}

function readOwn(file: SourceFile): Reading {
  const schema = checkVersion(file.json);
  const log = createRowLists();
  const skipped = logStores.flatMap((store) => putRows(log, store, file, schema));
  return { ...createReading('marquee', [file.name]), ...describeLog(log, file.name), log, skipped };
}

function readLists(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('marquee', options);
  for (const file of files) readListFile(builder, file);
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  if (files.every(isListFile)) return readLists(files, options);
  const [file, ...more] = files;
  const names = files.map(({ name }) => name);
  if (file === undefined || more.length > 0) {
    return createFailure(
      'marquee',
      names,
      new FileFault(
        'unknown-format',
        null,
        files.filter(isLogFile).length > 1 ? 'several-logs' : 'list-beside-log',
      ),
    );
  }
  const reading = readOwn(file);
  const count = logStores.reduce((sum, store) => sum + (reading.log?.[store].length ?? 0), 0);
  if (count + reading.skipped.length === 0) throw new FileFault('empty', null, 'empty');
  return reading;
}

/**
 * Our own files: every row of a log with ids, stamps and deleted rows, in this version of the format or an earlier one; or
 * single lists.
 */
export const marquee: FileFormat = {
  id: 'marquee',
  notes: {
    files: "Marquee's own file (JSON), and files of single lists",
    read: 'Everything',
    left: 'Nothing',
  },
  recognise: (files) => files.filter((file) => isLogFile(file) || isListFile(file)),
  read: readFiles,
};
