import { foldColumn } from '../../tables/table.ts';
import type { ColumnMapping, GenericField } from '../types.ts';
import { genericFields } from '../types.ts';
import type { RatingScale } from '../values.ts';

/** Column names that other programs use, folded; the surest come first. */
const names: Record<GenericField, string[]> = {
  title: [
    'title',
    'name',
    'film',
    'movie',
    'film title',
    'movie title',
    'film name',
    'movie name',
    'titel',
    'titre',
    'título',
    'titolo',
    'tytuł',
    'primarytitle',
  ],
  originalTitle: ['original title', 'originaltitle', 'original_title', 'originaltitel', 'titre original'],
  year: [
    'year',
    'release year',
    'film year',
    'releaseyear',
    'release_year',
    'jahr',
    'année',
    'año',
    'anno',
    'ano',
    'rok',
  ],
  directors: ['directors', 'director', 'directed by', 'regie', 'réalisateur', 'regia', 'dirección'],
  imdb: ['imdb', 'imdb id', 'imdbid', 'imdb_id', 'tconst', 'const', 'imdb link', 'imdb url', 'imdburl'],
  tmdb: ['tmdb', 'tmdb id', 'tmdbid', 'tmdb_id', 'themoviedb id'],
  url: ['url', 'link', 'uri', 'letterboxd uri', 'letterboxduri'],
  kind: ['type', 'kind', 'media type', 'media_type', 'title type', 'mediatype', 'typ'],
  watchedOn: [
    'watched on',
    'watched date',
    'date watched',
    'watcheddate',
    'watched_at',
    'watchedat',
    'watched',
    'seen on',
    'date seen',
    'seen',
    'last watched',
    'last watched at',
    'last_watched_at',
    'watched_date',
    'date_watched',
    'checked',
    'date',
    'gesehen am',
    'gesehen',
    'datum',
    'vu le',
    'fecha',
  ],
  rating: [
    'rating',
    'my rating',
    'your rating',
    'user rating',
    'userrating',
    'rating10',
    'rating (1-10)',
    'rating (0-10)',
    'stars',
    'score',
    'my score',
    'my_rating',
    'user_rating',
    'your_rating',
    'bewertung',
    'note /10',
    'nota',
    'voto',
  ],
  rewatch: ['rewatch', 're-watch', 'rewatched'],
  filmRating: ['film rating'],
  finished: ['finished', 'completed'],
  liked: ['liked', 'like', 'favorite', 'favourite'],
  watchlist: ['watchlist', 'on watchlist', 'to watch', 'want to watch'],
  tags: ['tags', 'tag', 'labels'],
  filmTags: ['film tags', 'lists'],
  note: ['note', 'notes', 'comment', 'comments', 'private note', 'notiz'],
  review: ['review', 'my review', 'kritik', 'critique', 'reseña'],
  spoilers: ['spoilers', 'has spoilers', 'spoiler'],
  place: ['place', 'location', 'where', 'cinema', 'venue'],
  company: ['company', 'with', 'watched with', 'with whom'],
};

/** Maps each field to a column by the columns' names. Each column is used once. Empty when no name is known. */
export function guessMapping(header: string[]): ColumnMapping {
  const free = new Map(header.toReversed().map((name) => [foldColumn(name), name]));
  const mapping: ColumnMapping = {};
  for (const field of genericFields) {
    const name = names[field].find((each) => free.has(each));
    if (name === undefined) continue;
    mapping[field] = free.get(name);
    free.delete(name);
  }
  return mapping;
}

/** The columns that `exports/generic-csv.ts` writes. */
export const ownColumns = {
  title: 'Title',
  originalTitle: 'Original title',
  year: 'Year',
  directors: 'Directors',
  imdb: 'IMDb ID',
  tmdb: 'TMDB ID',
  watchedOn: 'Watched on',
  rating: 'Rating',
  filmRating: 'Film rating',
  rewatch: 'Rewatch',
  finished: 'Finished',
  liked: 'Liked',
  watchlist: 'Watchlist',
  tags: 'Tags',
  note: 'Note',
  review: 'Review',
  spoilers: 'Spoilers',
  place: 'Place',
  company: 'Company',
  filmTags: 'Film tags',
} as const satisfies ColumnMapping;

/** Whether Marquee wrote the table. Its first versions had no column for the tags of films. */
export function isOwnTable(header: string[]): boolean {
  const own = Object.values(ownColumns);
  return [own, own.slice(0, -1)].some((columns) => header.join('\n') === columns.join('\n'));
}

/** Spreadsheets run cells that begin like this as formulas (OWASP, "CSV Injection"). */
const formulaStart = /^'*[=+\-@\t\r]/;

/** The cell, with an apostrophe in front when a spreadsheet would run it as a formula. `unguard` removes it. */
export function guard(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that `guard` adds. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}

const fiveScale: RatingScale = { worst: 0.5, best: 5, step: 0.1 };
const tenScale: RatingScale = { worst: 0.5, best: 10, step: 0.1 };
const hundredScale: RatingScale = { worst: 1, best: 100, step: 1 };
const scales = [fiveScale, tenScale, hundredScale];

/** The scale of a column must fit at least this share of its ratings; the other ratings are faults. */
const minShare = 0.9;

/**
 * The scale of a column of ratings. The name of the column decides if it has a scale. Otherwise the scale ends at 100
 * if most ratings are over 10, at 5 if nearly all others are at most 5, and else at 10. One rating off the scale does
 * not widen it.
 */
export function guessScale(name: string, cells: string[]): RatingScale {
  const named = /(?:^|\D)(5|10|100)\D*$/.exec(name)?.[1];
  const namedScale = scales.find(({ best }) => best === Number(named));
  if (namedScale !== undefined) return namedScale;
  const numbers = cells
    .filter((cell) => /^\d{1,3}(?:[.,]\d+)?$/.test(cell))
    .map((cell) => Number(cell.replace(',', '.')));
  const countUpTo = (most: number): number => numbers.filter((number) => number <= most).length;
  if (countUpTo(10) < numbers.length / 2) return hundredScale;
  return countUpTo(5) >= countUpTo(10) * minShare ? fiveScale : tenScale;
}
