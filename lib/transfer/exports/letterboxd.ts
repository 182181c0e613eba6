import { findPageAt } from '../../films/id-pages.ts';
import type { WatchEntry, FilmRow } from '../../watchlog/types.ts';
import type { LogRowLists } from '../types.ts';
import { shield, splitRows } from './csv-text.ts';
import { findId } from '../../films/find-id.ts';
import { countLosses, formatStars, isWholeDay, listOwnFilms, type OwnFilm } from './own-films.ts';
import type { ExportFormat, Loss } from './types.ts';

/** Letterboxd accepts files under 1 MB (letterboxd.com/about/importing-data). */
const maxBytes = 1_000_000;

const header = [
  'LetterboxdURI',
  'tmdbID',
  'imdbID',
  'Title',
  'Year',
  'Directors',
  'Rating',
  'WatchedDate',
  'Rewatch',
  'Tags',
  'Review',
];

/**
 * Replaces straight quotes with typographic ones. Letterboxd wants a backslash before a quote inside a cell, but every
 * other program doubles the quote; one of the two would misread it.
 */
export function curlQuotes(text: string): string {
  return text.replace(/(^|[\s([{—–-])"/g, '$1“').replaceAll('"', '”');
}

/** A cell that Letterboxd reads correctly and that no spreadsheet runs as a formula. */
const formatText = (text: string): string => shield(curlQuotes(text));

function listFilmCells(film: FilmRow): string[] {
  return [
    findPageAt('letterboxd', film.refs) ?? '',
    findId(film, 'tmdb') ?? '',
    findId(film, 'imdb') ?? '',
    film.title,
    film.year === null ? '' : String(film.year),
    film.directors.join(', '),
  ];
}

/** The cells of a diary entry. Letterboxd has no mark for an unfinished film, so it is exported as the tag "dnf". */
function listDiaryCells({ rating, watchedOn, rewatch, tags, finished, review }: WatchEntry): string[] {
  const words = finished ? tags : [...tags, 'dnf'];
  return [formatStars(rating), watchedOn ?? '', String(rewatch), words.join(', '), review];
}

function listFilmRows({ film, entries, shownRating }: OwnFilm): string[][] {
  const cells = listFilmCells(film);
  const dated = entries.filter(({ watchedOn }) => isWholeDay(watchedOn));
  const undated = entries.filter(({ watchedOn }) => !isWholeDay(watchedOn));
  const rows = [
    ...undated.map(({ review }) => [...cells, '', '', '', '', review]),
    ...dated.map((entry) => [...cells, ...listDiaryCells(entry)]),
  ];
  const isRatingExported = shownRating === null || dated.at(-1)?.rating === shownRating.value;
  if (!isRatingExported) rows.push([...cells, formatStars(shownRating.value), '', '', '', '']);
  const texts = new Map(rows.map((row) => row.map(formatText)).map((row) => [row.join('\n'), row]));
  return [...texts.values()];
}

/** How many entries of a film are not the first on their day: Letterboxd merges entries with the same film and day. */
function countSameDay(entries: WatchEntry[]): number {
  const days = entries.map(({ watchedOn }) => watchedOn).filter(isWholeDay);
  return days.length - new Set(days).size;
}

/** How many undated entries say more than that the film was seen: Letterboxd cannot store them. */
function countUndated(entries: WatchEntry[]): number {
  const undated = entries.filter(({ watchedOn }) => watchedOn === null);
  const hasDetails = ({ rating, rewatch, finished }: WatchEntry): boolean =>
    rating !== null || rewatch || !finished;
  return undated.filter((entry, at) => at > 0 || hasDetails(entry)).length;
}

function findLosses(log: LogRowLists): Loss[] {
  const films = listOwnFilms(log);
  const texts = films.flatMap(({ film, entries }) => [
    film.title,
    ...entries.flatMap(({ review, tags }) => [review, ...tags]),
  ]);
  const quoted = texts.filter((text) => text.includes('"')).length;
  const known = countLosses(log, [
    'partial-dates',
    'tags-without-day',
    'film-tags',
    'spoiler-marks',
    'notes',
    'places',
    'company',
    'criteria',
    'watchlist-reasons',
    'likes',
    'corrections',
    'kept-reviews',
  ]);
  const added: Loss[] = [
    { kind: 'same-day-entries', count: films.reduce((sum, { entries }) => sum + countSameDay(entries), 0) },
    { kind: 'unknown-dates', count: films.reduce((sum, { entries }) => sum + countUndated(entries), 0) },
    { kind: 'quotation-marks', count: quoted },
  ];
  return [...known, ...added.filter(({ count }) => count > 0)];
}

function nameParts(name: string, texts: string[]): { name: string; mimeType: string; text: string }[] {
  return texts.map((text, at) => ({
    name: texts.length === 1 ? `${name}.csv` : `${name}-${at + 1}.csv`,
    mimeType: 'text/csv',
    text,
  }));
}

/**
 * Tables for Letterboxd's own import: one for entries and ratings, one for the watchlist, because every film in the
 * first is imported as watched.
 */
export const letterboxdExport: ExportFormat = {
  id: 'letterboxd',
  name: 'Letterboxd',
  losses: findLosses,
  write: (log) => {
    const films = listOwnFilms(log);
    const listed = films
      .filter(({ watch }) => watch !== null)
      .map(({ film }) => listFilmCells(film).map(formatText));
    return [
      ...nameParts('letterboxd', splitRows(header, films.flatMap(listFilmRows), maxBytes)),
      ...nameParts('letterboxd-watchlist', splitRows(header.slice(0, 6), listed, maxBytes)),
    ];
  },
};
