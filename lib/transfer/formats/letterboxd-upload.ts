import { findRefInUrl } from '../../films/refs.ts';
import { RowFault } from '../../tables/faults.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { hasColumns, type TableRow } from '../../tables/table.ts';
import { listIdRefs, listTags, pointScale, readRating, readTitle, readYear, starScale } from '../values.ts';
import type { RowLocation } from '../../tables/types.ts';
import type { FilmInput, RatingValue } from '../../watchlog/types.ts';

/** Whether a header is that of a table for Letterboxd's own import (letterboxd.com/about/importing-data). */
export function isUploadTable(header: string[]): boolean {
  const named = ['LetterboxdURI', 'tmdbID', 'imdbID', 'Title'].some((name) => header.includes(name));
  return named && ['WatchedDate', 'Rating10', 'LetterboxdURI'].some((name) => hasColumns(header, name));
}

function readStars(row: TableRow): RatingValue | null {
  const [stars, points] = [row.text('Rating'), row.text('Rating10')];
  if (points !== '') return readRating(points, row.column('Rating10'), pointScale).value;
  return stars === '' ? null : readRating(stars, row.column('Rating'), starScale).value;
}

function readFilmInput(row: TableRow): FilmInput {
  const link = findRefInUrl(row.text('LetterboxdURI'));
  const ids = listIdRefs({ imdb: row.text('imdbID'), tmdb: row.text('tmdbID') });
  return {
    title: readTitle(row.text('Title'), row.column('Title')),
    year: readYear(row.text('Year'), row.column('Year')),
    refs: link === null ? ids : [link, ...ids],
    directors: listTags(row.text('Directors')),
  };
}

/** Adds a row of a watchlist. Throws `RowFault` `duplicate` when the film is already on it. */
export function readUploadWatchlistRow(builder: ImportBuilder, row: TableRow): void {
  if (!builder.addToWatchlist({ film: builder.film(readFilmInput(row)), from: row.from })) {
    throw new RowFault('duplicate', null, 'same-watchlist-item');
  }
}

/**
 * Adds a row. A row with a day, a review or tags is an entry. Any other row is a seen film: it is put into `seen`. The
 * rating is also the film's rating; the last one counts. Throws `RowFault`.
 */
export function readUploadRow(
  builder: ImportBuilder,
  row: TableRow,
  seen: Map<FilmInput, RowLocation>,
): void {
  const film = builder.film(readFilmInput(row));
  const watched = row.day('WatchedDate', builder.findDay);
  const rating = readStars(row);
  const [tags, review] = [listTags(row.text('Tags')), row.text('Review')];
  if (rating !== null) builder.setRating({ film, value: rating, from: row.from });
  if (watched === null && review === '' && tags.length === 0) {
    if (!seen.has(film)) seen.set(film, row.from);
    return;
  }
  builder.rejectDuplicate(`row ${row.cells.join('\n')}`, null, 'same-row');
  builder.addEntry({
    film,
    watchedOn: watched?.day ?? null,
    rating: watched ? rating : null,
    rewatch: /^(?:yes|true)$/i.test(row.text('Rewatch')),
    tags,
    review,
    from: row.from,
  });
}
