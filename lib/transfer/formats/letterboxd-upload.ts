import { findRefInUrl } from '../../films/refs.ts';
import { readDay } from '../dates.ts';
import type { Story } from '../story.ts';
import { hasColumns, type TableRow } from '../table.ts';
import { listIdRefs, listTags, pointScale, readRating, readTitle, readYear, starScale } from '../values.ts';
import type { FilmSeed, RatingValue } from '../../watchlog/types.ts';

/** Whether a header is that of the table which Letterboxd takes in (letterboxd.com/about/importing-data). */
export function isUploadTable(header: string[]): boolean {
  const named = ['LetterboxdURI', 'tmdbID', 'imdbID', 'Title'].some((name) => header.includes(name));
  return named && ['WatchedDate', 'Rating10', 'LetterboxdURI'].some((name) => hasColumns(header, name));
}

function readStars(row: TableRow): RatingValue | null {
  const [stars, points] = [row.text('Rating'), row.text('Rating10')];
  if (points !== '') return readRating(points, row.column('Rating10'), pointScale).value;
  return stars === '' ? null : readRating(stars, row.column('Rating'), starScale).value;
}

/** One row: with a day it is a viewing, without one a film that was seen; its rating is the film's, too. */
export function readUploadRow(story: Story, row: TableRow): void {
  const link = findRefInUrl(row.text('LetterboxdURI'));
  const ids = listIdRefs({ imdb: row.text('imdbID'), tmdb: row.text('tmdbID') });
  const seed: FilmSeed = {
    title: readTitle(row.text('Title'), row.column('Title')),
    year: readYear(row.text('Year'), row.column('Year')),
    refs: link === null ? ids : [link, ...ids],
    directors: listTags(row.text('Directors')),
  };
  const watched = readDay(row.text('WatchedDate'), row.column('WatchedDate'), story.findDay);
  const rating = readStars(row);
  const rewatch = /^(?:yes|true)$/i.test(row.text('Rewatch'));
  const [tags, review] = [listTags(row.text('Tags')), row.text('Review')];
  story.claim(`row ${row.cells.join('\n')}`, null, 'the same row stands in the files before.');
  const film = story.film(seed);
  story.addEntry({
    film,
    watchedOn: watched?.day ?? null,
    rating: watched ? rating : null,
    rewatch,
    tags,
    review,
    isSeenMark: watched === null && review === '' && tags.length === 0,
    from: row.from,
  });
  if (rating !== null) story.addRating({ film, value: rating, from: row.from });
}
