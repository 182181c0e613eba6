import type { WatchEntry } from '../../watchlog/types.ts';
import { guard, ownColumns } from '../tables/own-table.ts';
import type { LogRowLists } from '../types.ts';
import { formatRows } from './csv-text.ts';
import { findId } from '../../films/find-id.ts';
import { countLosses, formatStars, listOwnFilms, type OwnFilm } from './own-films.ts';
import type { ExportFile, ExportFormat } from './types.ts';

type Cells = Record<keyof typeof ownColumns, string>;

const yes = (flag: boolean): string => (flag ? 'yes' : '');

/** The cells of an entry, or of a film without entries. */
function listCells({ film, rating, watch }: OwnFilm, entry: WatchEntry | null): Cells {
  return {
    title: film.title,
    originalTitle: film.originalTitle ?? '',
    year: film.year === null ? '' : String(film.year),
    directors: film.directors.join(', '),
    imdb: findId(film, 'imdb') ?? '',
    tmdb: findId(film, 'tmdb') ?? '',
    watchedOn: entry === null ? '' : (entry.watchedOn ?? 'unknown'),
    rating: formatStars(entry?.rating ?? null),
    filmRating: formatStars(rating?.value ?? null),
    rewatch: yes(entry?.rewatch ?? false),
    finished: entry === null ? '' : entry.finished ? 'yes' : 'no',
    liked: yes(film.liked),
    watchlist: yes(watch !== null),
    tags: entry?.tags.join(', ') ?? '',
    note: entry?.note ?? '',
    review: entry?.review ?? '',
    spoilers: yes(entry?.reviewHasSpoilers ?? false),
    place: entry?.place ?? '',
    company: entry?.company ?? '',
    filmTags: film.tags.join(', '),
  };
}

function writeFiles(log: LogRowLists): ExportFile[] {
  const rows = listOwnFilms(log).flatMap((own) =>
    own.entries.length === 0 ? [listCells(own, null)] : own.entries.map((entry) => listCells(own, entry)),
  );
  const fields = Object.keys(ownColumns).filter(
    (field): field is keyof typeof ownColumns => field in ownColumns,
  );
  const cells = rows.map((row) => fields.map((field) => guard(row[field])));
  const text = `\ufeff${formatRows([Object.values(ownColumns), ...cells])}`;
  return rows.length === 0 ? [] : [{ name: 'marquee-log.csv', mimeType: 'text/csv', text }];
}

/**
 * One table for any spreadsheet: a row for each entry, and one for each film without entries. Formulas are made
 * harmless.
 */
export const genericCsvExport: ExportFormat = {
  id: 'csv',
  name: 'CSV',
  losses: (log) => countLosses(log, ['criteria', 'watchlist-reasons', 'corrections', 'kept-reviews']),
  write: writeFiles,
};
