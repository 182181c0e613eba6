import type { FilmRef } from '../../films/types.ts';
import { cleanText } from '../../text/text.ts';
import { ImportError } from '../errors.ts';
import { maxLineLength } from '../format.ts';
import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { openAkas, type AkasReader } from './imdb-akas.ts';
import { imdbTerms, makeImdbScore, parseTitleNumber, readRatingRows } from './imdb-rating-rows.ts';
import { detectImdbTable, readImdbRows, type ImdbRow, type ImdbTable } from './imdb-table.ts';
import { dayOf, type InputFile } from './input-file.ts';
import { makeFilm } from '../../films/make-film.ts';
import { createRatingTable, type RatingTable } from './rating-table.ts';

/**
 * IMDb's types of titles that are films: feature and short films, both also for television. Not included: series,
 * episodes, games, specials, and videos, a type that also has clips and courses.
 */
const filmTypes = new Set(['movie', 'short', 'tvMovie', 'tvShort']);

/** The reasons why a row of `title.basics` is skipped. */
type ImdbFault = 'not-a-film' | 'adult' | 'missing-title' | 'malformed-row';

/** A batch of films, and the progress of reading. */
export interface ImdbFilms {
  films: CatalogueFilm[];
  /** The number of rows of `title.basics` read so far, and an estimate of all. */
  rowsRead: number;
  rowsInAll: number;
  skipped: Partial<Record<ImdbFault, number>>;
}

/** IMDb's files by data set; null for a file that was not given. */
export type GivenImdbFiles = Record<ImdbTable, InputFile | null>;

/** IMDb's files that have films: `title.basics`, and others or none. */
export type ImdbFiles = GivenImdbFiles & { basics: InputFile };

/** Options of `readImdbFilms`; `signal` stops it and rejects with the signal's reason. */
export interface ImdbOptions {
  info: CatalogueInfo;
  signal?: AbortSignal;
  /** Called while ratings are read, before the first films, with their number. */
  onRatings?: (count: number) => void;
}

/** The description of a catalogue of IMDb's data, in IMDb's wording (developer.imdb.com/non-commercial-datasets). */
export function describeImdbCatalogue({
  ratings,
  basics,
}: Pick<ImdbFiles, 'ratings' | 'basics'>): CatalogueInfo {
  return { id: 'imdb', name: 'IMDb', asOf: dayOf(ratings ?? basics), ...imdbTerms, note: null };
}

/** Identifies IMDb's files by their headers. Rejects with `ImportError` if one is not IMDb's or a duplicate, or without any. */
export async function sortImdbFiles(files: InputFile[]): Promise<GivenImdbFiles> {
  const found = new Map<ImdbTable, InputFile>();
  for (const file of files) {
    const table = await detectImdbTable(file);
    if (table === null || found.has(table))
      throw new ImportError(
        'not-imdb',
        { file: file.name, row: 0 },
        table === null
          ? `${file.name} is neither title.basics nor title.ratings nor title.akas of IMDb's`
          : `${file.name} is a second title.${table}`,
      );
    found.set(table, file);
  }
  const find = (table: ImdbTable): InputFile | null => found.get(table) ?? null;
  const given = { basics: find('basics'), ratings: find('ratings'), akas: find('akas') };
  return found.size > 0 ? given : requireBasics(given);
}

/** The files, if films can be made of them. Throws `ImportError` `missing-file` without `title.basics`. */
export function requireBasics({ basics, ...others }: GivenImdbFiles): ImdbFiles {
  if (basics) return { basics, ...others };
  const name = 'title.basics.tsv.gz';
  throw new ImportError('missing-file', { file: name }, `${name} is missing`);
}

const isGiven = (cell: string): boolean => cell !== '' && cell !== '\\N';

async function loadRatings(file: InputFile, { signal, onRatings }: ImdbOptions): Promise<RatingTable> {
  const ratings = createRatingTable();
  for await (const batch of readRatingRows(file)) {
    signal?.throwIfAborted();
    for (const [id, rating] of batch.ratings) ratings.set(id, rating);
    onRatings?.(ratings.size);
  }
  return ratings;
}

function parseInRange(cell: string, least: number, most: number): number | null {
  const value = /^\d{1,5}$/.test(cell) ? Number(cell) : NaN;
  return value >= least && value <= most ? value : null;
}

function findFault(row: ImdbRow<'basics'>): ImdbFault | null {
  if (!filmTypes.has(row.titleType)) return 'not-a-film';
  if (row.isAdult !== '0') return row.isAdult === '1' ? 'adult' : 'malformed-row';
  if (parseTitleNumber(row.tconst) === 0 || row.primaryTitle.length > maxLineLength) return 'malformed-row';
  return isGiven(row.primaryTitle) && cleanText(row.primaryTitle) !== '' ? null : 'missing-title';
}

function toFilm(row: ImdbRow<'basics'>, akas: string[]): CatalogueFilm['film'] {
  const title = cleanText(row.primaryTitle);
  const original = isGiven(row.originalTitle) ? cleanText(row.originalTitle) : title;
  const isOriginalKept = original !== '' && original !== title && original.length <= maxLineLength;
  return makeFilm({
    title,
    originalTitle: isOriginalKept ? original : null,
    alternativeTitles: akas.filter((other) => other !== title && other !== original),
    year: parseInRange(row.startYear, 1870, 2200),
    refs: [`imdb:${row.tconst}` as FilmRef],
    runtimeMinutes: parseInRange(row.runtimeMinutes, 1, 6000),
    genres: isGiven(row.genres) ? row.genres.split(',') : [],
  });
}

/**
 * Reads the films of IMDb's data sets, with their ratings if given, a few hundred at a time, in the order of `title.basics`.
 * Only the ratings and one batch are in memory. Rejects with `ImportError`, which has the file and row, if a file is
 * cut off.
 */
export async function* readImdbFilms(files: ImdbFiles, options: ImdbOptions): AsyncGenerator<ImdbFilms> {
  const ratings = files.ratings ? await loadRatings(files.ratings, options) : createRatingTable();
  const akas = files.akas && (await openAkas(files.akas));
  const skipped: ImdbFilms['skipped'] = {};
  const count = (fault: ImdbFault, rows = 1) => (skipped[fault] = (skipped[fault] ?? 0) + rows);
  try {
    for await (const { rows, skipped: malformed, rowsRead, bytesRead } of readImdbRows(
      files.basics,
      'basics',
    )) {
      options.signal?.throwIfAborted();
      if (malformed > 0) count('malformed-row', malformed);
      const films: CatalogueFilm[] = [];
      for (const row of rows) {
        const fault = findFault(row);
        if (fault) count(fault);
        else films.push(await readFilm(row, ratings, akas, options.info));
      }
      const rowsInAll = Math.max(rowsRead, Math.round((rowsRead * files.basics.size) / bytesRead));
      yield { films, rowsRead, rowsInAll, skipped };
    }
  } finally {
    await akas?.close();
  }
}

async function readFilm(
  row: ImdbRow<'basics'>,
  ratings: RatingTable,
  akas: AkasReader | null,
  info: CatalogueInfo,
): Promise<CatalogueFilm> {
  const film = toFilm(row, akas ? await akas.readTitles(row.tconst) : []);
  const rating = ratings.get(parseTitleNumber(row.tconst));
  const { licence, asOf, note } = info;
  return { film, scores: rating ? [makeImdbScore(rating, [], { licence, asOf, note })] : [] };
}
